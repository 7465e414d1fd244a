"""Files of every kind to contents: one file a format, each with a well-kept parser behind it."""

from analyzer.intake.formats.kind import Kind, empty, find_kind, readable_suffixes
from analyzer.intake.formats.parse import parse

__all__ = ["Kind", "empty", "find_kind", "parse", "readable_suffixes"]
