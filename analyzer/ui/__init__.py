"""The pages in the browser; each thin: fields, one call, show."""
