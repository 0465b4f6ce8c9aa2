"""The panel that lists passages and edits their notes and tags."""
