"""HTML pages: all that is seen becomes text, and what the page states becomes metadata."""

from __future__ import annotations

import json

import pytest

from tests.helpers.documents import FIRST, SECOND, TITLE, a_page, an_mhtml
from usjp_reader.domain.articles import Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.readers import read_parts


def read(page: str | bytes, name: str = "page.html") -> Record:
    data = page if isinstance(page, bytes) else page.encode("utf-8")
    (found,) = read_parts(name, data)
    assert isinstance(found, Record)
    return found


def lines(record: Record) -> list[str]:
    return [line for line in record.version.text.split("\n") if line]


def test_everything_that_is_seen_is_text_and_nothing_else() -> None:
    found = read(a_page())
    assert lines(found) == [
        "Home",
        "Shipping",
        "Subscribe",
        TITLE,
        FIRST,
        SECOND,
        "Copyright 2019 The Island Gull",
    ]
    assert f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n" in found.version.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one<br>two<br/>three</p>", ["one", "two", "three"]),
        ("<p>one <b>two</b>\n  three&nbsp;&amp; four</p>", ["one two three\u00a0& four"]),
        ("<table><tr><th>Year</th><th>Men</th></tr><tr><td>1969</td><td>9</td></tr></table>",
         ["Year\tMen", "1969\t9"]),
        ("<table><tr><td><p>1969</p></td><td><div>nine<br>men</div></td></tr></table>after",
         ["1969\tnine men", "after"]),
        ("<table><tr><td>Home<br>News<br>Sport<br>Talk</td><td>Title<p>One.<p>Two.</td></tr></table>",
         ["Home", "News", "Sport", "Talk", "Title", "One.", "Two."]),
        ("<ul><li>first<li>second</ul>", ["first", "second"]),
        ("<pre>  as it\n    stands</pre>", ["  as it", "    stands"]),
        ("<p>seen</p><p hidden>not</p><div style='display: none'>nor <p>this</p></div>tail",
         ["seen", "tail"]),
        ("<p>a<!-- no --><script>no()</script><span>b</span></p>", ["ab"]),
        ("<p><ruby>国会<rp>(</rp><rt>こっかい</rt><rp>)</rp></ruby>は</p>", ["国会《こっかい》は"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>𠮷田 😀</p>" * 2, ["𠮷田 😀", "𠮷田 😀"]),
        ("<figure><img alt='a ship'><figcaption>The ship</figcaption></figure>", ["The ship"]),
    ],
)  # fmt: skip
def test_elements_become_lines(markup: str, text: list[str]) -> None:
    found = read(f"<html><body>{markup}</body></html>")
    assert lines(found) == text


def test_what_the_page_states_is_kept() -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "BreadcrumbList", "name": "Home"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "datePublished": "1968-06-27T21:05:00+09:00",
                "author": [{"@type": "Person", "name": "Hana Ogata"}, {"name": "Joe Bell"}],
                "publisher": {"name": "Gull Media"},
            },
        ],
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(linked)}</script>'
        '<meta property="og:site_name" content="The Island Gull">'
        '<meta property="article:modified_time" content="2019-01-02">'
        '<meta property="article:section" content="Shipping">'
        '<link rel="canonical" href="https://gull.example/1968/ferry">'
    )
    found = read(a_page(head=head)).container
    assert found.published == "1968-06-27T21:05:00+09:00"
    assert found.aside == (("modified", "2019-01-02"),)
    assert dict(found.metadata.fields)["author"].value == "Hana Ogata; Joe Bell"
    stated = {name: field.value for name, field in found.metadata.fields}
    assert stated == {
        "type": "webpage",
        "title": TITLE,
        "author": "Hana Ogata; Joe Bell",
        "container-title": "The Island Gull",
        "section": "Shipping",
        "URL": "https://gull.example/1968/ferry",
        "language": "en",
    }


