"""The panel of versions of one story, and two of them side by side."""
