"""The grammar of time expressions in English and Japanese: what they say by themselves.

What an expression means for an article (its date, what it talks about) is decided above.
"""

from usjp_reader.knowledge.times.expressions import Expression, Form, Shift, Unit
from usjp_reader.knowledge.times.finding import expressions_in

__all__ = ["Expression", "Form", "Shift", "Unit", "expressions_in"]
