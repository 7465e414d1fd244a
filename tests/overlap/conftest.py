"""What the tests of this room share."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest


@pytest.fixture
def seconds() -> Callable[[Callable[[], object]], float]:
    """Processor seconds of a call, which other work on the machine does not lengthen much."""

    def measure(call: Callable[[], object]) -> float:
        start = time.process_time()
        call()
        return time.process_time() - start

    return measure
