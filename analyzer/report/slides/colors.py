"""The house's colours as the slides' library wants them."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor


def rgb(color: str) -> Any:
    """Return a colour like `#1f5f99`; the library's own class tells no types."""
    library: Any = RGBColor
    return library.from_string(color.removeprefix("#"))
