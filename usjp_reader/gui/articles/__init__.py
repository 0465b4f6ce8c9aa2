"""The list of articles: model, rows, view, and what is said when it is empty."""
