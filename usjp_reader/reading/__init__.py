"""An article with its mentions, passages and hits as one token stream; no store, no Qt."""
