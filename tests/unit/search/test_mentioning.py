"""How many articles mention somebody, with whom, and where exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.builders import TEXT, a_mention, an_article, saved
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import Facet
from usjp_reader.knowledge import base
from usjp_reader.search.finder import Finder
from usjp_reader.store.corpus import numbering
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    import pytest

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.entity_pages import MentionLines

ASO, OBAMA, OKINAWA = "person/taro-aso", "person/barack-obama", "place/okinawa"
WORDS = {ASO: ("Aso", "PERSON"), OBAMA: ("Obama", "PERSON"), OKINAWA: ("Naha", "GPE")}


def mentioning(*entities: str, published: str | None = "2009-02-24", number: int = 0) -> Analysed:
    names = " and ".join(WORDS[one][0] for one in entities)
    text = f"Title {number} 😀\n\nOf {names or 'nobody'} the 𠮷田 papers\nspeak.\n"
    mentions = tuple(a_mention(text, WORDS[one][0], one, WORDS[one][1]) for one in entities)
    return an_article(text, published=published, mentions=mentions)


def lines(finder: Finder, *ids: str, skipped: int = 0, most: int = 100) -> MentionLines:
    return finder.mentioned.lines(ids, skipped, most, CancelToken())


def test_articles_are_counted_by_year_also_those_of_ids_that_were_merged(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    saved(
        corpus,
        ("1", mentioning(ASO)),
        ("2", mentioning(ASO, OBAMA, published="2010-01-01")),
        ("3", mentioning(OBAMA, published="2010")),
        ("4", mentioning(ASO, published=None)),
    )
    assert finder.mentioned.counts([ASO]) == (3, ((2009, 1), (2010, 1)))
    assert finder.mentioned.counts([ASO, OBAMA]) == (4, ((2009, 1), (2010, 2)))
    assert finder.mentioned.counts(["person/nobody"]) == (0, ())


def test_who_is_mentioned_in_the_same_articles_is_told_the_most_frequent_first(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    saved(
        corpus,
        ("1", mentioning(ASO, OBAMA, number=1)),
        ("2", mentioning(ASO, OKINAWA, number=2)),
        ("3", mentioning(ASO, OKINAWA, number=3)),
        ("4", mentioning(OBAMA, number=4)),
    )
    told = finder.mentioned.companions([ASO], base.load(), 5, "family-first")
    assert [(one.entity, one.facet, one.articles) for one in told] == [
        (OKINAWA, Facet.PLACE, 2),
        (OBAMA, Facet.PERSON, 1),
    ]
    assert (
        finder.mentioned.companions([OBAMA], base.load(), 5, "family-first")[0].name == "Aso Taro"
    )


@given(st.lists(st.sets(st.sampled_from(sorted(WORDS))), max_size=8))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_companions_are_what_one_would_count_by_hand(
    tmp_path_factory: pytest.TempPathFactory, articles: list[set[str]]
) -> None:
    corpus = CorpusDatabase(tmp_path_factory.mktemp("c") / "corpus.db")
    try:
        texts = [mentioning(*sorted(one), number=n) for n, one in enumerate(articles)]
        saved(corpus, *((f"{n:032x}", text) for n, text in enumerate(texts)))
        finder = Finder(corpus, base.load)
        told = finder.mentioned.companions([ASO], base.load(), 9, "given-first")
        by_hand = {
            other: sum(ASO in one and other in one for one in articles)
            for other in (OBAMA, OKINAWA)
        }
        assert {one.entity: one.articles for one in told} == {k: n for k, n in by_hand.items() if n}
    finally:
        corpus.close()


def test_a_mention_stands_in_its_paragraph_and_knows_its_place_in_the_text(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    article = an_article(
        mentions=(a_mention(TEXT, "Taro Aso", ASO), a_mention(TEXT, "President Obama", OBAMA))
    )
    saved(corpus, ("1", article))
    (one,) = lines(finder, ASO).lines
    assert one.before.endswith("papers say that Prime Minister ")
    assert one.words == "Taro Aso"
    assert one.after == " met President Obama."
    assert one.span.of(TEXT) == "Taro Aso"
    assert one.article.title == "Aso and Obama meet 😀"


def test_mentions_come_by_date_in_parts_and_each_comes_once(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    days = [f"{year}-03-0{day}" for year in range(1950, 1975) for day in (1, 2)]
    late_first = [(f"{n:02}", mentioning(ASO, published=d, number=n)) for n, d in enumerate(days)]
    saved(corpus, *reversed(late_first), ("x", mentioning(ASO, published=None, number=99)))
    with corpus.writing() as connection:
        numbering.fold(connection)
    saved(corpus, ("tail", mentioning(ASO, published="1960-06-06", number=100)))
    titles: list[str] = []
    at: int | None = 0
    parts = 0
    while at is not None:
        part = lines(finder, ASO, skipped=at, most=20)
        titles += [one.article.title for one in part.lines]
        at, parts = part.following, parts + 1
    assert parts == 3
    wanted = [f"Title {n} 😀" for n in (*range(22), 100, *range(22, 50), 99)]
    assert titles == wanted


def test_reading_mentions_stops_when_nobody_wants_them_any_more(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    saved(corpus, ("1", mentioning(ASO)))
    cancel = CancelToken()
    cancel.cancel()
    assert finder.mentioned.lines([ASO], 0, 10, cancel).lines == ()
