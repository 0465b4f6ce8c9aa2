"""The one facade that both front ends use."""

from usjp_reader.library.facade import OWN, SPECIMENS, Library, LibrarySnapshot
from usjp_reader.library.health import Health, checked

__all__ = ["OWN", "SPECIMENS", "Health", "Library", "LibrarySnapshot", "checked"]
