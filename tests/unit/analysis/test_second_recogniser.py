"""spaCy may add names to English articles; it never takes away what was found without it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers import recognisers
from tests.helpers.builders import an_article
from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.analysis.entities.second_recogniser import added, found_by
from usjp_reader.config.language_model import language_model
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.texts import TextVersion
from usjp_reader.knowledge import base
from usjp_reader.loading import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.entities import Mention

TEXT = (
    "Treaty talks end\n\nTOKYO, January 19, 1960 — Mr. Eisaku Sato saw Ms. Quillfeather of the "
    "Bramblewick Circle’s board in Tokyo. 岸信介 did not come.\n"
)
STRANGE = {
    "the Bramblewick Circle’s": "ORG",
    "Tokyo": "ORG",
    "Sato saw": "PERSON",
    "January 19": "DATE",
}

needs_spacy = pytest.mark.skipif(
    language_model() is None,
    reason="spaCy and its model are not installed: pip install '.[nlp]'",
)


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    """What one test had loaded is nothing to the next."""
    second_recogniser._pipeline.cache_clear()
    yield
    second_recogniser._pipeline.cache_clear()


def read(text: str = TEXT, *, second: bool = True) -> Analysed:
    record = Record("", TextVersion.of(text, "1", "test"))
    return pipeline.analyse(record, "a.txt", base.load(), second_recogniser=second)


def names_added(words: str, label: str, patch: pytest.MonkeyPatch, year: str = "1960") -> Mention:
    """The mention that is made of words that only spaCy finds."""
    recognisers.install(patch, {words: label})
    article = an_article(f"Title\n\nThey spoke of {words} today.\n", published=year)
    days = Edtf.parse(year).days
    (one,) = added((), article.version.text, article.derived, days, base.load())
    return one


def test_names_are_added_where_nothing_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, STRANGE)
    before, after = read(second=False).mentions, read().mentions
    (more,) = [one for one in after if one not in before]
    assert [one for one in after if one is not more] == list(before)
    assert (more.text, more.type, more.entity) == ("Bramblewick Circle", EntityType.ORG, None)
    assert more.span.of(TEXT) == "Bramblewick Circle"
    assert more.doubtful
    assert list(after) == sorted(after, key=lambda one: one.span)


def test_each_addition_says_by_which_model_it_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, STRANGE)
    by_model = {one.text: found_by(one) for one in read().mentions}
    assert by_model["Bramblewick Circle"] == f"spaCy, {recognisers.MODEL}"
    assert by_model["Tokyo"] is None
    why = next(one.why for one in read().mentions if found_by(one))
    assert said(why).startswith("Found by spaCy, en_core_web_sm 3.8.0")


@pytest.mark.parametrize(
    ("given", "label", "name"),
    [
        ("the Bramblewick Circle", "ORG", "Bramblewick Circle"),
        ("Bramblewick's", "GPE", "Bramblewick"),
        ("Bramblewickers’", "NORP", "Bramblewickers"),
        ("“The Bramblewick Accord”", "LAW", "Bramblewick Accord"),
        ("Ambassador Quillfeather", "PERSON", "Quillfeather"),
        ("N.B.W.", "ORG", "N.B.W."),
    ],
)
def test_a_mention_is_the_name_alone(
    given: str, label: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert names_added(given, label, monkeypatch).text == name


@pytest.mark.parametrize("given", ["thirty", "Ambassador", "State", "岸信介", "Q", "the", "“ ”"])
def test_words_that_name_nothing_are_left_out(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, {given: "ORG"})
    assert second_recogniser.found(f"They spoke of {given} today.") == []


def test_a_name_of_one_entity_that_fits_the_date_is_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    one = names_added("Eisaku Sato", "PERSON", monkeypatch)
    assert (one.entity, one.doubtful) == ("person/eisaku-sato", True)
    assert said(one.why).startswith("Found by spaCy, en_core_web_sm 3.8.0")
    assert "only Eisaku Sato is called so" in said(one.why)
    place = names_added("Okinawa Prefecture", "ORG", monkeypatch)
    assert (place.type, place.entity) == (EntityType.GPE, "place/okinawa")


@pytest.mark.parametrize(
    ("words", "label", "year"),
    [
        ("Sato", "PERSON", "1960"),  # a surname is that of many
        ("Eisaku Sato", "ORG", "1960"),  # a person is no organisation
        ("Barack Obama", "PERSON", "1935"),  # not yet born
        ("Quillfeather", "PERSON", "1960"),
    ],
)
def test_any_other_name_stays_without_a_link(
    words: str, label: str, year: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert names_added(words, label, monkeypatch, year).entity is None


def test_japanese_articles_are_left_to_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    text = "首相が訪米\n\n岸信介首相は一月十九日、ワシントンで Bramblewick 氏と会談した。\n"
    assert read(text).mentions == read(text, second=False).mentions


def test_long_texts_are_read_in_pieces_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    for text in ("So said Bramblewick.\n" * 900, "so said Bramblewick " * 900):
        found = second_recogniser.found(text)
        assert len(found) == 900
        assert {text[one.start : one.end] for one in found} == {"Bramblewick"}
    assert reader.longest < 5_000
    assert second_recogniser.found("x" * 9_000) == []


def test_a_book_is_left_to_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    assert second_recogniser.found("Bramblewick " * 50_000) == []
    assert reader.longest == 0


def test_without_spacy_articles_are_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.uninstall(monkeypatch)
    assert read() == read(second=False)
    assert pipeline.stages(second_recogniser=True) == pipeline.STAGES


def test_a_model_that_cannot_be_loaded_harms_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    recognisers.install_broken(monkeypatch)
    assert read() == read(second=False)
    assert read() == read(second=False)
    (line,) = [one for one in caplog.messages if "cannot be loaded" in one]  # once a process
    assert "E050" in line


def test_the_stages_name_the_model_where_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, {})
    assert pipeline.stages() == pipeline.STAGES
    stages = pipeline.stages(second_recogniser=True)
    assert stages.startswith(f"{pipeline.STAGES} second=")
    assert stages.endswith(":en_core_web_sm:3.8.0")


def test_spacy_is_not_imported_unless_it_is_switched_on() -> None:
    program = (
        "import sys\n"
        "from tests.unit.analysis.test_second_recogniser import read\n"
        "read(second=False)\n"
        "sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@needs_spacy
@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_installed_model_adds_names() -> None:
    text = (
        "Old friends meet\n\nKYOTO, May 3, 1979 — Hortensia Vandermolen of Bismarck Rubber Works "
        "met Thaddeus Wimbourne, who had come from Wollongong.\n"
    )
    model = language_model()
    before, after = read(text, second=False).mentions, read(text).mentions
    more = [one for one in after if one not in before]
    assert more
    assert [one for one in after if one not in more] == list(before)
    assert {found_by(one) for one in more} == {f"spaCy, {model}"}
    assert all(one.span.of(text) == one.text and one.doubtful for one in more)
