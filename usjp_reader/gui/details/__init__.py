"""The details of articles: every field that a citation may want, edited one by one or together."""
