"""The slides of the deck: text fitted by measured lengths, native charts, one file a kind of slide."""
