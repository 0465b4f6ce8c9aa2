"""What the lines of one exported record are: the answer of every layout."""

from __future__ import annotations

from dataclasses import dataclass, field

FIELD_RULE, SUMMARY_RULE, TITLE_RULE = "export-field", "export-summary", "export-title"


@dataclass(slots=True)
class Laid:
    """One record, on its way to metadata.

    Attributes:
        fields: (field, label, value) in the order they were met.
        rules: Which rule settles a line, by its index in the record; other lines are text.
        has_text: Whether any line is text.
        opening: Lines that hold a label and, behind it, the beginning of the text or the summary;
            by their index, where the text begins in them.
    """

    fields: list[tuple[str, str, str]] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    has_text: bool = False
    opening: dict[int, int] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """The first value of a field that is not empty."""
        return next((value for key, _, value in self.fields if key == name and value), None)

    def settle(self, lines: range | list[int], rule: str = FIELD_RULE) -> None:
        """Give lines that are not settled yet to a rule."""
        for at in lines:
            self.rules.setdefault(at, rule)
