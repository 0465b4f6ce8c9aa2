"""What the reader asked for, turned into a page of rows with counts and snippets."""
