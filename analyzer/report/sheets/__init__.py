"""The sheets of the workbook: what stands in each, and how cells are written."""
