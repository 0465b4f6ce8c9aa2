"""Finding the people, organisations, places and agreements that an article names."""

from usjp_reader.analysis.entities.candidates import find_candidates
from usjp_reader.analysis.entities.linking import link
from usjp_reader.analysis.entities.overruling import overruled

LINKER = "3"
"""Version of the rules here; an article read with another one is read again."""

__all__ = ["LINKER", "find_candidates", "link", "overruled"]
