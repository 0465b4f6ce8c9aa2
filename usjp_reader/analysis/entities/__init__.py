"""Names of people, organisations, places and agreements in an article: found, then linked.

Candidates are found before the date is known; the date then chooses among them.
"""

from usjp_reader.analysis.entities.finder import find_candidates
from usjp_reader.analysis.entities.linker import link

LINKER = "1"
"""Version of finding and linking; an article read with another one is read again."""

__all__ = ["LINKER", "find_candidates", "link"]
