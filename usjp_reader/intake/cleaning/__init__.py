"""Which line of a source text is what, and what the page says of its title and makers."""

from usjp_reader.intake.cleaning.labelling import CLEANER, Labelled, label

__all__ = ["CLEANER", "Labelled", "label"]
