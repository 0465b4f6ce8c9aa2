"""Marking passages, finding them again and taking it back; text work that knows no store."""
