"""Ways in which texts tell their own day, or how far an event is: whole articles, as imported."""

from __future__ import annotations

import pytest

from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse


def dated(text: str) -> str | None:
    (record,) = read_records("article.txt", text.encode("utf-8"))
    value = analyse(record, "article.txt", base.load()).published.value
    return value.days.edtf if value else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("文・写真　森田春（編集部）　2015年10月1日公開", "2015-10-01"),
        ("聞き手　川上守　2009年3月4日掲載", "2009-03-04"),
        ("※2020年3月2日追記あり（初出：2019年5月28日）", "2019-05-28"),
        (
            "Page reviewed April 2019. It first appeared on our old site on 14 December 2011.",
            "2011-12-14",
        ),
        ("From the issue of Nov. 22, '69", "1969-11-22"),
        ("APR-2O-87 MON 09:14   ORION TRADE SVCS   202 555 0173   P.01/02", "1987-04-20"),
        ("THE BEND EVENING TIDINGS, TUESDAY, DECEMBEB 1, 19O8.", "1908-12-01"),
        ("MONDAY. JANUARV 8, I9O6", "1906-01-08"),
        ("大正拾年拾壹月拾參日", "1921-11-13"),
        ("PRINTED FOR THE SOCIETY, MCMXXII", "1922"),
        ("Course Guide, Academic Year 1997-98", "1997/1998"),
        ("平成二十三年度版　外交のしおり", "2011-04-01/2012-03-31"),
        ("Consolidated Results for the Fiscal Year Ended March 31, 2012", "2012-04-01/2012-12-31"),
        ("http://blog.umineko.example/archives/2006-06.html#d29", "2006-06-29"),
        ("Source: news.gazette.example/archives/1997-09/0923guidelines.htm", "1997-09-23"),
    ],
)
def test_a_page_says_its_day_in_many_forms(text: str, day: str) -> None:
    assert dated(text) == day


def test_the_entry_of_an_archive_does_not_date_the_old_paper() -> None:
    text = (
        "資料番号　HMA-02219　種別　新聞記事\n登録日　2009.6.2　最終校正　2013.11.18\n"
        "掲載紙　港都日報　明治四十一年十月十九日　第三面\n\n"
        "白艦隊は朝霧を分けて入港せり。埠頭には萬餘の人集まりて之を迎へたり。\n"
    )
    assert dated(text) == "1908-10-19"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Plaza Accord turned 30 on Tuesday, and few bankers cared.", "2015-09-22/2015-09-28"),
        ("The centennial of the Treaty of Portsmouth will be observed next month.", "2005-08"),
        ("第五福竜丸の乗組員が灰を浴びてから、今月一日で六十年がたった。", "2014-03"),
        ("来年三月は日米和親条約の調印からちょうど百五十年にあたる。", "2003"),
        ("東北を襲った地震と津波からきょうで一週間になる。", "2011-03-18"),
        ("岸首相が新しい安保条約に署名する日まで、ワシントンであと二日である。", "1960-01-17"),
        (
            "With ten days to go before the Okinawa summit, Prime Minister Mori was calm.",
            "2000-07-11",
        ),
        (
            "The revised security treaty, which Premier Kishi is to sign at the White House next "
            "month, runs to ten articles.",
            "1959-12",
        ),
        (
            "Last week's sinking of the gunboat Panay by Japanese planes will be answered.",
            "1937-12-13/1937-12-25",
        ),
        (
            "The Japanese princes, who were received by President Buchanan on the 17th inst., go "
            "about in carriages.",
            "1860-05-18/1860-05-31",
        ),
        ("安倍元首相の国葬からきょうで1年になる。", "2023-09-27"),
        ("普天間飛行場の返還合意から12日で20年となった。", "2016-04-12"),
        ("先週のＧ７広島サミットで岸田首相は核軍縮を訴えた。", "2023-05-21/2023-05-28"),
        ("Next week's summit in Okinawa worries Prime Minister Mori.", "2000-07-09/2000-07-16"),
        ("昨夜の夕食会で倒れたブッシュ大統領は、けさ宿舎で医師の診察を受けた。", "1992-01-09"),
    ],
)
def test_counts_of_time_from_an_event_or_to_it_give_the_day_of_writing(
    text: str, days: str
) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("額賀福志郎防衛庁長官は小渕首相に経過を説明した。", "1998-07-30/1998-11-20"),
        ("防衛庁の石破茂長官は、予算を財務省に求めた。", "2002-09-30/2004-09-27"),
        ("Secretary Haig had lunch with Foreign Minister Sunao Sonoda.", "1981-05-18/1981-11-30"),
        ("次期大統領のオバマ氏に、麻生首相は会談を求めている。", "2008-11-05/2009-01-19"),
        (
            "Former Ambassador Walter Mondale says in an interview that the Marines had to move.",
            "1996-12-15/2021-04-19",
        ),
        ("Yoshiro Mori, then prime minister, was on a golf course when word came.", None),
    ],
)
def test_people_in_office_or_out_of_it_bound_the_day(text: str, days: str | None) -> None:
    assert dated(text) == days


def test_what_everybody_calls_by_the_office_on_the_morning_after_is_of_that_morning() -> None:
    text = (
        "Flags\n\nTOKYO, Nov. 23 (UPI) — Flags flew at half-staff Saturday across Japan for "
        "President Kennedy, slain in Dallas on Friday.\n\nPremier Ikeda sent his condolences.\n"
    )
    assert dated(text) == "1963-11-23"


def test_a_guide_that_is_offered_beside_the_text_does_not_date_it() -> None:
    text = (
        "Archives | Election Guide 2016 | Shop\n\nA quiet harbor\n\nBy Jane Holloway\n"
        "Created: March 3, 2004\n\nThe harbor was quiet when the last ship left.\n\n"
        "Nobody came to see it go.\n"
    )
    assert dated(text) == "2004-03-03"


