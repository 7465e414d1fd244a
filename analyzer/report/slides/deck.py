"""An empty deck in the house's colours and letters: 16:9, one language, a title on every slide."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Pt

from analyzer.messages import Messages
from analyzer.overlap.result import VerdictKind
from analyzer.report.palette import Look
from analyzer.report.plain import one_line
from analyzer.report.slides.box import MARGIN, PAGE, Box
from analyzer.report.slides.page import Page
from analyzer.tables import Side

FONT = "Arial"
_TITLE_ONLY = 5
_TITLE = Box(MARGIN, 26, PAGE.width - 2 * MARGIN, 44)


@dataclass(frozen=True)
class Deck:
    """The slides so far, what says their words, and their colours."""

    slides: Slides
    messages: Messages
    look: Look

    def page(self, title: str, *, notes: tuple[str, ...] | list[str] = ()) -> Page:
        """Add a slide with a title and speaker notes, one paragraph an item, and return it."""
        slide: Slide = self.slides.slides.add_slide(self.slides.slide_layouts[_TITLE_ONLY])
        page = Page(slide, self.messages.lang, self.look)
        page.title(title, _TITLE)
        page.notes(notes)
        return page


def new_deck(title: str, messages: Messages, look: Look) -> Deck:
    """Return a deck without slides."""
    slides = Presentation()
    _stretch(slides)
    _dress(slides, look)
    slides.core_properties.title = one_line(title)
    slides.core_properties.author = messages.say("Conflict Mirror")
    slides.core_properties.language = messages.lang
    return Deck(slides, messages, look)


def _stretch(slides: Slides) -> None:
    """Make the library's 4:3 template 16:9: its placeholders keep their part of the width."""
    wider = PAGE.width / slides.slide_width.pt if slides.slide_width else 1.0
    slides.slide_width, slides.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    master = slides.slide_master
    for shape in [*master.shapes, *(shape for layout in slides.slide_layouts for shape in layout.shapes)]:
        if shape._element.xpath("./p:spPr/a:xfrm"):
            shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)


def _dress(slides: Slides, look: Look) -> None:
    """Put our colours and letters into the template's theme, so that what is added later fits."""
    part = slides.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode("utf-8")
    for name, color in _theme_colors(look).items():
        theme = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{color[1:]}"/></a:{name}>', theme
        )
    part._blob = theme.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>').encode()


def _theme_colors(look: Look) -> dict[str, str]:
    return {
        "dk1": look.ink,
        "lt1": look.ground,
        "dk2": look.soft,
        "lt2": look.line,
        "accent1": look.sides[Side.INTERNAL],
        "accent2": look.sides[Side.CUSTOMER],
        "accent3": look.verdicts[VerdictKind.MIRRORED],
        "accent4": look.verdicts[VerdictKind.REVERSED],
    }
