"""When an article was published: what the page states, else what may be inferred, and why."""

from usjp_reader.intake.dating.dating import DATER, Reading, date_article
from usjp_reader.intake.dating.terms import TermsProtocol

__all__ = ["DATER", "Reading", "TermsProtocol", "date_article"]
