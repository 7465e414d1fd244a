"""Reads documents: a spaCy pipeline that finds statements and says their themes, tone, phase and image."""

from analyzer.pipeline.beside import beside
from analyzer.pipeline.build import ModelError, build_pipeline, find_pipeline, load_pipeline
from analyzer.pipeline.document_reading import by_document
from analyzer.pipeline.evidence import Asked, Evidence, evidence
from analyzer.pipeline.lemmas import telling_words
from analyzer.pipeline.reading import learned_themes, read_documents

__all__ = [
    "Asked",
    "Evidence",
    "ModelError",
    "beside",
    "build_pipeline",
    "by_document",
    "evidence",
    "find_pipeline",
    "learned_themes",
    "load_pipeline",
    "read_documents",
    "telling_words",
]
