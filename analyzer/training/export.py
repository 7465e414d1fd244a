"""Turns the trained transformer into an ONNX graph of 8-bit integers, which needs no torch to run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from analyzer.training.bert import sentence_vectors

_OPSET = 17


def onnx_int8(weights: dict[str, Any]) -> bytes:
    """Return an ONNX graph from `ids` (texts, tokens) to `vectors` (texts, 384), its weights in int8.

    Quantisation is dynamic, a scale a channel (onnxruntime.quantization).
    """
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Graph(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.names = list(weights)
            self.values = torch.nn.ParameterList(list(weights.values()))

        def forward(self, ids: Any) -> Any:
            return sentence_vectors(dict(zip(self.names, self.values, strict=True)), ids)

    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            Graph().eval(),
            (torch.ones(2, 7, dtype=torch.long),),
            str(whole),
            input_names=["ids"],
            output_names=["vectors"],
            dynamic_axes={"ids": {0: "texts", 1: "tokens"}, "vectors": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
        return small.read_bytes()