def test_a_page_saved_by_a_browser_knows_where_it_came_from() -> None:
    page = a_page().replace(
        "<html", "<!-- saved from url=(0031)https://gull.example/1968/ferry -->\n<html", 1
    )
    assert read(page).container.metadata.get("URL") == "https://gull.example/1968/ferry"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp932", "Shift_JIS"), ("euc_jp", "euc-jp"), ("cp932", "utf-8"), ("utf-8", "shift_jis"),
     ("utf-16", "utf-16")],
)  # fmt: skip
def test_the_encoding_is_found_even_where_the_page_lies(encoding: str, named: str) -> None:
    text = "沖縄返還協定は十七日に調印された。首相は記者団に対し、基地の縮小を求める考えを示した。"
    page = f'<html><head><meta charset="{named}"></head><body><p>{text}</p></body></html>'
    assert lines(read(page.encode(encoding))) == [text]


def test_an_html_page_under_another_name_is_known_by_its_content() -> None:
    assert lines(read(a_page(), "page.txt"))[3] == TITLE
    assert lines(read(a_page(), "no-suffix"))[3] == TITLE


def test_the_main_text_is_a_hint_for_labels_and_takes_nothing_away() -> None:
    body = f"<h1>{TITLE}</h1>" + "".join(f"<p>{FIRST} Part {n}.</p>" for n in range(4))
    found = read(a_page(body))
    hinted = [found.version.text.split("\n")[number - 1] for number in found.container.main]
    assert [f"{FIRST} Part {n}." for n in range(4)] == [one for one in hinted if FIRST in one]
    labelled = label(found.version.text, found.container)
    content = [line.span.of(found.version.text) for line in labelled.lines if line.is_content]
    assert content == [TITLE, *(f"{FIRST} Part {n}." for n in range(4))]
    assert labelled.title == TITLE


def test_a_web_archive_is_its_page() -> None:
    found = read(an_mhtml(a_page()), "ferry.mhtml")
    assert lines(found)[3:6] == [TITLE, FIRST, SECOND]
    assert found.container.metadata.get("URL") == "https://gull.example/ferry"
    assert found.container.metadata.get("accessed") == "2025-10-03"


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("<html><body></body></html>", "no_text"),
        ("<html><body>" + "<script>x()</script>" * 200 + "</body></html>", "html_lost"),
        ("<html><body><pre>" + "word " * 2_100_000, "html_lost"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nno page\n--x--",
         "mhtml_broken"),
    ],
)  # fmt: skip
def test_a_page_that_shows_nothing_is_never_a_quiet_success(page: str | bytes, key: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(page)
    assert caught.value.message.key == f"intake.{key}"


@pytest.mark.parametrize(
    ("around", "end"),
    [("<div>", "</div>"), ("<font>x ", ""), ("<table><tr><td>", "</td></tr></table>"),
     ("<ul><li>", "</ul>"), ("<span>", "</span>"), ("<blockquote>", "")],
)  # fmt: skip
@pytest.mark.parametrize("count", [100, 300, 1_000])
def test_nothing_is_lost_however_deep_it_lies(around: str, end: str, count: int) -> None:
    page = a_page(f"<p>{FIRST}</p>{around * count}<p>{SECOND}</p>{end * count}<p>The last.</p>")
    found = read(page)
    assert [line for line in lines(found) if line in (FIRST, SECOND, "The last.")] == [
        FIRST, SECOND, "The last."
    ]  # fmt: skip
    if count > 256:
        assert found.notes == ("intake.note_flattened",)


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body><p>'
        + "&b;" * 100
        + " word</p></body></html>",
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<html><body><p>word &x;</p></body></html>",
        "<html><body>" + "<table><tr><td>" * 25 + "word" + "</td></tr></table>" * 25,
        "<html><body><p>word<base href='file:///'><meta http-equiv=refresh content='0;url=x'></p>",
        "<p>word" + "<b><i>" * 2_000,
        "<html><body><p>word\x00\ud7ff</p>",
    ],
)
def test_a_hostile_page_is_read_as_what_it_shows(page: str) -> None:
    found = read(page)
    assert "word" in found.version.text
    assert "/etc" not in found.version.text
