"""Bibliographies as reference managers export them: items, their fields, and their files."""
