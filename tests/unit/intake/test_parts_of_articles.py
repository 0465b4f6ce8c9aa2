"""Tables, lists, signatures and notices are told from the article that they stand in or below."""

# ruff: noqa: E501  (cases stay on one line)

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import Container
from usjp_reader.intake.cleaning import label

TEXT = (
    "The two governments signed the agreement on Tuesday, and said that it would hold for ten years.",
    "Officials of the foreign ministry told reporters that the bases would be counted anew in spring.",
    "The ambassador said that he had never seen a paper of so few words that cost so much labor.",
)
CLOSING = "The agreement goes to the Diet and the Senate in autumn, officials of the ministry said."


def content(*paragraphs: str) -> list[str]:
    """The lines of an article that the program keeps."""
    text = "Agreement on the bases is signed\n\n" + "\n\n".join(paragraphs) + "\n"
    lines = label(text, Container()).lines
    return [line.span.of(text).strip() for line in lines if line.is_content]


@pytest.mark.parametrize(
    "table",
    [
        "Place and date  Event\nTokyo, Jan. 30, 1957  Signature\nMaebashi, Nov. 19, 1957  Judgment",
        "Variety  Number  Given by\nYoshino  15  Members\nAccolade  6  Sister Schools Fund",
        "Pest - What you see - What to do\nBorers - Amber gum - Keep mowers off\nDeer - No buds - A dog",
        "Base   Acres   Troops\nAtsugi   1,249   4,000\nYokota   1,750   6,500",
    ],
)
def test_a_table_between_paragraphs_belongs_to_the_article(table: str) -> None:
    rows = table.split("\n")
    assert [one for one in content(*TEXT, table, CLOSING) if one in rows] == rows
    assert [one for one in content(*TEXT, CLOSING, table) if one in rows] == rows


@pytest.mark.parametrize("sign", ["▼", "•", "■"])
def test_a_list_below_the_last_sentence_belongs_to_the_article(sign: str) -> None:
    items = [
        f"{sign} {day} November, ministers meet in {place}"
        for day, place in ((3, "Kobe"), (9, "Nara"))
    ]
    kept = content(
        *TEXT, "What comes next", "\n".join(items), "Related stories", "Fish prices climb"
    )
    assert [one for one in kept if one in items] == items
    assert "Fish prices climb" not in kept


def test_recommendations_that_are_sentences_are_no_links() -> None:
    items = "• Put a date on the return of the bases.\n• Name a minister who counts them."
    assert "Recommendations" in content(*TEXT, "Recommendations", items, CLOSING)


@pytest.mark.parametrize(
    "line",
    [
        "(See TREATY, page 9)",
        "TREATY (from page 3)",
        "(TREATY, cont'd from page 1)",
        "[BREAK — station identification]",
        "(AP Wirephoto)",
        "Herald file photo",
        "Art: “Ship of the Barbarians,” woodblock, ca. 1854. Courtesy of a private collection.",
        "☞ TO LET. The commodious store on Water street.",
    ],
)
def test_what_is_no_sentence_of_the_article_is_left_out(line: str) -> None:
    kept = content(TEXT[0], TEXT[1], line, TEXT[2], CLOSING)
    assert line not in kept
    assert CLOSING in kept


def test_a_line_of_a_column_that_begins_with_a_day_goes_on_its_paragraph() -> None:
    column = (
        "The revised treaty was signed in the East Room on\n"
        "January 19 and pushed through the Lower House of\n"
        "the Diet four months later, with policemen in all\n"
        "the corridors and the members carried out by them."
    )
    kept = content(column, column.replace("January 19", "March 27"), column.replace("Diet", "land"))
    assert sum("pushed through the Lower House of" in one for one in kept) == 3


def test_a_note_on_the_author_is_told_whatever_its_verb() -> None:
    note = "Ann Lee joined the Forum in 1998 after eleven years in the Foreign Service."
    kept = content("By Ann Lee", *TEXT, CLOSING, "About the author", note)
    assert note not in kept
    assert CLOSING in kept


