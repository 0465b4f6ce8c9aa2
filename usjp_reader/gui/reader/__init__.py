"""The reader pane: one article with its mentions, hits, passages and notes."""
