"""From authored examples and coded statements to a pipeline; torch is needed for the encoder alone."""

from analyzer.training.materials import Materials
from analyzer.training.run import Trained, train

__all__ = ["Materials", "Trained", "train"]
