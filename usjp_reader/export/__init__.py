"""Passages with their citations for other programs and for people, as text files."""
