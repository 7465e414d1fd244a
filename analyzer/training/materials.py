"""What a pipeline learns from, and where it lies: in the project, and outside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analyzer.training.examples import Example, ExampleError, read_authored, read_coded, read_codes
from analyzer.training.parallel import ParallelTexts, read_lexicon, read_parallel

_OFTEN = 2


@dataclass(frozen=True)
class Materials:
    """Folders and files to learn from.

    `examples`: authored pairs, one `.jsonl` a theme. `coded`: further coded statements with their texts.
    `pool`: uncoded statements (`.jsonl.xz`), to which `codes` (`.jsonl`) give codes by `id`. `parallel`: a
    folder of German–English text for the encoder; `lexicon`: words and phrases in both languages. `kept`: a
    folder for what takes long to make and can be used again. `encoder`: a folder with a sentence-transformers
    model or spaCy pipeline to be used as it is.
    """

    examples: Path
    coded: Path | None = None
    pool: Path | None = None
    codes: Path | None = None
    parallel: Path | None = None
    lexicon: Path | None = None
    kept: Path | None = None
    encoder: Path | None = None

    def read_examples(self) -> list[Example]:
        """Return all examples; raises ExampleError for a line that breaks the form, or without any."""
        found = [*read_authored(self.examples), *(read_coded(self.coded) if self.coded else [])]
        if self.pool and self.codes:
            found += read_codes(self.codes, self.pool)
        if not found:
            raise ExampleError("There are no examples in {folder}.", folder=str(self.examples))
        return found

    def read_texts(self, *, most: int | None = None, seed: int = 0) -> ParallelTexts:
        """Return the text for the encoder; authored pairs and the lexicon count double.

        `most` keeps that many lines, drawn at random, of every file of parallel text.
        """
        if self.parallel is None:
            raise ExampleError("Please name a folder of parallel text with --parallel.")
        texts = read_parallel(self.parallel, pool=self.pool, most=most, seed=seed)
        authored = [example for example in self.read_examples() if example.source == "authored"]
        english = {example.pair: example.text for example in authored if example.lang == "en"}
        pairs = [(example.text, english[example.pair]) for example in authored
                 if example.lang == "de" and example.pair in english]  # fmt: skip
        pairs += read_lexicon(self.lexicon) if self.lexicon else []
        return texts.joined_by(pairs, times=_OFTEN)
