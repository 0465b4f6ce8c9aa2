"""What search, mentions and quotations read, and the way back to the source text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import DerivedText, Line, LineKind
from usjp_reader.knowledge.deriving import cjk_bigrams, derived, furniture, plain
from usjp_reader.knowledge.folding import folded

WORDS = st.text(
    alphabet=st.sampled_from("abc DEÉōū-\u00ad\u00a0ﬁﬂ佐藤榮作國《さとう》ｶﾞＡ１𠮷😀。、.“”"),
    max_size=60,
)
KINDS = st.sampled_from([LineKind.TITLE, LineKind.BODY, LineKind.BOILERPLATE])


def lines_of(text: str, kinds: list[LineKind] | None = None) -> tuple[Line, ...]:
    found: list[Line] = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        if line.strip():
            kind = kinds[len(found) % len(kinds)] if kinds else LineKind.BODY
            found.append(Line(index + 1, Span(start, start + len(line)), kind, "test"))
        start += len(line) + 1
    return tuple(found)


def derive(text: str) -> DerivedText:
    return derived(text, lines_of(text))


WRAPPED = """\
TOKYO -- Prime Minister Ei-
saku Sato said on Tuesday that the return of
Okinawa was a matter for both govern-
ments, and that the U.S.-
Japan treaty would be kept in force as a long-
term arrangement between two nations.
All agreed to that in the autumn.
A short end.
The next paragraph begins here and goes on to
say what was said about the textile talks.
"""


def test_hard_wraps_are_undone() -> None:
    text = derive(WRAPPED).text
    assert "Prime Minister Eisaku Sato said on Tuesday that the return of Okinawa" in text
    assert "governments, and that the U.S.-Japan treaty" in text
    assert "a long-term arrangement between two nations." in text


def test_a_paragraph_end_without_a_blank_line_stays() -> None:
    assert "A short end.\nThe next paragraph begins here and goes on to say" in derive(WRAPPED).text


def test_a_dehyphenated_name_leads_back_to_both_lines() -> None:
    result = derive(WRAPPED)
    at = result.text.index("Eisaku")
    source = result.to_source(Span(at, at + 6))
    assert source.of(WRAPPED) == "Ei-\nsaku"
    assert result.from_source(source) == Span(at, at + 6)
    assert plain(source.of(WRAPPED)) == "Eisaku"


def test_lists_are_not_unwrapped() -> None:
    text = "Tokyo and Washington, the two capitals\nOkinawa and Guam, where the bases are\n"
    assert derive(text).text == text.rstrip("\n")


def test_paragraphs_on_one_line_are_not_unwrapped() -> None:
    text = "word " * 60 + "\nnext " * 60
    assert "\nnext" in derive(text).text


def test_japanese_lines_join_without_a_blank() -> None:
    text = (
        "佐藤栄作首相は二十一日、ワシントンでニクソン大統\n領と会談し、沖縄の施政権返還について合意した。共\n"
        "同声明は日米安全保障条約の維持をうたっている。\n"
    )
    assert "ニクソン大統領と会談し" in derive(text).text
    assert "共同声明" in derive(text).text


def test_forms_are_folded() -> None:
    text = "oﬀice of 佐藤榮作《さとうえいさく》 ＡＢＣ １９６０ ｶﾞｲﾑｼｮｳ co\u00adoperation\u00a0now"
    folds = derive(text).text
    assert folds.startswith("office of 佐藤")
    assert "《" not in folds
    assert "ABC 1960 ガイムショウ cooperation now" in folds


def test_guillemets_that_are_not_ruby_stay() -> None:
    assert "《条約》" in derive("新《条約》の署名").text
    assert "鳩山（はとやま）" in derive("鳩山（はとやま）").text.replace("(", "（").replace(
        ")", "）"
    )


def test_furniture_is_what_is_not_content() -> None:
    text = "Share this\nJapan and the United States\nＡd"
    lines = lines_of(text, [LineKind.BOILERPLATE, LineKind.TITLE, LineKind.AD])
    assert derived(text, lines).text == "Japan and the United States"
    assert furniture(text, lines) == "Share this\nAd"


def test_no_content_gives_an_empty_text() -> None:
    result = derived("x", lines_of("x", [LineKind.AD]))
    assert result.text == ""
    assert result.from_source(Span(0, 1)) is None


def test_bigrams_overlap_and_single_characters_stay() -> None:
    assert cjk_bigrams("日米同盟 and 核") == "日米 米同 同盟 核"
    assert cjk_bigrams("plain words") == ""
    assert cjk_bigrams("𠮷田😀國") == "𠮷田 " + folded("國")


@given(st.lists(WORDS, max_size=8), st.lists(KINDS, min_size=1, max_size=4))
def test_the_map_covers_the_text_and_leads_back(parts: list[str], kinds: list[LineKind]) -> None:
    text = "\n".join(parts)
    lines = lines_of(text, kinds)
    result = derived(text, lines)
    position = source = 0
    for piece in result.pieces:
        assert piece.derived.start == position
        assert piece.source.start >= source
        assert piece.derived
        if len(piece.derived) == len(piece.source):
            was, now = piece.source.of(text), piece.derived.of(result.text)
            assert folded(was).replace("\n", " ") == folded(now).replace("\n", " ")
        position, source = piece.derived.end, piece.source.end
    assert position == len(result.text)


@given(st.lists(WORDS, max_size=8), st.data())
def test_a_stretch_of_derived_text_comes_back_from_its_source(
    parts: list[str], data: st.DataObject
) -> None:
    text = "\n".join(parts)
    result = derive(text)
    if not result.text:
        return
    start = data.draw(st.integers(0, len(result.text) - 1))
    end = data.draw(st.integers(start + 1, len(result.text)))
    source = result.to_source(Span(start, end))
    back = result.from_source(source)
    assert back is not None
    assert back.contains(Span(start, end))
    assert result.to_source(back) == source


@given(st.text(max_size=200))
def test_any_text_can_be_derived(text: str) -> None:
    text = "\n".join(text.splitlines())
    derive(text)
    cjk_bigrams(text)
    assert isinstance(plain(text), str)


def read_text(text: str, *readings: tuple[str, str]) -> DerivedText:
    spans = []
    for printed, read in readings:
        at = text.index(printed)
        spans.append((Span(at, at + len(printed)), read))
    return derived(text, lines_of(text), tuple(sorted(spans)))


def test_a_misread_word_is_read_as_it_should_be_and_leads_back_to_what_is_printed() -> None:
    text = "Premier Yosbida met Mr. Dullcs 𠮷 today.\n"
    found = read_text(text, ("Yosbida", "Yoshida"), ("Dullcs", "John Foster Dulles"))
    assert found.text == "Premier Yoshida met Mr. John Foster Dulles 𠮷 today."
    for read, printed in (("Yoshida", "Yosbida"), ("Foster", "Dullcs"), ("𠮷 today", "𠮷 today")):
        at = found.text.index(read)
        assert found.to_source(Span(at, at + len(read))).of(text) == printed
    at = text.index("Dullcs")
    back = found.from_source(Span(at, at + 6))
    assert back is not None
    assert back.of(found.text) == "John Foster Dulles"


def test_a_misread_word_may_go_over_a_line_break_or_be_nothing_at_all() -> None:
    text = WRAPPED + "the word Yos-\nbida stands | here alone for all to read and to see it.\n"
    found = read_text(text, ("Yos-\nbida", "Yoshida"), ("| ", ""))
    assert "the word Yoshida stands here alone" in found.text
    at = found.text.index("Yoshida")
    assert found.to_source(Span(at, at + 7)).of(text) == "Yos-\nbida"


@given(WORDS, st.data())
def test_the_map_holds_with_corrected_words(words: str, data: st.DataObject) -> None:
    text = words + "\nx\n"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(words)), max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    readings = tuple((Span(a, b), data.draw(WORDS)) for a, b in pairs if "\n" not in text[a:b])
    found = derived(text, lines_of(text), readings)
    assert "".join(piece.derived.of(found.text) for piece in found.pieces) == found.text
    for before, piece in pairwise(found.pieces):
        assert before.derived.end == piece.derived.start
        assert before.source.end <= piece.source.start
