"""What web pages put between the paragraphs, and names of those who wrote them."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import Container
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.cleaning.names import is_names

EN = (
    "Tariff talks open in Tokyo",
    "Trade officials of Japan and the United States met in Tokyo on Monday to talk about tariffs.",
    "The American side wants the tariffs on beef to fall faster than they do, officials said.",
    "Japan answered that its farmers had given enough, and asked for lower tariffs on cars.",
    "The officials will meet again in Washington, where the talks about tariffs began last year.",
)
JA = (
    "日米、関税協議を東京で再開",
    "日本と米国の通商担当者は月曜日、東京で会い、牛肉や自動車の関税をめぐって協議を再開した。",
    "米国側は牛肉の関税をより早く引き下げるよう求めたと、協議に出席した担当者が明らかにした。",
    "日本側は農家への影響が大きいと答え、自動車の関税を引き下げるよう米国側に改めて求めた。",
    "双方の担当者は来月、協議が始まったワシントンで再び会い、関税の扱いを詰める予定である。",
)


@pytest.mark.parametrize(
    "island",
    [
        "Scroll down to keep reading",
        "Article continues below",
        "Story resumes here",
        "Download Hi-Res",
        "[photo: the minister]",
        "[ Advertisement: tires, tires, tires ]",
        "*** SUBSCRIBERS: renew by Friday and save $5. ***",
        "~ A message from our sponsors ~",
        "Page 2 of 3",
        "1 | 2 | 3 | Next",
        "Also this week",
        "• 4 min read",
        "写真をクリックすると拡大します",
        "［画像を拡大する］",
        "（前頁より続く）",
        "（次のページへ）",
        "＝関連記事2、3面＝",
        "=5面に続く=",
        "テーマ：外交",
        "▼関連ニュース　首相、来月に訪米へ",
        "ここから本文",
        "併せて読む",
    ],
)
def test_what_the_page_puts_between_paragraphs_is_left_out(island: str) -> None:
    article = EN if island.isascii() or "•" in island else JA
    text = "\n\n".join([*article[:3], island, *article[3:]])
    lines = label(text, Container()).lines
    assert [line.span.of(text) for line in lines if line.is_content] == list(article)


@pytest.mark.parametrize("heading", ["What Tokyo wants", "Beef and cars", "The story so far"])
def test_a_heading_between_paragraphs_stays(heading: str) -> None:
    text = "\n\n".join([*EN[:3], heading, *EN[3:]])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert heading in kept


@pytest.mark.parametrize(
    "note",
    [
        "About the author: Ann Lee has covered trade in Tokyo since 1994. Reach her at the desk.",
        "Ann Lee edited the trade page for ten years.",
        "Ann covers trade. She lives in Kawasaki.",
    ],
)
def test_who_the_author_is_stands_below_the_article(note: str) -> None:
    text = "\n\n".join([EN[0], "By Ann Lee", *EN[1:], note])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert kept == list(EN)


@pytest.mark.parametrize(
    "line",
    [
        "文學博士　山　田　一　郎",
        "本誌記者 佐 藤 花 子",
        "理事 小 川 正 夫",
        "写真・林 正",
        "ニューヨーク＝山田一郎、編集委員・林花子",
        "経済部　鈴木一郎、ロンドン＝林花子",
        "田中 ハル（五八歳・主婦・川崎市）",
        "新潟市 田 中 フ ミ",
        "元外交官・田中 一郎さん",
    ],
)
def test_japanese_names_with_what_they_are_or_where_are_names(line: str) -> None:
    assert is_names(line)


@pytest.mark.parametrize(
    "line", ["日米外相会談", "首相、米大統領と会談", "大使の見た東京", "沖縄＝返還の朝"]
)
def test_japanese_headlines_are_no_names(line: str) -> None:
    assert not is_names(line)


@pytest.mark.parametrize(
    "links",
    [
        "桜の便り　見ごろは週末（03月30日 12時11分）\n市場で初競り　高値（03月30日 11時50分）",
        "工場でぼや　けが人なし（4/2 08:42）\n新しい橋　来月開通（4/1 18:20）",
        "駅前に新しい広場　市が計画（05月01日 07時30分）\n夏祭り　三年ぶり（05月01日 06時10分）",
    ],
)
def test_links_with_their_day_and_hour_are_no_table_of_the_article(links: str) -> None:
    text = "\n\n".join([*JA, links])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert kept == list(JA)


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee, a former attaché in Tokyo, teaches at the school of diplomacy in Boston.",
        "Ann Lee is a fellow of the institute, where she writes about trade and farming.",
        "Ann Lee covers trade and has lived in Tokyo and in Osaka since the spring of 1994.",
    ],
)
def test_who_the_author_is_stands_above_the_article_as_well(note: str) -> None:
    text = "\n\n".join([EN[0], "By Ann Lee", note, *EN[1:]])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert kept == list(EN)


@pytest.mark.parametrize(
    "line",
    [
        "(By United Press.)",
        "By Cable from Our Own Correspondent.",
        "[From our own Correspondent.]",
        "Sentinel Staff Writer",
        "Courier Military Correspondent",
    ],
)
def test_who_sent_a_dispatch_is_no_line_of_the_article(line: str) -> None:
    text = "\n\n".join([EN[0], line, *EN[1:]])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert kept == list(EN)


@pytest.mark.parametrize(
    "pairs",
    [
        "What was agreed\n\nBeef tariff: 26 percent at once\nCar tariff: to be talked about\n"
        "Next talks: Washington, in May",
        "The talks in brief\n\nPlace of the talks: Tokyo\nOfficials: nine of Japan, seven others\n"
        "Tariffs named: beef and cars",
        "At a glance\n\nAmerican wish: lower tariff on beef\nJapanese wish: lower tariffs on cars\n"
        "Next meeting of officials: Washington",
    ],
)
def test_names_with_their_values_below_the_text_are_a_table_of_the_article(pairs: str) -> None:
    text = "\n\n".join([*EN, pairs])
    kept = [line.span.of(text) for line in label(text, Container()).lines if line.is_content]
    assert kept[-1] == pairs.rsplit("\n", maxsplit=1)[-1]
