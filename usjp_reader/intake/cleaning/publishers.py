"""Who published an article, where its page says it: nothing is named without evidence.

Evidence is what a container states, a site named behind the title, whom a copyright line names, a
line that is called as newspapers are, and a name at the head of a page that the page repeats in
its running heads, its foot or its addresses.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import agency_in, copyright_holder, sources
from usjp_reader.intake.cleaning.names import is_masthead, is_person
from usjp_reader.intake.cleaning.rows import has_cjk
from usjp_reader.intake.cleaning.self_descriptions import names_section
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.heads import Head
    from usjp_reader.intake.cleaning.rows import Unit

_EMBASSY_JA = re.compile("^(?:駐日|在日)?(?:米国|アメリカ|アメリカ合衆国)(?:総?領事館|大使館)")
_EMBASSY = re.compile(
    r"^(?:U\.?S\.? Embassy|Embassy of (?:the )?[A-Z][\w ]{3,40}?)(?=\s*(?:Home\b|[|,]|$))"
)
_DIGITAL = re.compile(
    r"(?:デジタル|オンライン|電子版|ホームページ|ウェブサイト|公式サイト|WEB)$"
    r"|(?<=新聞)社$|(?<=新報)社$|(?<=日報)社$"
)
_OUTSIDE = frozenset({LineKind.BOILERPLATE, LineKind.COPYRIGHT, LineKind.CREDIT, LineKind.BYLINE})
_SPEAKING = frozenset({LineKind.BOILERPLATE, LineKind.COPYRIGHT})
_APPEARED = re.compile(
    r"\b(?:originally |first )?(?:published|appeared) (?:by|in|on|at) (?:the )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d)"
    r"([A-Z][\w&.' -]{2,40}?)(?:[.,]| on\b| in\b|$)"
)
_COMPANY = re.compile(r"(?<!&)(?<!\band),? (?:company|co|corp|corporation)\.?$", re.IGNORECASE)
_OWNER = re.compile(
    r"[ .](?:media|publishing|publications|publishers|newspapers|holdings|group|communications|"
    r"networks?|ventures|television|interactive|enterprises|digital|partners|labs)$|出版社?$|書房$|書店$|印刷$",
    re.IGNORECASE,
)
"""Last words of firms that own papers, and are not what the papers are called."""
_KEEPER = re.compile(
    r"archive|librar|アーカイブ|図書館|文書館|データベース|blog|wordpress|typepad|tumblr|substack|"
    r"medium\b|google|yahoo|microsoft|fc2|ameba|はてな|livedoor|楽天|getty|shutterstock|istock|"
    r"\w\.(?:com|org|net|jp|example)\b|contributor|author|respective|original",
    re.IGNORECASE,
)
"""Who keeps, carries or illustrates what others published."""
_OTHERS = re.compile(
    r"\bbelongs? to (?:their|its|the) |\brespective (?:owner|holder|publisher)|各社|権利者に帰属",
    re.IGNORECASE,
)
"""A copyright line by which a page disclaims what it shows."""
_SEAT = re.compile(r"(?<=[A-Z.]), [A-Z][a-z]+(?: [A-Z][a-z]+)?$")
_SECTION = re.compile(
    r"(?:the )?(?:university|world|local|business|sports?|national|international|breaking|latest|"
    r"top|campus|company|community|regional|entertainment|science|technology|health|political|"
    r"book|film|press|site|video|photo|more|related|other|u\.?s\.?|asia|japan|foreign|general|"
    r"front|inside|today['’]s|editorial) (?:news|review|reviews|digest|mail|press|record|page|"
    r"weekly|bulletin)|"
    r"(?:the )?(?:asian?|japan|tokyo|washington|pacific|foreign|world) (?:dispatch|notebook|diary|"
    r"desk|letter|report)",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\s{3,}|　{2,}|[|｜]|\s[—–-]\s|,\s(?=(?:[A-Z]{3,5}|[A-Z][a-z]{2,5})"
    r"(?:day|DAY)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d)|　(?=第|[(（])"
)
_EDGES = " .,:;~*★☆#_[]【】()（）«»<>·•-–—0123456789"
_MARKDOWN = re.compile(r"^\[([^\]]{2,40})\]\([^)]{0,80}\)$")
_NAVIGATION = frozenset({"site-menu", "menu-row", "breadcrumb", "title-again", "comment-thread"})
_MOST_TOP, _LONGEST_NAME, _MOST_WORDS = 4, 48, 7
_SHORTEST_REPEATED, _SHORTEST_JAPANESE = 8, 4
_SHORTEST_OWNED = 5
_LONGEST_ACRONYM = 6


def publisher_of(units: list[Unit], head: Head, site: str | None) -> str | None:
    """The publisher that a labelled page names, or None.

    Args:
        units: All units, settled.
        head: Where title and first paragraph are.
        site: What stood behind the title, or None.
    """
    known = sources()
    top = list(_names_above(units, head))
    if site and (name := known.publisher(site) or _site(site, top)):
        return name
    is_japanese = head.title is not None and units[head.title].is_cjk
    masthead = _masthead(units)
    title = "" if head.title is None else bare(units[head.title].text)
    again = _repeated(units, top, title or " ")
    own = masthead or again or ""
    for unit in units:
        is_own = unit.kind is LineKind.COPYRIGHT and not _OTHERS.search(unit.text)
        name = _holder(unit, top, own, is_japanese) if is_own else None
        if name and not (is_person(name) and _signs(units, name)):
            return name
    for at, unit in enumerate(units):
        is_outside = unit.kind in _SPEAKING and len(unit.text) <= 160
        is_outside = is_outside and not (own and _is_section(unit.text))
        if is_outside and (name := _named(unit.text, is_above=at < head.body)):
            return _spoken(name, unit.text, is_japanese)
    return _proper(masthead) if masthead else again


def _masthead(units: list[Unit]) -> str:
    lines = (unit.text.rpartition("：")[2] for unit in units if unit.rule == "masthead")
    return next((text for text in lines if not _is_section(text)), "")


def _is_section(name: str) -> bool:
    """Whether a name is that of a part of a paper, and of no paper."""
    return _SECTION.fullmatch(name) is not None or names_section(name)


def _site(site: str, top: list[str]) -> str | None:
    """A name behind the title, where it is called as papers are or stands at the head as well."""
    if _KEEPER.search(site):
        return None
    is_known = is_masthead(site) or any(bare(site) in bare(name) for name in top)
    return site if is_known and not _is_section(site) else None


def _signs(units: list[Unit], name: str) -> bool:
    """Whether a name is that of an author, who keeps the rights of what a newsletter prints."""
    return any(unit.kind is LineKind.BYLINE and name in unit.text for unit in units)


def _holder(unit: Unit, top: list[str], masthead: str, is_japanese: bool) -> str | None:
    """Whom a copyright line names, as the head of the page spells it."""
    holder = copyright_holder(unit.text)
    if not holder or agency_in(holder):
        return None
    if name := sources().publisher(holder):
        return _spoken(name, holder, is_japanese)
    holder = _SEAT.sub("", holder)
    holder = _COMPANY.sub("", holder)
    if shown := _shown(holder, top):
        return _proper(shown)
    if masthead:
        return _proper(masthead)
    is_acronym = holder.isupper() and len(holder) <= _LONGEST_ACRONYM
    is_foreign = is_japanese and holder.isascii()
    if _KEEPER.search(holder) or _OWNER.search(holder) or is_foreign or is_acronym:
        return None
    return _proper(holder)


def _shown(holder: str, top: list[str]) -> str | None:
    """The name at the head of the page that a holder means: itself, or what its firm owns."""
    own, short = _key(holder), _key(_OWNER.sub("", holder))
    for name in top:
        key = _key(name)
        if key == own or (holder.isupper() and name.startswith(f"{holder} ")):
            return holder
        if len(key) >= _SHORTEST_OWNED and own.startswith(key) and _OWNER.search(holder):
            return name
        if key == short or (len(short) >= _SHORTEST_REPEATED and key.startswith(short)):
            return name if short != own else holder
    return None


def _spoken(name: str, printed: str, is_japanese: bool) -> str:
    """A known name as an English page prints it, where ours is Japanese."""
    return printed if has_cjk(name) and not is_japanese and printed.isascii() else name


def _named(text: str, *, is_above: bool) -> str | None:
    """Whom a line names; a known name alone, below the text, may be that of a link or a source."""
    known = sources()
    if is_above and (name := known.publisher(text)):
        return name
    if embassy := _EMBASSY.match(text) or _EMBASSY_JA.match(text):
        return embassy.group(0).strip()
    if appeared := _APPEARED.search(text):
        return known.publisher(appeared.group(1)) or appeared.group(1)
    return None


def _names_above(units: list[Unit], head: Head) -> Iterator[str]:
    """What may be the name of a paper or a site among the first lines of a page."""
    above = units[: head.body if head.title is None else head.title]
    free = [unit for unit in above if unit.rule in ("page-head", "masthead", "running-head")]
    for unit in free[:_MOST_TOP]:
        for part in _WIDE.split(unit.text):
            name = _name_in(part)
            if name:
                yield name


def _name_in(part: str) -> str | None:
    linked = _MARKDOWN.match(part.strip())
    name = (linked.group(1) if linked else part).rpartition("：")[2].strip(_EDGES)
    letters = name.replace("　", " ").split(" ")
    if has_cjk(name) and all(len(one) == 1 for one in letters if one):
        name = "".join(letters)
    name = " ".join(name.split())
    if _KEEPER.search(name):
        return None
    is_long = not 3 <= len(name) <= _LONGEST_NAME or name.count(" ") >= _MOST_WORDS
    if is_long or name[-1] in "。!?！？:：" or not any(map(str.isalpha, name)):
        return None
    is_somebody = is_person(name) and not name.startswith("The ")
    return None if is_somebody or _is_section(name) else name


def _repeated(units: list[Unit], top: list[str], title: str) -> str | None:
    """The first name at the head of the page that the page uses again as only publishers' are.

    A section, a stamp or a series may stand on a page twice: it is in no address, in no copyright
    line, and nobody asks to subscribe to it.
    """
    around = [unit for unit in units if unit.kind in _OUTSIDE and unit.rule not in _NAVIGATION]
    for name in top:
        key = _key(name)
        shortest = _SHORTEST_JAPANESE if has_cjk(name) else _SHORTEST_REPEATED
        if len(key) < shortest or key in title or title in key:
            continue
        if any(_is_used(name, key, unit) and not _OTHERS.search(unit.text) for unit in around):
            return _proper(name)
    return None


def _is_used(name: str, key: str, unit: Unit) -> bool:
    """Whether a line holds a name in an address, a copyright line, a running head or a notice."""
    if key not in bare(unit.text):
        return False
    if unit.kind is LineKind.COPYRIGHT or any(key in bare(a) for a in _ADDRESS.findall(unit.text)):
        return True
    if unit.rule == "running-head" and (" " in name or has_cjk(name)):
        is_paper = _PAPER.search(name) is not None or is_masthead(name)
        return is_paper and key != bare(unit.text)
    if _MAY_BE_NOTICE.search(unit.text) is None:
        return False  # most lines, and no pattern need be made for the name
    said = re.escape(name.removeprefix("The ").removeprefix("THE "))
    return re.search(_NOTICE.format(said), unit.text, re.IGNORECASE) is not None


_ADDRESS = re.compile(r"[\w.@-]+\.(?:com|org|net|edu|gov|jp|uk|example)\b")
_PAPER = re.compile(r"^(?:The|THE) |[報聞誌刊]$|タイム[スズ]$|通信$")
_NOTICE = (
    r"(?:about|contact|subscribe to|welcome to|advertise (?:in|with)|more from|published by|"
    r"publication of|support|join|write to|copies of) (?:the )?{0}\b|"
    r"{0}(?:社|編集部|発行)|^(?:the )?{0} (?:is|was|appears|comes) (?:published|a |an |out )"
)
_MAY_BE_NOTICE = re.compile(
    r"(?:about|contact|subscribe|welcome|advertise|more|published|publication|support|join|write|"
    r"copies|is|was|appears|comes) |社|編集部|発行",
    re.IGNORECASE,
)
"""One of these stands in every notice."""


def _key(name: str) -> str:
    key = bare(unicodedata.normalize("NFKC", name))
    return key.removeprefix("the")


def _proper(name: str) -> str:
    if name.isascii():
        is_acronym = " " not in name and len(name) <= _LONGEST_ACRONYM
        return name.title().replace("'S", "'s") if name.isupper() and not is_acronym else name
    return _DIGITAL.sub("", name)