def test_days_of_other_stories_below_the_text_are_not_its_own() -> None:
    text = (
        "社説\n\n安保法が成立した\n\n安全保障関連法がきのう未明の参院本会議で可決、成立した。\n\n"
        "安倍首相は「必要な自衛の措置」と述べた。\n\n関連記事\n国会前デモ　2015年8月30日\n"
    )
    assert dated(text) == "2015-09-20"


def test_a_day_of_the_month_counts_within_what_the_news_leaves() -> None:
    text = (
        "米軍ヘリ墜落から一夜\n\n沖縄国際大学の本館に米海兵隊のヘリが墜落してから一夜が明けた14日、現場は米軍に"
        "封鎖されたままだった。\n\n稲嶺恵一知事は海外出張中だった。\n"
    )
    assert dated(text) == "2004-08-14"


def test_news_of_a_weekday_is_of_that_day_or_the_morning_after() -> None:
    text = (
        "A carrier comes home\n\nThe George Washington tied up at Yokosuka on Thursday, three "
        "years after the plan was made.\n\nNobody was hurt in the crowd.\n"
    )
    assert dated(text) == "2008-09-25/2008-09-26"


def test_the_first_printing_is_told_behind_volume_and_number() -> None:
    text = (
        "Museum notes\n\nFirst published in the Hawaii Herald, vol. 4, no. 2 (January 21, 1983), "
        "pp. 1, 7.\n\nThe 442nd came home to Honolulu in August 1946.\n"
    )
    assert dated(text) == "1983-01-21"


def test_the_opening_may_count_from_an_event_that_is_named_later() -> None:
    text = (
        "Notes from the beach\n\nA hundred and fifty years ago this month a man with gout put his "
        "name to a paper that he could not read.\n\nThe paper was the Treaty of Kanagawa. Nobody "
        "has agreed since on what it said.\n"
    )
    assert dated(text) == "2004-03"


_OF_OLD = (
    "The envoys were driven to the depot, where a crowd of some thousands had gathered.\n\n" * 3
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Issue of Monday, July 3, 1995\n\nNo Tariff, No Cheers\n\n" + _OF_OLD, "1995-07-03"),
        (
            "From the Elk Prairie Argus, Friday, March 15, 1872, page 2, column 4:\n\n"
            "THE EMBASSY\n\n" + _OF_OLD,
            "1872-03-15",
        ),
        (
            "TRADE\n\nWaiting for Orders\n\n"
            + _OF_OLD
            + "INLAND TRADE REVIEW / FEBRUARY 3, 1992             31\n\n"
            + _OF_OLD,
            "1992-02-03",
        ),
        (
            "みなとあけぼの新聞　　1972年（昭和47年）5月16日　火曜日\n\n雨の中の式典\n\n"
            "　沖縄は十五日午前零時、日本に復帰した。この日は朝から雨だった。\n\n"
            "　式典は午前十時半から開かれ、多くの人が集まった。\n",
            "1972-05-16",
        ),
        (
            "原子力空母が入港\n\n09/26 朝刊\n\n"
            "　米海軍の原子力空母ジョージ・ワシントンが二十五日午前、横須賀基地に入港した。\n\n"
            "　甲板には白い制服の乗組員が並んだ。\n\nCopyright 2008 潮風新報社\n",
            "2008-09-26",
        ),
    ],
)
def test_the_day_in_the_head_or_foot_of_a_printed_page_is_that_of_the_article(
    text: str, day: str
) -> None:
    assert dated(text) == day


def test_a_sentence_that_opens_with_a_day_is_no_dateline() -> None:
    text = (
        "空母の入港について\n\n更新日：2008年9月26日\n\n"
        "　平成20年9月25日午前、米海軍の空母が入港しました。\n\n"
        "　市では測定を行いましたが、平常の値と変わりありませんでした。\n"
    )
    assert dated(text) == "2008-09-26"


def test_the_day_of_an_interview_is_not_the_day_on_which_it_was_printed() -> None:
    text = (
        "Voices of the Consulates\n\nInterview date: March 12, 1996\n"
        "Copyright 1998 Consular Voices\n\n"
        "A Vice Consul in Fukuoka\n\n" + _OF_OLD
    )
    assert dated(text) == "1998"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Voters Wait in Nagoya\n\n"
            "Prime Minister Fumio Kishida announced last month that he would not run for another "
            "term as president of the Liberal Democratic Party.\n\n"
            "The party will choose among nine candidates on Sept. 27.\n",
            "2024-09-01/2024-09-26",
        ),
        (
            "山荘の会談を前に\n\n"
            "　小泉純一郎首相は今月三十日、ワシントン郊外で初めてブッシュ大統領と会う。\n\n"
            "　来月には参議院選挙がある。田中真紀子外相も同行する。\n",
            "2001-06-01/2001-06-29",
        ),
    ],
)
def test_an_article_is_older_than_the_day_that_it_looks_ahead_to(text: str, days: str) -> None:
    assert dated(text) == days


def test_a_dateline_without_a_year_is_of_the_year_of_the_news() -> None:
    text = (
        "THE TREATY IS SIGNED\n\n"
        "PORTSMOUTH, N. H., Sept. 5.—The war between Russia and Japan was brought to its close "
        "here this afternoon, when the plenipotentiaries of the two Empires signed the treaty of "
        "peace in the navy yard at Portsmouth.\n\n"
        "Baron Komura used an ordinary pen. Mr. Witte spoke to the correspondents tonight.\n"
    )
    assert dated(text) == "1905-09-05"
