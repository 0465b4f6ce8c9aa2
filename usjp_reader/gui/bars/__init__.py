"""Thin bars: search box, chips, the line above the list, the status line."""
