"""USJP Reader: a reader for articles on the relationship between the United States and Japan."""

__version__ = "0.1.0"