def test_notices_below_a_signature_and_a_rule_are_no_part_of_a_letter() -> None:
    notice = (
        "NOTICE.--My wife having left my bed and board, I will pay no debts of her contracting."
    )
    kept = content(*TEXT, CLOSING, "SPECTATOR.", "~~~~~~", notice)
    assert CLOSING in kept
    assert notice not in kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("１月１４日　５時０７分", False),
        ("この記事を保存　文字サイズ　小　中　大", False),
        ("那覇支局・比嘉　修", False),
    ],
)
def test_what_stands_between_a_japanese_title_and_its_text(line: str, kept: bool) -> None:
    body = "日米両政府は二十二日、基地の返還に関する協定に署名した。外務省によると、国会は秋に承認を求められる。"
    text = f"日米両政府、基地返還協定に署名\n{line}\n{body}\n{body[::-1]}。\n"
    lines = label(text, Container()).lines
    assert lines[1].is_content is kept
    assert lines[2].is_content


@pytest.mark.parametrize(
    "rows",
    [
        "777.7: percent of duty on imported rice\n682: tons that the ministry must let in\n0: on sale",
        "1852  Perry sails\n1853  Perry enters the bay\n1854  Treaty signed",
        "The ministry counts bases\nThe ambassador signs papers\nThe governments count ambassadors",
    ],
)
def test_short_lines_about_the_same_are_a_list_of_the_article(rows: str) -> None:
    lines = rows.split("\n")
    kept = content(*TEXT, "By the numbers", rows, CLOSING)
    assert [one for one in kept if one in lines] == lines


def test_a_list_of_the_headings_further_below_is_no_text() -> None:
    heads = ["Signature of the agreement", "Bases of the ministry", "Ambassador and Diet"]
    sections = [part for pair in zip(heads, TEXT, strict=True) for part in pair]
    kept = content(TEXT[1], "\n".join(f"{n} {head}" for n, head in enumerate(heads, 1)), *sections)
    assert not any(one[:1].isdigit() for one in kept)
    assert [one for one in kept if one in heads] == heads


@pytest.mark.parametrize("word", ["Terms", "Legal"])
def test_a_word_of_a_site_s_foot_may_head_a_section(word: str) -> None:
    kept = content(*TEXT, word, f"{CLOSING} {TEXT[1]}", f"{TEXT[2]} The ministry agreed.")
    assert word in kept
    assert kept[-1].endswith("The ministry agreed.")


@pytest.mark.parametrize(
    "closing", ["Yours,\nPiet", "Until Thursday,\nHana", "Very respectfully yours,\nA. Lee"]
)
def test_the_closing_of_a_letter_is_its_signature(closing: str) -> None:
    kept = content(*TEXT, CLOSING, closing)
    assert kept[-1] == CLOSING


def test_notices_led_by_signs_are_no_headings_of_a_japanese_column() -> None:
    body = "日米両政府は二十二日、基地の返還に関する協定に署名した。外務省によると、国会は秋に承認を求める。"
    text = f"日米両政府、基地返還協定に署名\n{body}\n◇仁丹　一粒口中の惡臭を去る　森下博藥房\n◇今晩の演藝　帝劇\n◇基地の返還\n{body}\n"
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert "◇基地の返還" in kept
    assert not any("仁丹" in one or "演藝" in one for one in kept)


@pytest.mark.parametrize("rule", ["o-o-o", "——o——", "x x x", "* * *"])
def test_an_ornament_ends_what_a_column_says(rule: str) -> None:
    assert rule not in content(*TEXT, rule, CLOSING)


@pytest.mark.parametrize("sound", ["(SOUNDBITE OF MUSIC)", "(Applause)", "(Laughter.)"])
def test_what_is_heard_at_the_end_of_a_speech_belongs_to_it(sound: str) -> None:
    assert content(*TEXT, CLOSING, sound)[-1] == sound


