"""The pictures of printed pages beside the text."""
