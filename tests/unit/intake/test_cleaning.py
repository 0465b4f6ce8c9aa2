"""Every line of a page has one kind, and the article is told from what is wrapped around it.

The pages in `pages/` were made up in the manner of many sites. Each line is led by the letter of
its kind; above `===` stands what the page says of itself.
"""

# ruff: noqa: E501  (cases stay on one line)

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.pages import page
from usjp_reader.domain.articles import Container, FieldValue, Metadata
from usjp_reader.domain.texts import CONTENT_KINDS, LineKind
from usjp_reader.intake.cleaning import Labelled, label
from usjp_reader.intake.normalising import normalised
from usjp_reader.intake.readers.txt import container_of

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def labelled(text: str, container: Container | None = None) -> Labelled:
    return label(text, container or container_of(text))


def kinds_of(text: str) -> list[str]:
    return [line.kind.value for line in labelled(text).lines]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_told_from_the_page_around_it(path: Path) -> None:
    known = page(path)
    found = {line.number: line for line in labelled(known.text).lines}
    assert found.keys() == known.kinds.keys()
    wrong = {
        number: (line.span.of(known.text), line.rule)
        for number, line in found.items()
        if line.is_content != (known.kinds[number] in CONTENT_KINDS)
    }
    assert wrong == {}


def test_kinds_are_right_nearly_always() -> None:
    pairs = [
        (line.kind, page(path).kinds[line.number])
        for path in PAGES
        for line in labelled(page(path).text).lines
    ]
    right = sum(1 for found, known in pairs if found is known)
    assert right / len(pairs) > 0.94, f"{right} of {len(pairs)}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_what_it_is_called_and_who_made_it(path: Path) -> None:
    known, found = page(path), labelled(page(path).text)
    assert found.title == known.says.get("title")
    assert found.publisher == known.says.get("publisher")
    assert found.agency == known.says.get("agency")
    assert "; ".join(found.authors) == known.says.get("authors", "")
    assert found.language == path.name[:2]


WORDS = st.sampled_from(
    ["Share", "Tokyo said on Friday that it would not change the plan.", "By Ann Lee", "", "• 2",
     "関連記事", "　日米両政府は二十二日、協定に署名した。", "Comments", "© 2013 AFP", "𠮷😀", "\xa0",
     "Feb. 22, 2013 - 07:59AM JST", "---", "title: x", "| a | b |", "Read more:", "12", "\u200b"]
)  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=60), max_size=40))
def test_every_line_that_shows_something_has_exactly_one_kind(parts: list[str]) -> None:
    text = normalised("\n".join(parts))
    lines = labelled(text).lines
    split = text.splitlines()
    assert [line.number for line in lines] == [
        number for number, line in enumerate(split, 1) if line.strip()
    ]
    for line in lines:
        assert line.span.of(text) == split[line.number - 1]
        assert line.rule


def test_nothing_comes_of_nothing() -> None:
    found = labelled("")
    assert (found.lines, found.title, found.publisher) == ((), None, None)


def test_a_title_glued_to_menus_and_site_names_is_bared() -> None:
    body = "\n\n" + "Toyota said on Tuesday that it will build a second engine plant there. " * 3
    for line, title in (
        ("Toyota To Build Plant In Kentucky | CBS News", "Toyota To Build Plant In Kentucky"),
        (
            "Toyota to build plant in Kentucky - The Japan Times",
            "Toyota to build plant in Kentucky",
        ),
        ("Watch CBSN Live Toyota to build plant", "Toyota to build plant"),
        ("Toyota to build a plant Share Tweet Email", "Toyota to build a plant"),
        ("# Toyota to build a plant", "Toyota to build a plant"),
        ("トヨタ、工場を新設へ：朝日新聞デジタル", "トヨタ、工場を新設へ：朝日新聞デジタル"),
    ):
        assert labelled(line + body).title == title


def test_a_title_printed_twice_is_one_title() -> None:
    title = "Toyota to build a plant in Kentucky"
    text = f"{title}\n\nHome\n\n{title}\n\nBy Ann Lee\n\n" + "Toyota said that it will build. " * 9
    found = labelled(text)
    assert found.title == title
    assert [line.kind.value for line in found.lines].count("title") == 1


def test_the_title_of_the_container_wins() -> None:
    container = Container(Metadata.of(title=FieldValue("A short one")))
    text = (
        "A much longer heading of the page about Toyota\n\nA short one\n\n" + "Toyota said so. " * 9
    )
    found = labelled(text, container)
    assert found.title == "A short one"
    assert [line.kind for line in found.lines][:2] == [LineKind.BOILERPLATE, LineKind.TITLE]


def test_the_number_of_comments_above_an_article_begins_no_comments() -> None:
    text = "A heading of some length\n\n3 Comments\n\n" + "\n\n".join(
        f"The minister said for the {n}. time that nothing at all had been decided."
        for n in range(6)
    )
    assert "comment" not in kinds_of(text)


def test_front_matter_and_notices_are_labelled_as_such() -> None:
    text = "---\ntitle: T\n---\n# T\n\n" + "Long enough to be running text, it is. " * 4
    text += "\n\nSpecimen, written 2026\n"
    rules = [line.rule for line in labelled(text).lines]
    assert rules == ["front-matter"] * 3 + ["title", "paragraph", "specimen-notice"]


def test_a_page_of_nothing_but_menus_has_no_content() -> None:
    found = labelled("Home\nNews\nSports\nSign in\nSubscribe\n© 2020 The Daily Planet\n")
    assert not any(line.is_content for line in found.lines)


def test_a_scrap_keeps_its_words() -> None:
    found = labelled("Dear Sir,\n\nNo.\n\nYours")
    assert any(line.is_content for line in found.lines)


@pytest.mark.parametrize(
    "char", [" ", "<", "\xa0", "-", "(", "a", "。", "1", "| ", "\t", "Feb ", "="]
)
def test_a_megabyte_of_one_character_takes_no_time(char: str) -> None:
    text = char * (2**20 // len(char))
    began = time.process_time()
    labelled("Heading here for the page\n\n" + text + "\n" + text[:200] + "\n")
    assert time.process_time() - began < 1
