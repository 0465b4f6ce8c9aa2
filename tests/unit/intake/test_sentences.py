"""Everything this package says to the reader has a sentence, and no sentence is left over."""

from __future__ import annotations

import re
from pathlib import Path

import usjp_reader.intake
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.corrections import LINE_RULE, REPEATED_RULE, SOURCE_RULE
from usjp_reader.domain.texts import CONTENT_KINDS, LineKind
from usjp_reader.intake.dating.rules import rules

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(usjp_reader.intake.__file__).parent.rglob("*.py")
)
SENTENCES = read_toml(resource("i18n", "en", "intake.toml"))


def keys() -> set[str]:
    said = set(re.findall(r'"intake\.(\w+)"', CODE))
    unread = read_toml(resource("formats", "unread.toml"))["sentences"]
    said |= {f"is_{kind}" for kind in unread}
    return said | {f"why_{rule.replace('-', '_')}" for rule in rules()}


def test_every_rule_of_dating_is_used() -> None:
    assert {rule for rule in rules() if f'"{rule}"' not in CODE} == set()


def test_every_message_has_a_sentence() -> None:
    assert keys() <= SENTENCES.keys()


def test_no_sentence_is_left_over() -> None:
    said = {key for key in SENTENCES if not key.startswith("rule_")}
    assert said - keys() == set()


def test_reasons_for_page_furniture_belong_to_rules_that_exist() -> None:
    tables = [path.read_text("utf-8") for path in resource("cleaning").glob("*.toml")]
    known = set(re.findall(r'"([a-z-]+)"', "\n".join([CODE, *tables])))
    told = {key.removeprefix("rule_").replace("_", "-") for key in SENTENCES if key[:5] == "rule_"}
    assert told - known == {LINE_RULE, SOURCE_RULE, REPEATED_RULE}


def furniture_rules() -> set[str]:
    """Every rule that may take a line for page furniture, by the tables and by the code."""
    content = {kind.value for kind in CONTENT_KINDS}
    tables = [read_toml(path).get("rule", []) for path in resource("cleaning").glob("*.toml")]
    known = {rule["id"] for table in tables for rule in table if rule["kind"] not in content}
    kinds = "|".join(kind.name for kind in LineKind if kind not in CONTENT_KINDS)
    return known | set(re.findall(rf'LineKind\.(?:{kinds}),\s+"([a-z-]+)"', CODE))


def test_every_rule_that_takes_a_line_for_furniture_says_why() -> None:
    assert {"share-menu", "pull-quote", "arrow-link", "name-below-title"} <= furniture_rules()
    told = {key.removeprefix("rule_").replace("_", "-") for key in SENTENCES if key[:5] == "rule_"}
    assert furniture_rules() - told == set()


def test_sentences_are_whole() -> None:
    for sentence in SENTENCES.values():
        assert sentence[0].isupper() or sentence[0] in "“{"
        assert sentence.endswith((".", "}"))
