"""Where the reader says whom names mean."""
