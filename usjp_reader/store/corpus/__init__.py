"""Articles, mentions, index and bitmaps: everything that can be built again from texts."""
