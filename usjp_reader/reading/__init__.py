"""Article, mentions, hits and passages merged into one Pygments token stream."""
