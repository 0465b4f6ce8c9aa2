"""Metadata, locators and the ids of articles."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import FieldValue, Locator, Metadata, article_uid
from usjp_reader.domain.dates import Status
from usjp_reader.domain.texts import text_sha


def test_fields_stand_in_one_order_however_they_are_given() -> None:
    one = Metadata.of(URL=FieldValue("u"), title=FieldValue("t"))
    other = Metadata.of(title=FieldValue("t"), URL=FieldValue("u"), page=None)
    assert one == other
    assert [name for name, _ in one.fields] == ["title", "URL"]


def test_underscores_stand_for_hyphens_where_csl_has_them() -> None:
    made = Metadata.of(container_title=FieldValue("港日報"), archive_location=FieldValue("Box 3"))
    assert made.get("container-title") == "港日報"
    assert made.get("archive_location") == "Box 3"


def test_a_field_that_csl_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        Metadata.of(colour=FieldValue("red"))


def test_one_field_can_be_replaced_or_taken_away() -> None:
    made = Metadata.of(title=FieldValue("t"))
    confirmed = FieldValue("u", Status.CONFIRMED)
    assert made.updated("title", confirmed).field("title") == confirmed
    assert made.updated("title", None).title is None
    assert made.updated("page", FieldValue("4")).title == "t"


def test_the_publisher_is_the_container_or_else_the_publisher() -> None:
    assert Metadata.of(publisher=FieldValue("p")).publisher == "p"
    both = Metadata.of(publisher=FieldValue("p"), container_title=FieldValue("c"))
    assert both.publisher == "c"
    assert Metadata().publisher is None


def test_authors_are_joined_by_semicolons() -> None:
    made = Metadata.of(author=FieldValue("Aso Tarō; de la Cruz, Ana"))
    assert made.authors == ("Aso Tarō", "de la Cruz, Ana")
    assert Metadata().authors == ()


def test_a_specimen_says_so() -> None:
    assert Metadata.of(genre=FieldValue("specimen")).is_specimen
    assert not Metadata.of(genre=FieldValue("editorial")).is_specimen


def test_a_locator_names_the_member_only_where_there_is_one() -> None:
    assert str(Locator("specimen", "a.txt")) == "specimen:a.txt"
    assert str(Locator("r1", "b.csv", "12")) == "r1:b.csv#12"


def test_the_same_text_from_another_publisher_or_day_is_another_article() -> None:
    sha = text_sha("text")
    ids = {
        article_uid(sha, None, None),
        article_uid(sha, "Meridian", None),
        article_uid(sha, None, "1951"),
        article_uid(sha, "Meridian", "1951"),
        article_uid(text_sha("other"), None, None),
    }
    assert len(ids) == 5
    assert article_uid(sha, "", "") == article_uid(sha, None, None)
    assert all(len(uid) == 32 for uid in ids)
