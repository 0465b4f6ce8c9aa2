"""The nouns: plain frozen values and their algebra. Standard library only."""
