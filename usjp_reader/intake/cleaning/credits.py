"""Who made an article, where the page says it: agency, publisher, authors, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.knowledge.letters import bare

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"^((?:ABOARD |ON BOARD )?[A-Z][A-Z.'’-]+(?:[ ,/]{{1,2}}[A-Z][\w.'’-]*){{0,7}},?"
    rf"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"{_MONTHS} \d{{1,2}}(?:,? \d{{4}})?,?)?)"
    r"[.:]?\s?(?:\(([^)]{2,40})\))?\s?(?:—|–|--?|‐|―|:|_)[\s—–-]{0,2}\S"
)
MIXED_DATELINE = re.compile(
    rf"^([A-Z][\w.'’-]+(?:[ ,]{{1,2}}[A-Z][\w.'’-]*){{0,4}},? {_MONTHS} \d{{1,2}}(?:,? \d{{4}})?,?)"
    r"[.:]?\s?(?:\(([^)]{2,40})\))?\s?(?:—|–|--?|―)[\s—–-]{0,2}\S"
)
YEAR_DATELINE = re.compile(
    rf"^([A-Z][\w.'’-]+(?:[ ,]{{1,2}}[A-Z][\w.'’-]*){{0,5}},? (?:(?:Mon|Tues|Wednes|Thurs|"
    rf"Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS}),? \d{{4}})\s?(?:\(([^)]{{2,40}})\))?"
    r"\s?(?:[.:]|—|–|--?|―)[\s—–-]{0,2}\S"
)
"""A dateline with a year, after which a full stop is enough."""

_AGENCY_ONLY = re.compile(r"^\(([A-Za-z][A-Za-z .-]{1,30})\)\s?(?:—|–|--?)?\s?\S")
_AGENCY_DASH = re.compile(r"^([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?) [–—-] ")
_JA_BRACKET = re.compile(r"^[【［\[〔]([^】］\]〕]{2,30})[】］\]〕]")
_JA_PAREN = re.compile(r"[（(]([^（）()]{2,8})[）)]\s*$")
_HOLDER = re.compile(
    r"(?:©|ⓒ|\(c\)|（c）|copyright)[\s,]*(?:copyright[\s,]*)?(?:©|\(c\))?[\s,]*(?:by )?"
    r"(?:\d{4}(?:\s?[-–,]\s?\d{2,4})*[\s,.]*)?(?:by )?([^.|©\d][^|©\n]{1,80})?",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"^([A-Z][\w&.' -]{3,50}?)[.,]? all rights reserved", re.IGNORECASE)
_HOLDER_END = re.compile(
    r"\.\s+(?!(?:inc|ltd|co|llc)\b).*$|[（(].*$|\s/\s.*$|[,.]?\s*(?:all rights|no reproduction|"
    r"無断|禁|[ 　](?:記事|許可|掲載|本サイト|本紙|写真)|"
    r",\s(?:an?|the) \w+ (?:of|company)\b|,\s?\d|"
    r"co\.?,? ltd|ltd|inc\b|llc|gmbh|"
    r"(?:19|20)\d\d|\bvia\b|及び|may not).*$",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"\bon behalf of (?:the )?([A-Z][^.|©]{2,60})", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|chief|bureau|contribut|special|"
    r"chronicle|news|press|reuters|associated|agence|kyodo|jiji|afp|bloomberg|times|post|"
    r"with |our |the )",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W{0,3}(?:(?:written|reported|posted|compiled|story|words|text|analysis|column|commentary|"
    r"reporting|additional reporting|with reporting)\s)?by\s*:?\s+|^(?:author|authors|writer|"
    r"reporter|byline|words)\s*:\s*|^with\s+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:about the |the )?(?:authors?|writers?|contributors?|reporters?)\b(?!\s*:)[\w ]{0,14}\W*$",
    re.IGNORECASE,
)
_NAMES = re.compile(r",\s*(?:and\s)?|\s+and\s+|\s*[;&]\s*|、|・(?=\S{2,6}$)", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s(?:de|van|von|der|la|[A-Z][\w.'’-]*)){1,4}")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]*){1,3}")
_JA_LABEL = re.compile(
    r"^(?:文責|記者|筆者|執筆者|執筆|取材・文|取材|聞き手|構成|著者|著|寄稿|投稿者|文|ライター|"
    r"担当)\s*[:：＝=・/／　 ]\s*"
)
_JA_ROLE = re.compile(
    r"^\S{0,8}(?:委員長|委員|編集長|部長|支局長|特派員|記者|局長|教授|研究員|主筆|デスク)"
    r"[　 ](?=\S)"
)
_JA_BYLINE = re.compile(
    r"^[【\[［(（]?(?:[^＝=・　 ]{1,14}[＝=・　 ])?\s*"
    r"([^＝=（(【\s]{2,5}(?:[　 ][^\s（(]{1,4})?)\s*"
    r"(?:記者|特派員|支局長|編集委員|論説委員|本紙特派員)?(?:[（(].{1,24}[）)])?[】\]］)）]?$"
)
_JA_DATELINE_NAME = re.compile(
    r"[＝=・]\s?([一-龠ぁ-んァ-ヶ]{2,4}(?:[　 ]?[一-龠ぁ-んァ-ヶ]{1,4})?)$"
)


@dataclass(frozen=True, slots=True)
class Sources:
    """News agencies and publishers by the marks that pages show."""

    agencies: dict[str, str]
    publishers: dict[str, str]
    bare_publishers: frozenset[str]

    def agency(self, words: str) -> str | None:
        """The agency that these words name, or None."""
        return self.agencies.get(_key(words))

    def publisher(self, words: str) -> str | None:
        """The publisher that these words name, or None."""
        return self.publishers.get(_key(words))


@cache
def sources() -> Sources:
    """The table that the program ships, read once."""
    table = read_toml(resource("cleaning", "sources.toml"))
    named = {
        kind: {_key(mark): str(entry["name"]) for entry in table[kind] for mark in entry["marks"]}
        for kind in ("agency", "publisher")
    }
    return Sources(
        named["agency"], named["publisher"], frozenset(bare(mark) for mark in named["publisher"])
    )


def _key(words: str) -> str:
    return words.strip(" .,:;|()（）[]【】").casefold()


@dataclass(frozen=True, slots=True)
class Opening:
    """How a first paragraph opens.

    Attributes:
        dateline: "WASHINGTON, Feb. 24 (AP)" as it is printed, or None.
        agency: The agency it credits, or None.
        author: A Japanese correspondent named in it, or None.
    """

    dateline: str | None = None
    agency: str | None = None
    author: str | None = None


def opening(text: str) -> Opening:
    """What the opening of a paragraph credits."""
    head = text[:160]
    found = DATELINE.match(head) or MIXED_DATELINE.match(head) or YEAR_DATELINE.match(head)
    if found:
        place, credit = found.group(1).strip(" ,:"), found.group(2)
        agency = sources().agency(credit) if credit else None
        if not (len(place) < 4 and not agency):
            words = f"{place} ({credit})" if credit else place
            return Opening(words, agency)
    credited = _AGENCY_ONLY.match(head) or _AGENCY_DASH.match(head)
    if credited and (agency := sources().agency(credited.group(1))):
        return Opening(None, agency)
    return _ja_opening(text, head)


def _ja_opening(text: str, head: str) -> Opening:
    bracket = _JA_BRACKET.match(head)
    agency = None
    if ending := _JA_PAREN.search(text[-14:]):
        agency = sources().agency(ending.group(1))
    if not bracket:
        return Opening(None, agency)
    inside = bracket.group(1)
    parts = [part for part in re.split(r"[\s　＝=・]+", inside) if part]
    agency = next((known for part in parts if (known := sources().agency(part))), agency)
    if agency is None and inside.endswith(("共同", "時事")):
        agency = sources().agency(inside[-2:])
    author = None if agency else _JA_DATELINE_NAME.search(inside)
    is_dateline = len(parts) > 1 or agency is not None
    return Opening(inside if is_dateline else None, agency, _person(author))


def _person(found: re.Match[str] | None) -> str | None:
    """A name, where it is not that of a desk."""
    if found is None or re.search("本社|特派|記者|支局|団|電", found.group(1)):
        return None
    return found.group(1)


def copyright_holder(text: str) -> str | None:
    """Whom a copyright line names, or None."""
    found = _HOLDER.search(text)
    if not found or not found.group(1):
        found = _RESERVED.match(text)
    if not found or not found.group(1):
        return None
    if found.group(1)[-1:].isalnum() and text[found.end(1) : found.end(1) + 1].isdigit():
        return None  # a name that goes on with a figure is not read to its end
    owned = _ON_BEHALF.search(text)
    words = owned.group(1) if owned else found.group(1)
    holder = _HOLDER_END.sub("", words).strip(" .,:;-–—/()　")
    return holder if 2 <= len(holder) <= 60 and not holder.isdigit() else None


def agency_in(holder: str) -> str | None:
    """The agency that a copyright line names, alone or beside others."""
    known = sources()
    for part in (holder, *re.split(r"[/|,]|\band\b", holder)):
        if agency := known.agency(part):
            return agency
    return None


@lru_cache(maxsize=512)  # each byline of a page is asked three times, and comes again on others
def authors_in(text: str) -> tuple[str, ...]:
    """The people that a byline names."""
    if _NO_NAME.match(text):
        return ()
    rest = _BY.sub("", text, count=1)
    if rest != text:
        return people_in(rest)
    labelled = _JA_LABEL.sub("", text, count=1)
    if labelled != text:
        return tuple(
            part for part in re.split(r"[、,・／/]", labelled) if 2 <= len(part.strip()) <= 12
        )
    named = _JA_ROLE.sub("", text, count=1)
    if named != text:
        return (named,)
    japanese = _JA_BYLINE.match(text)
    if japanese and not text.isascii():
        return (japanese.group(1).strip("（）()【】［］"),)
    return people_in(text.partition(",")[0]) if text.isascii() else ()


@lru_cache(maxsize=512)  # as above
def people_in(text: str) -> tuple[str, ...]:
    """The names in a list of names; roles and agencies are left out."""
    text = re.split(r"\s[|•·/—–-]\s|\(|\||\s{2,}|\s(?:in|on|at) [A-Z\d]|\bfor\b", text)[0]
    names = []
    for part in _NAMES.split(text):
        name = part.strip(" .,:*_")
        if _CAPITALS.fullmatch(name):
            name = name.title()
        if _NAME.fullmatch(name) and not _ROLE.search(name):
            names.append(name)
    return tuple(dict.fromkeys(names))
