"""Reading in a child process, which may fail, hang or eat memory without harm to anybody else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from math import ceil
from pathlib import Path

import analyzer
from analyzer.intake.limits import Limits
from analyzer.intake.part import Input, Part
from analyzer.intake.result import IntakeError
from analyzer.intake.wire import dump_input, load_parts

_PATIENCE = 4
_OUT_OF_TIME = -int(getattr(signal, "SIGXCPU", 999))
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def read_apart(data: bytes, given: Input, limits: Limits) -> list[Part]:
    """Return the parts of a file, read by a process of its own within the limits; raises IntakeError.

    The process gets the file by a pipe and answers in JSON; it knows nothing of this one's environment.
    The seconds are those of its own work: on a busy machine, it may wait three times as long besides.
    """
    seconds = limits.seconds_for(len(data))
    command = [sys.executable, "-P", "-m", "analyzer.intake.child", str(limits.memory_mb), str(ceil(seconds))]
    try:
        done = subprocess.run(
            command,
            input=dump_input(given) + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE * seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(given.name) from error
    if done.returncode == _OUT_OF_TIME:
        raise _too_long(given.name)
    if done.returncode or not done.stdout:
        raise IntakeError(
            "{name} cannot be read: it is damaged, or would need more than it may. "
            "Please save it anew, as CSV or as text.",
            name=given.name,
        )
    return load_parts(done.stdout)


def _too_long(name: str) -> IntakeError:
    return IntakeError(
        "{name} takes too long to read. Please save it anew, or split it into smaller files.", name=name
    )


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    home = str(Path(analyzer.__file__).parents[1])
    return kept | {"PYTHONPATH": home, "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
