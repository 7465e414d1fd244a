"""What a pipeline learns from, and where it lies: in the project, and outside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analyzer.training.examples import Example, ExampleError, read_authored, read_coded, read_codes
from analyzer.training.parallel import ParallelTexts, read_lexicon, read_parallel, read_plain

_OFTEN = 2


@dataclass(frozen=True)
class Materials:
    """Folders and files to learn from.

    `examples`: authored pairs, one `.jsonl` a theme. `coded`: further coded statements with their texts.
    `pool`: uncoded statements (`.jsonl.xz`), to which `codes` (`.jsonl`) give codes by `id`. `parallel`: a
    folder of German–English text for the encoder; `lexicon`: words and phrases in both languages. `kept`: a
    folder for what takes long to make and can be used again. `encoder`: a folder with a sentence-transformers
    model or spaCy pipeline to be used as it is. `teacher`: a trained pipeline (a name or a folder) whose
    beliefs about the pool's uncoded statements are learned as well.
    """

    examples: Path
    coded: Path | None = None
    pool: Path | None = None
    codes: Path | None = None
    parallel: Path | None = None
    lexicon: Path | None = None
    kept: Path | None = None
    encoder: Path | None = None
    teacher: Path | None = None

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
        return texts.joined_by(self.read_pairs(), times=_OFTEN)

    def read_pairs(self) -> list[tuple[str, str]]:
        """Return (German, English): authored pairs, coded statements with their translations, the lexicon."""
        examples = self.read_examples()
        english = {example.pair: example.text for example in examples if example.lang == "en"}
        pairs = [(example.text, english[example.pair]) for example in examples
                 if example.lang == "de" and example.pair in english]  # fmt: skip
        return pairs + (read_lexicon(self.lexicon) if self.lexicon else [])

    def read_plain_english(self) -> list[str]:
        """Return the English statements of the pool, without codes or twins; none where there is no pool."""
        return read_plain(self.pool, "en") if self.pool else []
