"""The process in which a file is read: little memory, little time, no file to write, no environment."""

from __future__ import annotations

import sys

from analyzer.intake.formats.refusal import refusal
from analyzer.intake.part import Input
from analyzer.intake.parts import read_parts, read_pasted
from analyzer.intake.result import IntakeError
from analyzer.intake.wire import dump_parts, dump_problem, load_input


def main() -> None:
    """Read one line about the input, and the input, from standard input; write parts or a problem as JSON."""
    memory_mb, seconds = map(int, sys.argv[1:3])
    _limit(memory_mb, seconds)
    given = load_input(sys.stdin.buffer.readline())
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read(), given))


def _answer(data: bytes, given: Input) -> bytes:
    try:
        return dump_parts(read_pasted(data.decode(), given) if given.pasted else read_parts(data, given))
    except IntakeError as error:
        return dump_problem(error.sentence)
    except MemoryError:
        pass
    except RecursionError:
        return dump_problem(refusal("damaged", given.name).sentence)
    return dump_problem(refusal("too_large", given.name).sentence)


def _limit(memory_mb: int, seconds: int) -> None:
    """Set the limits of this process, where the system knows them."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: memory_mb * 1024**2,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in wanted.items():
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
