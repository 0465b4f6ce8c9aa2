"""What a page says of itself beside its text: title, dates, author, where a copy came from."""

from __future__ import annotations

import pytest

from tests.helpers.documents import FIRST, SECOND, TITLE, a_page
from usjp_reader.domain.articles import Container, Record
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.readers import read_parts


def read(page: str) -> Record:
    (found,) = read_parts("page.html", page.encode("utf-8"))
    assert isinstance(found, Record)
    return found


def stated(page: str) -> Container:
    return read(page).container


def titled(title: str, body: str) -> str | None:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return stated(page).metadata.title


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (f"{TITLE} | The Island Gull", f"<h1>The Island Gull</h1><h2>{TITLE}</h2><p>{FIRST}</p>",
         TITLE),
        (f"The Island Gull Online - {TITLE}",
         f"<p>The Island Gull Online<p><b>{TITLE}</b><p>{FIRST}", TITLE),
        ("Ships - and goats - at last - Gull", "<h1>Ships - and goats - at last</h1>",
         "Ships - and goats - at last"),
        ("島へ船ふたたび　定期便：かもめ日報", "<h1>島へ船ふたたび　定期便</h1><p>本文。</p>",
         "島へ船ふたたび　定期便"),
        ("Ferry &laquo; Notes of a mate",
         f"<h1><a>Notes of a mate</a></h1><h2>Ferry</h2><p>{FIRST}<h3>Notes of a mate</h3>",
         "Ferry"),
        ("Home", "<p>Home<p>Something else.", "Home"),
        ("Okinawa: the ferry", f"<h1>Okinawa: the ferry</h1><h3>Okinawa</h3><p>{FIRST}",
         "Okinawa: the ferry"),
        ("A name that the page does not show", "<h1>Other words</h1>", None),
        ("", "<h1>Words</h1>", None),
    ],
)  # fmt: skip
def test_the_title_is_what_the_window_and_the_page_have_in_common(
    title: str, body: str, expected: str | None
) -> None:
    assert titled(title, body) == expected


def test_a_stated_title_loses_the_name_of_the_site() -> None:
    head = f'<meta property="og:title" content="{TITLE} | The Island Gull">'
    assert stated(a_page(head=head)).metadata.title == TITLE
    head = '<meta property="og:title" content="Ferries, at last | and with goats">'
    assert stated(a_page(head=head)).metadata.title == "Ferries, at last | and with goats"


@pytest.mark.parametrize(
    ("mark", "published"),
    [
        ('<time itemprop="datePublished" datetime="1968-06-27">', "1968-06-27"),
        ('<time class="entry-date published" datetime="1968-06-27">', "1968-06-27"),
        ('<time pubdate datetime="1968-06-27">', "1968-06-27"),
        ('<time datetime="1968-06-27T09:00:00+09:00">', "1968-06-27T09:00:00+09:00"),
        ('<time class="updated" datetime="1968-06-27">', None),
        ("<time>", None),
    ],
)
def test_a_time_above_the_text_is_the_day_of_publication(mark: str, published: str | None) -> None:
    body = f"<h1>{TITLE}</h1>{mark}Thursday</time><p>{FIRST}</p><p>{SECOND}</p>"
    assert stated(a_page(body)).published == published


def test_a_time_below_the_text_or_in_a_menu_is_none() -> None:
    page = a_page(f"<p>{FIRST}</p><time datetime='2020-02-02'>Related</time>")
    page = page.replace("<nav>", "<nav><time datetime='2021-01-01'>Today</time>")
    assert stated(page).published is None


def test_the_day_of_a_change_is_kept_apart() -> None:
    body = f"<h1>{TITLE}</h1><time class='dt-updated' datetime='2019-01-02'>x</time><p>{FIRST}</p>"
    assert stated(a_page(body)).aside == (("modified", "2019-01-02"),)


@pytest.mark.parametrize(
    "mark",
    [
        '<a rel="author" href="/hana">Hana Ogata</a>',
        '<span itemprop="author">Hana Ogata</span>',
        '<div itemprop="author" itemscope><img><span itemprop="name">Hana Ogata</span></div>',
    ],
)
def test_an_author_that_is_marked_as_one_is_stated(mark: str) -> None:
    found = stated(a_page(f"<h1>{TITLE}</h1><p>By {mark}</p><p>{FIRST}</p>"))
    assert found.metadata.authors == ("Hana Ogata",)


def test_a_list_of_other_peoples_articles_names_no_author() -> None:
    marks = "".join(f'<a rel="author">Writer {n}</a> ' for n in range(9))
    assert stated(a_page(f"<h1>{TITLE}</h1><p>{FIRST}</p>{marks}")).metadata.authors == ()


def test_a_page_saved_with_singlefile_says_where_and_when() -> None:
    note = (
        "<!--\n Page saved with SingleFile \n url: https://gull.example/ferry?x=1 \n"
        " saved date: Fri Oct 03 2025 08:00:00 GMT+0900 (Japan Standard Time)\n-->"
    )
    found = stated(a_page().replace("<head>", f"{note}<head>")).metadata
    assert found.get("URL") == "https://gull.example/ferry?x=1"
    assert found.get("accessed") == "2025-10-03"


def test_a_copy_of_a_web_archive_keeps_both_addresses() -> None:
    copy = "https://web.archive.org/web/20010305081245/http://gull.example/ferry.html"
    found = stated(a_page(head=f'<link rel="canonical" href="{copy}">'))
    assert found.metadata.get("URL") == "http://gull.example/ferry.html"
    assert found.metadata.get("archive") == "Internet Archive"
    assert found.metadata.get("archive_location") == copy
    assert found.aside == (("archived", "2001-03-05"),)


def test_the_note_of_a_web_archive_says_when_it_took_the_page() -> None:
    note = "<!--\n     FILE ARCHIVED ON 08:12:45 Mar 05, 2001 AND RETRIEVED FROM THE\n INTERNET -->"
    assert stated(a_page() + note).aside == (("archived", "2001-03-05"),)


def test_a_sentence_of_the_main_text_is_no_foot_of_the_page() -> None:
    last = "Captain Ogata thanked the goats, who had borne the crossing better than the mate."
    related = "".join(f"<li><a>Story number {n} of the week</a></li>" for n in range(4))
    body = (
        f"<h1>{TITLE}</h1>"
        + "".join(f"<p>{FIRST} Part {n}.</p>" for n in range(4))
        + f"<aside><h3>Related stories</h3><ul>{related}</ul></aside><p>{last}</p>"
    )
    found = read(a_page(body))
    with_hint = label(found.version.text, found.container).lines
    kinds = {line.span.of(found.version.text): line.kind for line in with_hint}
    assert kinds[last] is LineKind.BODY
    assert kinds["Story number 1 of the week"] is LineKind.BOILERPLATE
    assert kinds["Copyright 2019 The Island Gull"] is LineKind.COPYRIGHT


def test_a_hint_never_takes_a_line_away() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\n{FIRST} Again.\n"
    without = label(text, Container())
    assert label(text, Container(main=(1,))).lines == without.lines
    assert label(text, Container(main=(99,))).lines == without.lines
