"""The next item of a scanned page is no part of the article; what goes on after a break is."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import Container
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.cleaning.numerals import label_numerals
from usjp_reader.intake.cleaning.rows import rows_of
from usjp_reader.intake.cleaning.wrapping import units_of

EN = """THE HARBOR EVENING CALL       PAGE TWO       MARCH 3, 1938

ENVOY SEES HULL ON PANAY CLAIM

WASHINGTON, March 2 (AP) -- The Japanese Ambassador
called upon Secretary Hull this afternoon to talk of
the sum which his government is to pay for the loss
of the gunboat Panay and of the tankers.
  The Ambassador said afterward that Tokyo had never
questioned the claim. The Secretary told reporters
that the figures of the Navy were almost complete.
  Officers of the gunboat have been asked to name what
they lost. The tankers belonged to an oil company,
which will state its own claim to the Department.
"""
JA = """昭和二年三月六日　　帝 都 夕 報　　第三版　（五）

人形使節けふ横濱へ

米國の子供達から贈られた人形を載せた船
は今朝横濱に着いた。棧橋には市内の小學
校の兒童が小旗を手にして並び、人形が箱
から出される毎に拍手をした。
　文部省の課長は人形を受取り、禮を述べた
後、人形は明日から東京の靑年館に飾られ
ると語つた。人形の旅券は小さな革の袋に
納められてゐた。
"""


def kept(text: str) -> str:
    lines = label(text, Container()).lines
    return "\n".join(line.span.of(text) for line in lines if line.is_content)


@pytest.mark.parametrize(
    "item",
    [
        "COUNTY NURSE RESIGNS\nMARTINSVILLE, March 2 -- Miss Ella Moore, nurse of the\n"
        "county for nine years, will marry in June.",
        "Tomatoes Frozen\n  In Valley\n  Growers of the lower valley lost half of their early\n"
        "tomatoes in the frost of Tuesday night.",
        "LOST DOG.\n   Brown setter, white feet. Bring to Kepler's barber\nshop and be thanked.",
    ],
)
def test_an_item_with_its_own_heading_below_a_scanned_article_is_left_out(item: str) -> None:
    assert kept(f"{EN}\n{item}\n") == kept(EN)


@pytest.mark.parametrize(
    "rest",
    [
        "  The claim of the gunboat will be paid in dollars, the\nAmbassador told reporters.",
        "  Secretary Hull will lay the figures of the Navy before\nthe Ambassador next week.",
        '  "We lost the tankers and the men on them," an officer\nof the oil company said.',
    ],
)
def test_what_goes_on_below_a_blank_line_stays(rest: str) -> None:
    assert kept(f"{EN}\n{rest}\n").endswith(rest)


@pytest.mark.parametrize(
    "item",
    [
        "料理　鰯の甘露煮\n　鰯は頭を取り、鹽水で洗ふ。醤油と砂糖に\nて弱火で煮る。",
        "○火事　昨夜八時淺草馬道に出火、二戸を燒く",
        "ラヂオ　けふの番組\n　午後六時　童謠　七時　講演　桃の節句の話",
    ],
)
def test_a_neighbouring_item_below_a_japanese_column_is_left_out(item: str) -> None:
    assert kept(f"{JA}\n{item}\n") == kept(JA)


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        (["一", "二", "三"], LineKind.SUBHEADING),
        (["（一）", "（二）"], LineKind.SUBHEADING),
        (["１", "２", "３"], LineKind.SUBHEADING),
        (["（三）", "（四）"], None),
        (["一"], None),
        (["二", "一"], None),
    ],
)
def test_numbers_that_count_from_one_head_sections_and_others_count_pages(
    numbers: list[str], kind: LineKind | None
) -> None:
    text = "".join(f"{number}\n　日米の話は続いた。会談は三日に及んだ。\n\n" for number in numbers)
    units = units_of(rows_of(text))
    label_numerals(units, 0)
    assert {unit.kind for unit in units if unit.text in numbers} == {kind}


@pytest.mark.parametrize(
    "head", ["人形使節けふ横濱へ　二五", "人形使節けふ横濱へ　35", "（六）　人形使節けふ横濱へ"]
)
def test_the_title_with_the_number_of_a_page_is_a_running_head(head: str) -> None:
    text = f"{JA}\n{head}\n\n人形は東京から全國の小學校へ分けて送られる。\n"
    assert head not in kept(text)


@pytest.mark.parametrize(
    "advertisement",
    [
        "Only ONE soap keeps your linen white!\nAsk your grocer for it today - he knows!",
        "Ride the new streamliner to the Coast!\nSee your ticket agent this week.",
        "Your hair deserves a better tonic!\nWrite us for a bottle and a comb.",
    ],
)
def test_what_a_page_break_sets_within_a_sentence_is_left_out(advertisement: str) -> None:
    cut = "  The Secretary added that the ships of the Navy in\nChina would not be withdrawn while"
    rest = "the claim was open, and that the Ambassador had been\ntold of it by the Department."
    text = f"{EN}{cut}\n\n{advertisement}\n\n{rest}\n"
    assert kept(text) == f"{kept(EN)}\n{cut}\n{rest}"


@pytest.mark.parametrize(
    "deck",
    [
        "AMBASSADOR SPEAKS OF THE CLAIM.",
        "GUNBOAT AND TANKERS TO BE PAID FOR",
        "SECRETARY HULL AND THE AMBASSADOR TALK.",
    ],
)
def test_a_second_deck_in_capitals_belongs_to_the_article(deck: str) -> None:
    head, title, body = EN.split("\n\n")
    text = f"{head}\n\n{title}\n---\nTokyo Will Pay for the Gunboat Panay\n---\n{deck}\n\n{body}"
    assert deck in kept(text)


@pytest.mark.parametrize(
    "notices",
    [
        "▲昨日の米價　定期米は三圓高\n▲寄席　今夜より柳亭出演",
        "●天氣　北の風晴\n●相塲　生絲二圓安",
        "△豫防注射　二十三日\n△盆踊り　毎夜七時",
    ],
)
def test_notices_led_by_a_sign_below_a_column_are_no_list_of_the_article(notices: str) -> None:
    assert kept(f"{JA}\n{notices}\n") == kept(JA)
