"""Bytes become text, or the reader is told in plain words why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.decoding import decode

JAPANESE = (
    "日米安全保障条約は一九六〇年に改定された。国会の周りには大勢の人が集まり、雨の中で声を上げた。"
    * 4
)
FRENCH = (
    "The prime minister’s “café” talks cost £20 – or ¥3,000. Nobody at the naïve façade minded. "
    * 6
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "utf-8"),
        (JAPANESE, "utf-8-sig"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (FRENCH, "cp1252"),
        ("Plain words of an old article, nothing else. " * 3, "utf_16_le"),
        ("𠮷田さんは😀と笑った。", "utf-8"),
    ],
)
def test_an_article_in_a_usual_encoding_is_read_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_guessed_encoding_is_said() -> None:
    assert "intake.note_guessed" in decode(JAPANESE.encode("cp932")).notes
    assert decode(JAPANESE.encode()).notes == ()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "intake.empty"),
        (b" \n\t\r\n ", "intake.empty"),
        (b"\xef\xbb\xbf\n", "intake.empty"),
        ("\u3000\n".encode(), "intake.empty"),
        (b"PK\x03\x04rest", "intake.is_archive"),
        (b"\x89PNG\r\n\x1a\nrest", "intake.is_picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "intake.is_word"),
        (bytes(range(256)) * 40, "intake.is_binary"),
        (b"\x00" * 500, "intake.is_binary"),
        (b"a" * (20 * 2**20 + 1), "intake.too_large"),
    ],
)
def test_what_is_no_article_is_refused_with_a_sentence(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        decode(data)
    assert caught.value.message.key == key
    assert explained(caught.value).endswith(".")


def test_stray_nuls_are_taken_out_and_said() -> None:
    decoded = decode(b"Tokyo and \x00Washington agreed\x00 on little. " * 3)
    assert "\x00" not in decoded.text
    assert decoded.notes == ("intake.note_nuls",)


def test_garbled_quotes_are_mended_and_nothing_else_is_touched() -> None:
    garbled = "Abeâ€™s plan, â€œsoonâ€\x9d, he said. “Curly” and ﬁ and Ｗｉｄｅ stay."
    decoded = decode(garbled.encode())
    assert decoded.text == "Abe’s plan, “soon”, he said. “Curly” and ﬁ and Ｗｉｄｅ stay."
    assert decoded.notes == ("intake.note_mojibake",)


def test_one_broken_byte_does_not_change_the_encoding_of_the_rest() -> None:
    decoded = decode("日米関係は続く。".encode() + b"\xe6")
    assert decoded.text == "日米関係は続く。\ufffd"
    assert decoded.notes == ("intake.note_bad_bytes",)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        answer = decode(data).text
    except UnreadableFileError as error:
        answer = explained(error)
    assert answer.strip()


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text))
def test_utf8_text_without_control_characters_comes_back(text: str) -> None:
    plain = "".join(char for char in text if char.isprintable())
    if plain.strip() and not plain.startswith(("{\\rtf", "PK", "%PDF-", "\ufeff")):
        decoded = decode(plain.encode("utf-8"))
        assert decoded.text == plain or "intake.note_mojibake" in decoded.notes
