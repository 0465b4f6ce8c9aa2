"""What stands above a headline is not the title, and a headline on several lines is one."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import Container
from usjp_reader.intake.cleaning import label

EN_BODY = (
    "Trade officials of Japan and the United States met on Monday to talk about tariffs on beef.",
    "Japan answered that its farmers had given enough, and asked for lower tariffs on its cars.",
    "The officials will meet again next month in Washington, where the talks began last year.",
)
JA_BODY = (
    "日本と米国の通商担当者は月曜日、東京で会い、牛肉や自動車の関税をめぐって協議を再開した。",
    "日本側は農家への影響が大きいと答え、自動車の関税を引き下げるよう米国側に改めて求めた。",
    "双方の担当者は来月、協議が始まったワシントンで再び会い、関税の扱いを詰める予定である。",
)
EN_COLUMN = """TOKYO, June 3 (AP) -- Trade officials of Japan and of
the United States met here today to talk about the
tariffs on beef, which the Americans wish to see fall.
  The Japanese answered that the farmers had given
enough, and asked for lower tariffs on their cars. The
officials are to meet again next month in Washington.
  A bargain on beef is not expected before autumn, the
officials said, for the Diet will not sit until then.
"""
JA_COLUMN = """米國の救援艦隊は二十日朝横濱に入港し、直
に食糧と毛布の陸揚を始めた。港内には避難
民が溢れ、艦隊の將兵は棧橋に天幕を張つて
救護に當つた。大使は徹宵して指揮を執り、
毛布二萬枚は即日各區に配られる筈である。
市の當局者は艦隊の到着に深く謝意を表し、
陸揚は明朝迄に終る見込であると語つた。
"""


def title(*lines: str) -> str | None:
    return label("\n".join(lines), Container()).title


def spaced(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("head", ["Okinawa returns", "After the vote", "Beef"])
def test_the_only_line_above_a_text_is_its_title(head: str) -> None:
    assert (
        title(spaced(head, "NAHA, May 15, 1972 — Prime Minister Sato spoke to the islands."))
        == head
    )


@pytest.mark.parametrize(
    ("column", "byline"),
    [
        ("THE VIEW FROM HERE", "with Martha Quinn"),
        ("PACIFIC DIARY", "With John Overton"),
        ("NOTES FROM THE FARM", "with Hiram Beck"),
    ],
)
def test_a_column_with_its_writer_below_is_not_the_title(column: str, byline: str) -> None:
    assert title(spaced(f"{column}\n{byline}", "Beef and cars", *EN_BODY)) == "Beef and cars"


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("ホーム>国際・経済>関税協議の行方", "国際・経済 関税協議の行方"),
        ("トップ > 特集 > 日米の農業", "特集　日米の農業"),
        ("HOME > 連載 > 牛肉の道", "連載 牛肉の道"),
    ],
)
def test_the_last_steps_of_a_path_are_not_the_title(path: str, steps: str) -> None:
    head = "牛肉の関税をどう下げるか、日米の担当者が月曜から東京で再協議"
    assert title(spaced(f"{path}\n{steps}\n{head}", *JA_BODY)) == head


@pytest.mark.parametrize(
    "series", ["同盟のかたち　第３回", "牛肉の道（４）", "この人に聞く 第12回"]
)
def test_the_number_of_a_series_is_not_the_title(series: str) -> None:
    head = "関税をめぐる日米の協議、牛肉で溝"
    assert title(spaced(f"{series}\n{head}", *JA_BODY)) == head


@pytest.mark.parametrize(
    "contents",
    [
        "卷頭言…………一\n關税協議の前途………三\n農家の立場…………十二",
        "關税協議の前途・・・・・・二\n米國の輿論・・・・・・九",
        "關税協議の前途‥‥‥‥ 5\n農家の立場‥‥‥‥ 14",
    ],
)
def test_a_line_of_contents_is_not_the_title(contents: str) -> None:
    assert title(spaced(contents, "關税協議の前途\n法學士　川端省吾", *JA_BODY)) == "關税協議の前途"


@pytest.mark.parametrize("label_", ["PARTICIPANTS", "PRESENT:", "Participants"])
def test_who_was_present_is_not_the_title(label_: str) -> None:
    present = f"{label_}\nPrime Minister Eisaku Sato of Japan\nThe Secretary of State\nTwo aides"
    head = "Memorandum of Conversation"
    assert title(spaced(f"Office of Papers\n\n{head}", present, *EN_BODY)) == head


@pytest.mark.parametrize(
    ("banner", "whole"),
    [
        ("JAPAN\nTALKS ABOUT TARIFFS", "JAPAN TALKS ABOUT TARIFFS"),
        ("TRADERS\nMEET ABOUT THE TARIFFS", "TRADERS MEET ABOUT THE TARIFFS"),
        ("BEEF\nTARIFFS TO FALL", "BEEF TARIFFS TO FALL"),
    ],
)
def test_a_word_in_large_capitals_begins_the_headline_below_it(banner: str, whole: str) -> None:
    deck = "Hour of Talk on Beef and Cars;\nNo Bargain Before the Autumn"
    assert title("THE HARBOR CALL      JUNE 4, 1938", "", banner, deck, "", EN_COLUMN) == whole


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("米國の救援艦\n陰雨の横濱へ\n大使徹宵して指揮を執る", "米國の救援艦陰雨の横濱へ"),
        ("救援の艦隊\n續々入港す\n毛布二萬枚即日陸揚さる", "救援の艦隊續々入港す"),
        ("横濱の救護\n米艦も出動\n食糧毛布を陸揚し配給す", "横濱の救護米艦も出動"),
    ],
)
def test_two_short_lines_above_a_longer_deck_are_one_japanese_headline(
    lines: str, whole: str
) -> None:
    assert title("大正十二年九月廿一日　　帝 都 夕 報", "", lines, "", JA_COLUMN) == whole


@pytest.mark.parametrize("overline", ["◇大震災◇", "米大使来訪", "救護問題"])
def test_an_overline_is_no_line_of_the_headline(overline: str) -> None:
    lines = f"{overline}\n米國の救援艦隊\n大使徹宵して指揮を執る"
    found = title("大正十二年九月廿一日　　帝 都 夕 報", "", lines, "", JA_COLUMN)
    assert found is not None
    assert not found.startswith(f"{overline}米國")


@pytest.mark.parametrize(
    "head", ["米 國 艦 隊 横 濱 入 港", "救 援 艦 隊 の 入 港", "米 國 艦 隊 の 救 援"]
)
def test_a_headline_set_letter_by_letter_is_the_title(head: str) -> None:
    assert title("明治新報 第六百號", "", head, "　▲毛布即日陸揚さる", JA_COLUMN) == head


@pytest.mark.parametrize(
    "head",
    [
        "Farmers look out over pastures\nthat the tariffs on beef\nmay cost them",
        "Families wait for the officers\nwho promised to bring\ntheir sons home",
        "Officials meet again in Tokyo\nto talk about the tariffs\non beef and cars",
    ],
)
def test_a_headline_that_a_web_page_cut_in_three_is_one(head: str) -> None:
    text = spaced("Windward Star\nMonday, February 12, 2001", head, *EN_BODY)
    assert title(text) == head.replace("\n", " ")


@pytest.mark.parametrize(
    "headline",
    [
        "Coed Killed in Riot",
        "After Two Sailors Drown in Osaka",
        "Tuna Boat Found in Yaizu",
    ],
)
def test_a_headline_of_what_happened_somewhere_is_no_byline(headline: str) -> None:
    text = spaced(headline, *EN_BODY)
    assert label(text, Container()).authors == ()
