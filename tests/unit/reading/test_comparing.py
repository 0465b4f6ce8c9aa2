"""Two versions side by side: what each has alone, and where one stands in the other."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers.builders import an_article
from usjp_reader.domain.articles import Article
from usjp_reader.reading.comparing import MOST_WORDS, compare, compared, content_of, is_comparable

WORDS = st.lists(
    st.sampled_from(["the", "treaty", "US", "ships", "日", "米", "𠮷", "😀"]), max_size=14
)


def alone(left: str, right: str) -> tuple[list[str], list[str]]:
    found = compared(left, right)
    return (
        [span.of(left) for span in found.left.alone],
        [span.of(right) for span in found.right.alone],
    )


def test_words_taken_away_and_put_in_are_found() -> None:
    left = "About 50,000 troops are in Japan, an official said on Tuesday."
    right = "About 53,000 troops are now in Japan, an official said."
    assert alone(left, right) == (["50,000", "on Tuesday"], ["53,000", "now"])


def test_typography_and_case_are_no_difference() -> None:
    assert alone("“Japan’s” TREATY—now", '"Japan\'s" treaty - now') == ([], [])


def test_japanese_is_compared_by_characters() -> None:
    assert alone("首相は十七日、調印した。", "首相は十八日、調印する。") == (
        ["七", "した"],
        ["八", "する"],
    )


def test_a_word_in_place_of_another_is_one_difference() -> None:
    found = compared("They signed in Tokyo today.", "They signed in Naha today.")
    (difference,) = found.differences
    assert difference.left.of(found.left.text) == "Tokyo"
    assert difference.right.of(found.right.text) == "Naha"


def test_furniture_is_left_out() -> None:
    analysed = an_article()
    article = Article(
        "a", analysed.version, analysed.metadata, analysed.published, analysed.lines, ()
    )
    assert "Share this article" in article.version.text
    assert "Share this article" not in content_of(article)
    found = compare(article, article)
    assert found.differences == ()
    assert found.shared == 1.0


def test_what_is_too_long_is_not_compared() -> None:
    analysed = an_article()
    parts = (analysed.version, analysed.metadata, analysed.published, analysed.lines, ())
    short, long = Article("a", *parts, words=5), Article("b", *parts, words=MOST_WORDS + 1)
    assert is_comparable(short, short)
    assert not is_comparable(short, long)


@given(WORDS, WORDS)
def test_what_is_not_alone_is_the_same_in_both(one: list[str], two: list[str]) -> None:
    left, right = " ".join(one), " ".join(two)
    found = compared(left, right)

    def rest(text: str, spans: tuple[object, ...]) -> list[str]:
        kept = list(text)
        for span in spans:
            for at in range(span.start, span.end):  # type: ignore[attr-defined]
                kept[at] = " "
        return "".join(kept).split()

    assert [w for w in rest(left, found.left.alone) if w.strip("😀")] == [
        w for w in rest(right, found.right.alone) if w.strip("😀")
    ]


@given(WORDS, WORDS, st.integers(0, 60))
@example(["😀", "the", "the", "😀"], ["😀", "the", "the", "😀"], 1)
def test_every_position_has_one_on_the_other_side(
    one: list[str], two: list[str], position: int
) -> None:
    left, right = " ".join(one), " ".join(two)
    found = compared(left, right)
    assert found.opposite(position, from_left=True) >= 0
    if left == right and found.anchors:
        assert found.opposite(min(position, len(left)), from_left=True) == min(position, len(left))
