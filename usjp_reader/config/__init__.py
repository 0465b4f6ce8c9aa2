"""Paths, settings, resources and logs: where things are. No knowledge of articles."""
