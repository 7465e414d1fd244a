"""What the program listens for: themes, tones, the resonance cycle, criteria, principles, images."""

from __future__ import annotations

from analyzer.taxonomy.load import load_taxonomy
from analyzer.taxonomy.model import COOLSPOTS, Entry, Examples, Kind, Taxonomy, Text, Theme
from analyzer.taxonomy.problems import TaxonomyError

__all__ = [
    "COOLSPOTS",
    "Entry",
    "Examples",
    "Kind",
    "Taxonomy",
    "TaxonomyError",
    "Text",
    "Theme",
    "load_taxonomy",
]
