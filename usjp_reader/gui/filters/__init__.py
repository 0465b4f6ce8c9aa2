"""The sidebar: flags, eras, a histogram of years, and facets with their counts."""