def test_dots_that_lead_to_values_make_a_table_and_those_to_pages_none() -> None:
    rows = ["Treaty of Kanagawa ....... 1854", "Harris Treaty ....... 1858"]
    index = ["Comics ....... B3", "Radio ....... 12"]
    kept = content(*TEXT, "\n".join(rows), CLOSING, "\n".join(index))
    assert [one for one in kept if one in rows] == rows
    assert not set(index) & set(kept)


def test_a_box_for_opinions_in_the_midst_of_an_article_begins_no_thread() -> None:
    kept = content(TEXT[0], "HAVE YOUR SAY\nSend us your comments", *TEXT[1:], CLOSING)
    assert kept[1:] == [*TEXT, CLOSING]


def test_posts_of_a_running_report_are_no_comments_for_their_buttons() -> None:
    hours = (f"{hour}:10 PM EST\nShare\n{one}" for hour, one in enumerate(TEXT, 1))
    assert content(*hours)[1:] == list(TEXT)


def test_those_present_at_a_conversation_belong_to_its_record() -> None:
    people = ["Eisaku Sato, Prime Minister of Japan", "William P. Bundy, Assistant Secretary"]
    head = ("SUBJECT\nThe return of the islands", "\n".join(["PARTICIPANTS", *people]))
    text = "\n\n".join(("Memorandum of Conversation", "January 12, 1965", *head, *TEXT))
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert [one for one in kept if one in people] == people


@pytest.mark.parametrize(
    "rows",
    [
        "1853年　ペリー、浦賀に来航\n1854年　日米和親条約を締結\n1858年　日米修好通商条約を締結",
        "平成27年5月18日　空母が横須賀を出港\n平成27年10月1日　後継艦が横須賀に入港",
        "２００６年：米国産牛肉の輸入を再開\n２０１３年：月齢の制限を緩和",
    ],
)
def test_a_chronicle_below_a_japanese_article_belongs_to_it(rows: str) -> None:
    text = f"{JAPANESE}\n\nこれまでの経過\n{rows}\n\n関連記事\nサンマ漁が解禁\n"
    lines = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert [one for one in lines if one in rows.split("\n")] == rows.split("\n")
    assert "サンマ漁が解禁" not in lines


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story misstated the rank of an officer.",
        "An earlier version of this article gave a wrong number of ships. There were six.",
    ],
)
def test_a_correction_of_this_article_belongs_to_it(note: str) -> None:
    assert note in content(*TEXT, CLOSING, note, "Related stories", "Fish prices climb")


@pytest.mark.parametrize(
    "note",
    [
        "This article was migrated from our old website, and its pictures are lost.",
        "This transcript was generated by a machine and may hold errors.",
        "[ Order a reprint of this essay ]",
        "Sort by: Newest first | Oldest first",
        "Watch video: Ministers sign the agreement (0:54)",
        "[Pg 47]",
    ],
)
def test_what_a_page_says_of_its_files_and_wares_is_no_part_of_the_article(note: str) -> None:
    assert content(TEXT[0], note, *TEXT[1:], CLOSING)[1:] == [*TEXT, CLOSING]


@pytest.mark.parametrize(
    "note", ["次のページへ", "1／3 PAGE", "いいね！ 640", "凡例：ふりがなは省略しました。"]
)
def test_what_a_japanese_page_says_of_itself_is_no_part_of_the_article(note: str) -> None:
    text = f"{JAPANESE}\n\n{note}\n\n条約の批准書は秋に交換される見通しだと外務省の幹部は話している。\n"
    lines = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert note not in lines
    assert lines[-1].startswith("条約の批准書")


JAPANESE = """日米両政府が条約に署名

日米両政府は火曜日、新しい条約に署名し、今後十年にわたって効力を持つと発表した。

外務省の幹部は記者団に、春には基地の数をあらためて数え直すことになると語った。

大使は、これほど短い文書がこれほど多くの手間を要したのは見たことがないと話した。"""
