"""Lines that only their place told are weighed once more, by all that speaks for and against."""

from __future__ import annotations

import pytest

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.articles import Container
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.cleaning.line_clues import DOUBTFUL, ZONES, line_weights
from usjp_reader.intake.cleaning.second_look import SECOND_LOOK_RULES

TEXT = """KOZA CROSSROADS                              3

Biggest rally ever puts the bases on notice

By Karen Burgess

GINOWAN — If you tried to drive down the highway on
Saturday afternoon you know already. The buses stood
in line from the harbor to the convention center, and
people left them and walked to the rally.

The organizers of the rally say that eighty thousand
came. The police say fifty thousand. Either way no
crowd as great has come together on the island since
the reversion, or before it.

The governor began by asking pardon, as head of the
administration. He has told Tokyo that he will not
sign the leases of the bases in place of landowners.

"The year should have been our year of forgetting,"
said a retired principal at the rally. "It is not."
"""


def kept(below: str) -> str:
    text = f"{TEXT}\n{below}\n"
    return "\n".join(
        line.span.of(text) for line in label(text, Container()).lines if line.is_content
    )


@pytest.mark.parametrize(
    "notice",
    [
        "-\nKoza Crossroads comes out every Friday. Free at the\ngates, ¥150 elsewhere.",
        "———\nLOST: One lighter, engraved. See Yeoman Kovacs at the\npier. Reward.",
        "———\nMARRIED,\nIn Cherryfield, 1st inst., by Rev. Mr. Bowker, Capt.\nWass to Miss Nash.",
    ],
)
def test_notices_that_a_column_prints_below_an_article_are_left_out(notice: str) -> None:
    found = kept(notice)
    assert found.endswith('"It is not."')


@pytest.mark.parametrize(
    "paragraph",
    [
        "The organizers of the rally will meet the governor in\nTokyo on Friday, officials said.",
        '"We will come again," a student at the rally said, and\nwent to look for the buses.',
    ],
)
def test_a_last_paragraph_that_speaks_of_the_same_stays(paragraph: str) -> None:
    assert kept(paragraph).endswith(paragraph)


def test_every_zone_has_weights_for_every_rule_that_is_looked_at_again() -> None:
    weights = line_weights()
    known = {name for zone in ZONES for name in weights[zone].clues}
    assert {f"rule {rule}" for rule in DOUBTFUL} - known <= {"rule date-line", "rule page-fact"}
    assert all(len(weights[zone].clues) > 20 for zone in ZONES)


def test_what_is_known_word_for_word_is_not_weighed() -> None:
    text = f"{TEXT}\n© 1995 Koza Crossroads\nPrivacy policy\n"
    kinds = [line.kind for line in label(text, Container()).lines][-2:]
    assert kinds == [LineKind.COPYRIGHT, LineKind.BOILERPLATE]


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, November 19\nPresident Ford, the first President to come, was welcomed today.",
        "Friday, April 16\nPrime Minister Suga today became the first leader received there.",
        "Please write to us.\nThe ministers of both countries signed the paper in Tokyo today.",
    ],
)
def test_what_little_there_is_stays(text: str) -> None:
    lines = label(text, Container()).lines
    assert lines[-1].is_content


def test_what_spoke_most_against_a_line_is_said() -> None:
    text = f"{TEXT}\n———\nLOST: One lighter, engraved. See Yeoman Kovacs at the\npier. Reward.\n"
    rules = [line.rule for line in label(text, Container()).lines]
    assert rules[-2:] == ["unlike-shares-nothing"] * 2
    told = read_toml(resource("i18n", "en", "intake.toml"))
    assert all(f"rule_{rule.replace('-', '_')}" in told for rule in SECOND_LOOK_RULES)
