"""The command line: `conflict-mirror read`, `map`, `report`, `train`, `evaluate` and `bench`."""

from __future__ import annotations

import sys

from analyzer.cli.arguments import repeat_options
from analyzer.cli.terminal import complain
from analyzer.messages import UserError


def main() -> None:
    """Run the command line; a problem that the user can mend is said in one sentence, with exit code 2."""
    from analyzer.cli.commands import app

    try:
        app(args=repeat_options(sys.argv[1:], names=("--internal", "--customer")))
    except UserError as error:
        complain(error.sentence)
        sys.exit(2)
