"""What the reader marks: anchoring, overlap, history. Knows no store."""
