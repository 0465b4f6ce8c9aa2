"""Records that come as named values: rows of a table, JSON objects. What the names mean."""
