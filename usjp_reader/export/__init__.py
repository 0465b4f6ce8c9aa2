"""Passages and citations written as Markdown, HTML, CSV and JSON."""
