"""The page of one entity, in a window of its own beside the reader."""
