"""Each clause of a query selects what a plain reading of it selects, and is counted so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.builders import NOW, a_mention, a_passage, a_time, an_article, saved
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.dates import Days
from usjp_reader.domain.eras import Fit
from usjp_reader.domain.errors import BadQueryError
from usjp_reader.domain.queries import (
    ArticleQuery,
    Axis,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
    Sort,
)
from usjp_reader.knowledge import base
from usjp_reader.knowledge.eras import periodisation, periodisations
from usjp_reader.passages.values import to_values
from usjp_reader.search.finder import Finder
from usjp_reader.store.corpus import marks, numbering
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.domain.articles import Analysed

VALUES = ["1951-09-08", "1960", "1971/1973", "1972-05", "2009-01-20", "2009-02-24", "1945", None]
ENTITIES = {
    "Aso": ("person/taro-aso", "PERSON"),
    "Naha": ("place/naha", "GPE"),
    "Pact": ("agreement/pact", "LAW"),
}
FACET = {"Aso": Facet.PERSON, "Naha": Facet.PLACE, "Pact": Facet.LAW}
ERAS = [("phases", era.id) for era in periodisation("phases").eras][:15:2] + [
    ("us-administrations", era.id) for era in periodisation("us-administrations").eras[-6:]
]


@dataclass(frozen=True)
class Piece:
    """An article with what the reader made of it."""

    uid: str
    analysed: Analysed
    read: bool
    starred: bool
    tags: tuple[str, ...] | None

    @property
    def days(self) -> Days | None:
        value = self.analysed.published.value
        return value.days if value else None

    @property
    def order(self) -> tuple[date, date, str]:
        assert self.days is not None
        return self.days.earliest, self.days.latest, self.uid


@st.composite
def pieces(draw: st.DrawFn, number: int) -> Piece:
    names = draw(st.lists(st.sampled_from(sorted(ENTITIES)), unique=True))
    word = draw(st.sampled_from(["treaty", "silk", "安保", "NATO加盟 treaty"]))
    text = f"Title {number} 😀\n\nOf {word} and {' '.join(names)} spoke 𠮷田.\n"
    analysed = an_article(
        text,
        published=draw(st.sampled_from(VALUES)),
        publisher=draw(st.sampled_from(["Meridian", "港日報", None])),
        language=draw(st.sampled_from(["en", "ja"])),
        mentions=tuple(a_mention(text, name, *ENTITIES[name]) for name in names),
        times=tuple(
            a_time(v)
            for v in draw(st.lists(st.sampled_from(["1945", "1951-09-08", "2009"]), max_size=3))
        ),
    )
    tags = draw(st.none() | st.lists(st.sampled_from(["x", "基地"]), unique=True).map(tuple))
    uid = draw(st.sampled_from("0123456789abcdef")) + f"{number:031}"
    return Piece(uid, analysed, draw(st.booleans()), draw(st.booleans()), tags)


@st.composite
def small_corpora(draw: st.DrawFn) -> list[Piece]:
    return [draw(pieces(number)) for number in range(draw(st.integers(1, 9)))]


def change_of(piece: Piece) -> list[ItemChange]:
    flags = [flag for flag, on in (("read", piece.read), ("starred", piece.starred)) if on]
    items = [
        ItemChange("flag", f"{piece.uid}/{f}", None, {"article": piece.uid, "flag": f})
        for f in flags
    ]
    if piece.tags is not None:
        passage = a_passage(article=piece.uid, key=f"p{piece.uid}", tags=piece.tags)
        items.append(ItemChange("passage", passage.id, None, to_values(passage)))
    return items


def filled(path: str, some: list[Piece], ordered: int) -> tuple[CorpusDatabase, Finder]:
    """A corpus whose first `ordered` articles are in order; the rest is the tail."""
    corpus = CorpusDatabase(Path(path))
    saved(corpus, *((piece.uid, piece.analysed) for piece in some[:ordered]))
    with corpus.writing() as connection:
        numbering.fold(connection)
    saved(corpus, *((piece.uid, piece.analysed) for piece in some[ordered:]))
    items = tuple(item for piece in some for item in change_of(piece))
    with corpus.writing() as connection:
        marks.replay(connection, [Change("x", items, NOW, seq=1)])
    return corpus, Finder(corpus, base.load)


# -- the plain reading of each clause --------------------------------------------------------------


def has_word(piece: Piece, word: str) -> bool:
    return word in piece.analysed.version.text


def fit(piece: Piece, choice: EraChoice, axis: Axis) -> Fit | None:
    era = next(e for e in periodisation(choice.periodisation).eras if e.id == choice.era)
    if axis is Axis.PUBLISHED:
        return era.fit(piece.days) if piece.days else None
    inside = [one for one in piece.analysed.about if era.fit(one.days) is not None]
    if not inside:
        return None
    return Fit.CERTAIN if any(one.is_main for one in inside) else Fit.POSSIBLE


def values_of(piece: Piece, facet: Facet) -> set[str]:
    metadata = piece.analysed.metadata
    if facet is Facet.SOURCE:
        return {metadata.publisher or ""}
    if facet is Facet.LANGUAGE:
        return {metadata.get("language") or "en"}
    if facet is Facet.TAG:
        return set(piece.tags or ())
    words = {mention.text for mention in piece.analysed.mentions}
    return {ENTITIES[word][0] for word in words if FACET[word] is facet}


def has_flag(piece: Piece, flag: Flag) -> bool:
    return {
        Flag.UNREAD: not piece.read,
        Flag.STARRED: piece.starred,
        Flag.PASSAGES: piece.tags is not None,
        Flag.UNDATED: piece.days is None,
        Flag.REVIEW: piece.days is None,  # the made-up dates are stated, and sure
    }[flag]


def clauses(query: ArticleQuery) -> dict[str, Callable[[Piece], bool]]:
    """The groups of a query, each as a predicate."""
    found: dict[str, Callable[[Piece], bool]] = {}
    if query.words:
        found["words"] = lambda p: has_word(p, query.words)
    if query.published:
        wanted = query.published
        found["published"] = lambda p: bool(p.days and p.days.intersection(wanted))
    fits = {Fit.CERTAIN} if query.certain_only else {Fit.CERTAIN, Fit.POSSIBLE}
    for name in {choice.periodisation for choice in query.eras}:
        chosen = [choice for choice in query.eras if choice.periodisation == name]
        found[f"era:{name}"] = lambda p, chosen=chosen: any(  # type: ignore[misc]
            fit(p, choice, query.axis) in fits for choice in chosen
        )
    for facet in {choice.facet for choice in query.facets}:
        mine = [choice for choice in query.facets if choice.facet is facet]
        wanted_values = {choice.value for choice in mine if not choice.excluded}
        unwanted = {choice.value for choice in mine if choice.excluded}
        found[facet] = lambda p, f=facet, w=wanted_values, u=unwanted: (  # type: ignore[misc]
            (not w or bool(values_of(p, f) & w)) and not values_of(p, f) & u
        )
    for flag in query.flags:
        found[flag] = lambda p, flag=flag: has_flag(p, flag)  # type: ignore[misc]
    return found


def selected(some: list[Piece], query: ArticleQuery, without: str = "") -> list[Piece]:
    wanted = [clause for name, clause in clauses(query).items() if name != without]
    return [piece for piece in some if all(clause(piece) for clause in wanted)]


facet_choices = st.sampled_from(
    [
        *((facet, ENTITIES[name][0]) for name, facet in FACET.items()),
        (Facet.SOURCE, "Meridian"),
        (Facet.SOURCE, ""),
        (Facet.SOURCE, "never seen"),
        (Facet.LANGUAGE, "ja"),
        (Facet.TAG, "基地"),
        (Facet.PERSON, "person/nobody"),
    ]
)
queries = st.builds(
    ArticleQuery,
    words=st.sampled_from(["", "", "treaty", "安保", "NATO"]),
    eras=st.lists(st.sampled_from(ERAS).map(lambda e: EraChoice(*e)), max_size=2, unique=True).map(
        tuple
    ),
    axis=st.sampled_from(Axis),
    certain_only=st.booleans(),
    facets=st.lists(
        st.tuples(facet_choices, st.booleans()).map(lambda c: FacetChoice(*c[0], c[1])),
        max_size=3,
        unique=True,
    ).map(tuple),
    flags=st.lists(st.sampled_from(Flag), max_size=2, unique=True).map(tuple),
    published=st.none()
    | st.sampled_from(
        [Days(date(1951, 1, 1), date(1960, 12, 31)), Days(date(1972, 5, 31), date(2009, 1, 20))]
    ),
)

_SLOW = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@_SLOW
@given(
    some=small_corpora(), some_queries=st.lists(queries, min_size=6, max_size=10), data=st.data()
)
def test_both_readings_of_a_query_select_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    some: list[Piece],
    some_queries: list[ArticleQuery],
    data: st.DataObject,
) -> None:
    path = str(tmp_path_factory.mktemp("c") / "corpus.db")
    corpus, finder = filled(path, some, data.draw(st.integers(0, len(some))))
    for query in some_queries:
        result = finder.find(query)
        expected = selected(some, query)
        assert finder.uids(result) == {piece.uid for piece in expected}
        assert len(result) == len(expected)
        _check_counts(finder, some, query)
    corpus.close()


def _check_counts(finder: Finder, some: list[Piece], query: ArticleQuery) -> None:
    counts = finder.counts(query)
    expected = selected(some, query)
    assert counts.total == len(expected)
    assert counts.library == len(some)
    assert counts.marked == sum(has_flag(piece, Flag.PASSAGES) for piece in some)
    for flag in Flag:
        others = selected(some, query, without=flag)
        assert counts.flags[flag] == sum(has_flag(piece, flag) for piece in others)
    for facet in Facet:
        others = selected(some, query, without=facet)
        tally: dict[str, int] = {}
        for piece in others:
            for value in values_of(piece, facet):
                tally[value] = tally.get(value, 0) + 1
        assert {count.value: count.count for count in counts.facets[facet]} == tally
    for known in periodisations():
        others = selected(some, query, without=f"era:{known.id}")
        for count in counts.eras[known.id]:
            choice = EraChoice(known.id, count.era)
            fits = [fit(piece, choice, query.axis) for piece in others]
            assert (count.certain, count.possible) == (
                fits.count(Fit.CERTAIN),
                fits.count(Fit.POSSIBLE),
            )
    days = [piece.days for piece in expected if piece.days]
    years = [d.earliest.year for d in days if d.earliest.year == d.latest.year]
    assert dict(counts.years) == {year: years.count(year) for year in years}
    assert counts.years_doubtful == len(days) - len(years)


def in_order(some: list[Piece], sort: Sort) -> list[str]:
    dated = sorted((p for p in some if p.days), key=lambda p: p.order)
    undated = sorted(p.uid for p in some if not p.days)
    if sort is Sort.NEWEST:
        dated.reverse()
    return [*(p.uid for p in dated), *undated]


@_SLOW
@given(some=small_corpora(), data=st.data())
def test_a_list_is_the_same_before_and_after_the_tail_is_folded_in(
    tmp_path_factory: pytest.TempPathFactory, some: list[Piece], data: st.DataObject
) -> None:
    path = str(tmp_path_factory.mktemp("c") / "corpus.db")
    corpus, finder = filled(path, some, data.draw(st.integers(0, len(some))))
    results = {sort: finder.find(ArticleQuery(sort=sort)) for sort in Sort}

    def listed(sort: Sort) -> list[str]:
        result = results[sort]
        pages = [finder.rows(result, at, 2) for at in range(0, len(result), 2)]
        return [row.uid for page in pages for row in page]

    before = {sort: listed(sort) for sort in Sort}
    assert before[Sort.NEWEST] == in_order(some, Sort.NEWEST)
    assert before[Sort.OLDEST] == in_order(some, Sort.OLDEST)
    with corpus.writing() as connection:
        numbering.fold(connection)
    assert {sort: listed(sort) for sort in Sort} == before  # results of an older epoch
    assert all(finder.uids(result) == {p.uid for p in some} for result in results.values())
    corpus.close()


def test_sources_come_by_name_and_those_without_one_last(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    saved(
        corpus,
        ("n", an_article(publisher=None)),
        ("m", an_article(publisher="meridian", published="1951")),
        ("o", an_article(publisher="Meridian", published="1972")),
        ("h", an_article(publisher="Harbor")),
        ("u", an_article(publisher="Harbor", published=None)),
    )
    rows = finder.rows(finder.find(ArticleQuery(sort=Sort.SOURCE)), 0, 9)
    assert [row.uid for row in rows] == ["h", "u", "o", "m", "n"]


def test_the_longest_comes_first(corpus: CorpusDatabase, finder: Finder) -> None:
    for words in (3, 40, 12):
        saved(corpus, (f"u{words:02}", an_article("T\n\n" + "word " * words)))
    rows = finder.rows(finder.find(ArticleQuery(sort=Sort.LONGEST)), 0, 9)
    assert [row.uid for row in rows] == ["u40", "u12", "u03"]


@pytest.mark.parametrize("choice", [EraChoice("phases", "gone"), EraChoice("gone", "occupation")])
def test_an_era_that_does_not_exist_is_said_not_to(finder: Finder, choice: EraChoice) -> None:
    for ask in (finder.find, finder.counts):
        with pytest.raises(BadQueryError):
            ask(ArticleQuery(eras=(choice,)))


def test_an_empty_corpus_has_nothing(finder: Finder) -> None:
    result = finder.find(ArticleQuery(words="x", sort=Sort.RELEVANCE))
    assert len(result) == 0
    assert finder.rows(result, 0, 50) == ()
    counts = finder.counts(ArticleQuery())
    assert counts.total == 0
    assert counts.years == ()


def test_rows_show_what_the_reader_made_of_them(corpus: CorpusDatabase, finder: Finder) -> None:
    piece = Piece("u1", an_article(), read=True, starred=True, tags=())
    saved(corpus, ("u1", piece.analysed), ("u2", piece.analysed))
    result = finder.find(ArticleQuery())
    with corpus.writing() as connection:
        marks.replay(connection, [Change("x", tuple(change_of(piece)), NOW, seq=1)])
    rows = {row.uid: row for row in finder.rows(result, 0, 9)}
    assert (rows["u1"].is_unread, rows["u1"].is_starred, rows["u1"].has_passages) == (
        False,
        True,
        True,
    )
    assert (rows["u2"].is_unread, rows["u2"].is_starred, rows["u2"].has_passages) == (
        True,
        False,
        False,
    )


def test_a_page_beyond_the_end_is_what_is_there(corpus: CorpusDatabase, finder: Finder) -> None:
    saved(corpus, *((f"u{n}", an_article()) for n in range(3)))
    result = finder.find(ArticleQuery())
    assert len(finder.rows(result, 2, 50)) == 1
    assert finder.rows(result, 3, 50) == ()


@pytest.mark.slow
def test_a_page_may_be_longer_than_a_statement_of_sql(
    corpus: CorpusDatabase, finder: Finder
) -> None:
    saved(corpus, *((f"u{n:04}", an_article("T\n\nx\n")) for n in range(1_200)))
    rows = finder.rows(finder.find(ArticleQuery(sort=Sort.OLDEST)), 0, 10_000)
    assert [row.uid for row in rows] == [f"u{n:04}" for n in range(1_200)]


def test_articles_of_an_entity_are_counted_by_year(corpus: CorpusDatabase, finder: Finder) -> None:
    text = "T\n\nAso spoke.\n"
    mention = a_mention(text, "Aso", "person/taro-aso")
    for uid, value in (("a", "2009-02-24"), ("b", "2009"), ("c", "2008/2009"), ("d", None)):
        saved(corpus, (uid, an_article(text, published=value, mentions=(mention,))))
    assert finder.per_year("person", "person/taro-aso") == ((2009, 2),)
    assert finder.count_of("person", "person/taro-aso") == 4
    assert finder.count_of("person", "person/nobody") == 0
