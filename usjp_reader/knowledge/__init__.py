"""Entities, names, offices, eras and folds, read from resources/ and used by everything above."""
