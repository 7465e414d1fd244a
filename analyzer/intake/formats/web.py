"""HTML to prose or grids, by the standard library's parser; nothing in it is run, loaded or expanded."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from analyzer.intake.contents import Content, Grid
from analyzer.intake.encoding import Decoded
from analyzer.intake.formats.kind import empty
from analyzer.intake.formats.text import decoded_text, written_content
from analyzer.intake.header import is_header
from analyzer.intake.table import Row
from analyzer.intake.wording import clean

_HIDDEN = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select", "nav"}
)
_HEADINGS = {f"h{i}": "#" * i + " " for i in range(1, 7)}
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    }
)
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "base", "embed"}
)
_SPACES = re.compile(r"\s+")
_TAGS = "p|br|div|span|a|b|i|u|em|strong|ul|ol|li|font|img|h[1-6]|html|body|table|td|tr|pre|hr|blockquote"
_LOOKS = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>|<!--", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")


def read_web(data: bytes, *, name: str) -> list[Content]:
    """Return a page's tables if they hold most of it, else its text; raises IntakeError if there is none."""
    found = decoded_text(data, name=name)
    page = _Page()
    page.feed(found.text)
    page.close()
    grids = [_grid(rows, number) for number, rows in enumerate(page.tables, 1) if _is_data(rows)]
    inside = sum(len(cell) for grid in grids for row in grid.rows for cell in row.cells)
    if grids and inside * 2 > sum(map(len, page.blocks)):
        return list(grids)
    if not clean(page.text):
        raise empty(name)
    return [written_content(Decoded(page.text, found.encoding), name=name)]


def html_text(text: str) -> str:
    """Return the text of a snippet of HTML, with line breaks; one without tags and entities stays itself."""
    if "<" not in text and "&" not in text:
        return text
    if not (_LOOKS.search(text) or _ENTITY.search(text)):
        return text
    if "<" not in text:
        return unescape(text)
    page = _Page()
    page.feed(text)
    page.close()
    return page.text


def _is_data(rows: list[list[str]]) -> bool:
    wide = [row for row in rows if len(row) > 1]
    return len(wide) > 1 and len(wide) * 2 > len(rows) and is_header(wide[0], wide[1:50])


def _grid(rows: list[list[str]], number: int) -> Grid:
    filled = [Row(place, tuple(row)) for place, row in enumerate(rows, 1)]
    return Grid([row for row in filled if row.filled], str(number))


class _Page(HTMLParser):
    """Gathers blocks, marked as in Markdown, and the rows of tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.tables: list[list[list[str]]] = []
        self._open: list[str] = []
        self._mark = ""
        self._hidden: list[str] = []
        self._row: list[str] | None = None
        self._in_cell = False

    @property
    def text(self) -> str:
        """Return the blocks with blank lines between, the rows of tables between bars."""
        return "\n\n".join(self.blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row or a cell; look away inside what is not shown."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in ("table", "tr"):
            self._end_row()
            if tag == "table":
                self.tables.append([])
        elif tag in ("td", "th") and self.tables:
            self._end_cell()
            self._in_cell = True
        elif tag not in _INLINE:
            self._break(line=tag in _VOID)
            self._mark = _HEADINGS.get(tag, "- " if tag == "li" else self._mark)

    def handle_endtag(self, tag: str) -> None:
        """End a block, a row, a cell or what is not shown."""
        if tag in _HIDDEN:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
        elif tag in ("table", "tr"):
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag not in _INLINE and tag not in _VOID:
            self._break(line=False)

    def handle_data(self, data: str) -> None:
        """Add text to the block that is open."""
        if not self._hidden:
            self._open.append(_SPACES.sub(" ", data))

    def close(self) -> None:
        """End whatever is still open."""
        super().close()
        self._end_row()
        self._break(line=False)

    def _break(self, *, line: bool) -> None:
        """End a line, or outside of cells a block."""
        if line or self._in_cell:
            self._open.append("\n")
        elif told := self._take():
            self.blocks.append(self._mark + told)
            self._mark = ""

    def _take(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._open).split("\n"))
        self._open = []
        return "\n".join(filter(None, lines))

    def _end_cell(self) -> None:
        if self._in_cell:
            self._row = [*(self._row or []), self._take()]
            self._in_cell = False
        else:
            self._break(line=False)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and any(self._row):
            self.tables[-1].append(self._row)
            self.blocks.append("| " + " | ".join(cell.replace("\n", " ") for cell in self._row) + " |")
        self._row = None
