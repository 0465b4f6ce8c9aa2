"""SQLite: what is saved and read back by id. Finding things is the business of search."""
