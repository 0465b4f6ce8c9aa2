"""Bytes to text: which encoding, and what had to be mended. Normal form is made elsewhere."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.reading_files import MAX_BYTES, too_large

ENCODINGS = ["utf_8", "utf_16", "cp932", "euc_jp", "iso2022_jp", "cp1252", "mac_roman"]
"""What English and Japanese articles come in; a wider choice guesses worse."""

_BOMS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)

_MAGIC = (
    (b"PK\x03\x04", "intake.is_archive"),
    (b"PK\x05\x06", "intake.is_archive"),
    (b"\x1f\x8b", "intake.is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "intake.is_archive"),
    (b"Rar!\x1a\x07", "intake.is_archive"),
    (b"\x89PNG\r\n", "intake.is_picture"),
    (b"\xff\xd8\xff", "intake.is_picture"),
    (b"GIF87a", "intake.is_picture"),
    (b"GIF89a", "intake.is_picture"),
    (b"II*\x00", "intake.is_picture"),
    (b"MM\x00*", "intake.is_picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "intake.is_word"),
    (b"SQLite format 3\x00", "intake.is_binary"),
    (b"\x7fELF", "intake.is_binary"),
)

_WEB_NAMES = {
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}
"""What web pages mean by names of encodings: https://encoding.spec.whatwg.org/#names-and-labels."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_MOJIBAKE = re.compile(
    "[ÂÃâãäåæçèéïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it was decoded.

    Attributes:
        encoding: Python's name of the encoding.
        notes: Message keys of what was guessed or mended.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, limit: int = MAX_BYTES, stated: str = "") -> Decoded:
    """The text of a file of at most `limit` bytes.

    Args:
        data: The bytes.
        limit: More bytes than this are refused.
        stated: The encoding that the file names, or ""; it is believed where it can be right.

    Raises:
        UnreadableFileError: The file is empty, too large, not text, or in no encoding we know.
    """
    _refuse(data, limit)
    decoded = _decoded(data, stated)
    text, notes = _without_nuls(decoded.text), decoded.notes
    if text != decoded.text:
        notes = (*notes, "intake.note_nuls")
    if len(_CONTROL.findall(text)) > 8 + len(text) // 100:
        raise UnreadableFileError("intake.is_binary")
    if not text.strip("\ufeff \t\r\n\v\f\u3000\xa0\x1c\x1d\x1e\x1f\x85\u2028\u2029"):
        raise UnreadableFileError("intake.empty")
    mended = _without_mojibake(text)
    if mended != text:
        notes = (*notes, "intake.note_mojibake")
    return Decoded(mended, decoded.encoding, notes)


def refuse_picture(data: bytes) -> None:
    """Nothing, unless a file is a picture, whatever it is called.

    Raises:
        UnreadableFileError: It is one.
    """
    for magic, key in _MAGIC:
        if key == "intake.is_picture" and data.startswith(magic):
            raise UnreadableFileError(key)


def _refuse(data: bytes, limit: int) -> None:
    if not data:
        raise UnreadableFileError("intake.empty")
    if len(data) > limit:
        raise too_large(limit)
    for magic, key in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFileError(key)


def _decoded(data: bytes, stated: str) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding)
    wide = _utf16_without_bom(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, ("intake.note_guessed",))
    if data.count(0) > 8 + len(data) // 1000:
        raise UnreadableFileError("intake.is_binary")
    if b"\x1b$" in data:  # ISO-2022-JP is plain ASCII to a UTF-8 decoder
        try:
            return Decoded(data.decode("iso2022_jp_ext"), "iso2022_jp")
        except UnicodeDecodeError:
            pass
    try:
        return Decoded(data.decode("utf-8"), "utf_8")
    except UnicodeDecodeError:
        return _as_stated(data, stated) or _nearly_utf8(data) or _guessed(data)


def _as_stated(data: bytes, stated: str) -> Decoded | None:
    """The text in the encoding that the file names; pages often name one they are not in."""
    try:
        name = codecs.lookup(_WEB_NAMES.get(stated.lower(), stated or "utf-8")).name
        return None if name == "utf-8" else Decoded(data.decode(name), name)
    except (LookupError, ValueError):
        return None


def _with_bom(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).lstrip("\ufeff"), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace").lstrip("\ufeff")
        return Decoded(text, encoding, ("intake.note_bad_bytes",))


def _utf16_without_bom(data: bytes) -> str | None:
    """Latin text in UTF-16 has a NUL in every second place."""
    sample = data[: 4096 & ~1]
    even, odd = sample[0::2], sample[1::2]
    if len(even) < 8:
        return None
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf_16_le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf_16_be"
    return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (a cut-off end, a joined file) is still UTF-8."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    if good >= 6 * bad:
        return Decoded(text, "utf_8", ("intake.note_bad_bytes",))
    return None


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (late: 20 ms that UTF-8 never needs)

    best = from_bytes(data, cp_isolation=ENCODINGS).best()
    if best is None:
        raise UnreadableFileError("intake.unknown_encoding")
    return Decoded(str(best), best.encoding, ("intake.note_guessed",))


def _without_nuls(text: str) -> str:
    return text.replace("\x00", "") if "\x00" in text else text


def _without_mojibake(text: str) -> str:
    if text.isascii() or not _MOJIBAKE.search(text):
        return text
    import ftfy  # noqa: PLC0415  (late: 60 ms that a sound text never needs)

    return str(
        ftfy.fix_text(
            text,
            unescape_html=False,
            remove_terminal_escapes=False,
            fix_latin_ligatures=False,
            fix_character_width=False,
            uncurl_quotes=False,
            fix_line_breaks=False,
            fix_surrogates=False,
            remove_control_chars=False,
            normalization=None,
        )
    )
