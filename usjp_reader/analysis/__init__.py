"""Article to what is in it: mentions and their links. Pure text work."""
