from __future__ import annotations

from analyzer.overlap.result import Quote
from analyzer.pipeline import Evidence
from analyzer.tables import Side
from analyzer.ui.marks import Piece, pieces
from analyzer.ui.safe import quote_block


def test_the_strongest_words_are_marked_and_nothing_is_lost() -> None:
    text = "Nobody ever answers, sadly"
    words = [Evidence(0, 6, 1.0), Evidence(7, 11, 0.1), Evidence(12, 19, 2.0), Evidence(21, 26, 0.2)]
    found = pieces(text, words)
    assert found == (
        Piece("Nobody", True), Piece(" ever ", False), Piece("answers", True), Piece(", sadly", False)
    )  # fmt: skip
    assert "".join(piece.text for piece in found) == text


def test_where_no_word_stands_out_none_is_marked() -> None:
    assert pieces("So so", [Evidence(0, 2, 0.1), Evidence(3, 5, -0.4)]) == (Piece("So so", False),)
    assert pieces("…", []) == (Piece("…", False),)


def test_marks_do_not_let_html_through() -> None:
    quote = Quote("1", "d", "s", "<b>x</b>", "en", 0.9)
    block = quote_block(quote, Side.CUSTOMER, [Piece("<b>", True), Piece("x</b>", False)])
    assert "<mark>&lt;b&gt;</mark>x&lt;/b&gt;" in block
