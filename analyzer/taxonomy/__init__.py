"""What the program listens for: themes, tones, the resonance cycle, criteria, principles, images."""

from __future__ import annotations

from analyzer.taxonomy.load import load_taxonomy
from analyzer.taxonomy.model import COOLSPOTS, Entry, Examples, Kind, Opposite, Taxonomy, Text, Theme, Words
from analyzer.taxonomy.problems import TaxonomyError

__all__ = [
    "COOLSPOTS",
    "Entry",
    "Examples",
    "Kind",
    "Opposite",
    "Taxonomy",
    "TaxonomyError",
    "Text",
    "Theme",
    "Words",
    "load_taxonomy",
]
