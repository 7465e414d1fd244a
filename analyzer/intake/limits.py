"""How large a file may be, and what reading it may take: settings of the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass

from analyzer.intake.result import IntakeError

_MB = 1024**2


@dataclass(frozen=True)
class Limits:
    """Megabytes of a file, and of memory to read it, and seconds, to which 2 a megabyte are added."""

    file_mb: int = 500
    memory_mb: int = 3000
    seconds: int = 8

    def seconds_for(self, size: int) -> float:
        """Return how long reading a file of `size` bytes may take."""
        return self.seconds + 2 * size / _MB

    def check(self, size: int, *, name: str) -> None:
        """Raise IntakeError if a file of `size` bytes is too large."""
        if size > self.file_mb * _MB:
            raise IntakeError(
                "{name} is larger than {most} MB. Please split it, or leave out columns that are not needed.",
                name=name,
                most=self.file_mb,
            )


def current_limits() -> Limits:
    """Return the limits, by CONFLICT_MIRROR_FILE_MB, …_MEMORY_MB and …_SECONDS."""
    found = {
        field: int(value)
        for field in ("file_mb", "memory_mb", "seconds")
        if (value := os.environ.get(f"CONFLICT_MIRROR_{field.upper()}", "")).isdigit()
    }
    return Limits(**found)
