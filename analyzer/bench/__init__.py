"""Measurements of ourselves beside others, on data that is not part of the project."""
