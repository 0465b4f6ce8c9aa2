"""File to labelled, dated article: pure text work that knows no store."""
