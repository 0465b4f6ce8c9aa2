"""What can be said of a field is put in order; what cannot is refused by its reason."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import CSL_FIELDS
from usjp_reader.domain.errors import BadValueError
from usjp_reader.library.field_values import checked


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("title", "  Two \n shocks  ", "Two shocks"),
        ("title", "", ""),
        ("author", "Jane Roe;佐藤 花子 ; ", "Jane Roe; 佐藤 花子"),
        ("published", "15 May 1972", "1972-05-15"),
        ("accessed", "昭和47年5月", "1972-05"),
        ("URL", "https://www.example.org/a?b=c", "https://www.example.org/a?b=c"),
        ("URL", "http://例え.example/頁", "http://例え.example/頁"),
        ("DOI", "https://doi.org/10.1234/Ab.5", "10.1234/Ab.5"),
        ("ISSN", "00280836", "0028-0836"),
        ("ISBN", "978-4-00-310101-8", "978-4-00-310101-8"),
        ("page", "4", "4"),
        ("page", "A1, A3", "A1, A3"),
        ("page", "iv–vi", "iv–vi"),
        ("page", "12面", "12面"),
        ("number-of-pages", "312", "312"),
        ("language", "en-US", "en-US"),
        ("type", "article-newspaper", "article-newspaper"),
        ("genre", "editorial", "editorial"),
        ("edition", "夕刊 第4版", "夕刊 第4版"),
    ],
)
def test_what_is_typed_is_put_in_order(name: str, typed: str, kept: str) -> None:
    assert checked(name, typed) == kept


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("weather", "fine", "library.no_field"),
        ("published", "sometime", "knowledge.date_not_understood"),
        ("accessed", "3/4/2010", "knowledge.date_of_two_readings"),
        ("URL", "www.example.org", "library.no_url"),
        ("URL", "javascript:alert(1)", "library.no_url"),
        ("URL", "https://exam ple.org", "library.no_url"),
        ("URL", "http://[::1", "library.no_url"),
        ("DOI", "doi", "library.no_doi"),
        ("ISSN", "123", "library.no_issn"),
        ("ISBN", "12345", "library.no_isbn"),
        ("page", "4 and more!", "library.no_page"),
        ("number-of-pages", "many", "library.no_number"),
        ("language", "the Queen's English", "library.no_language"),
        ("type", "newspaper article", "library.no_type"),
        ("genre", "Specimen", "library.genre_of_specimens"),
    ],
)
def test_what_the_field_cannot_be_is_refused(name: str, typed: str, key: str) -> None:
    with pytest.raises(BadValueError) as refused:
        checked(name, typed)
    assert refused.value.message.key == key


def test_every_field_can_be_emptied() -> None:
    assert {checked(name, " ") for name in CSL_FIELDS} == {""}
