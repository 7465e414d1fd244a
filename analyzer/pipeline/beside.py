"""What is kept beside a model in its folder: plain JSON that statistics are given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from analyzer.pipeline.build import find_pipeline


def beside(model: str | Path, name: str) -> Any:
    """Return the content of `name`.json in the model's folder, None where there is no such file.

    Raises ModelError if there is no such model.
    """
    path = find_pipeline(model) / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
