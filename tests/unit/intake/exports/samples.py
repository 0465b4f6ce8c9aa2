"""Made-up exports of newspaper databases, with what makes them hard to take apart.

Newspapers, people and places are invented. Each holds lines of text that look like fields, and more
than ASCII.
"""

from __future__ import annotations

PROQUEST = """\
____________________________________________________________

Document 1 of 3

Fishermen of Shiranui ask for their bay

Author: Penhallow, Josiah; Ōta, Michi

Publication info: The Harbor Chronicle; Port Amity, Wash. [Port Amity, Wash]24 Feb 1972: A1.

http://example.com/docview/100

Abstract: Fishermen asked on Wednesday for the return of their bay.

Links:

Full text: SHIRANUI, Feb. 23 - Fishermen asked on Wednesday for the return of their bay.

Section: that was the word the officer used. "Section: four," he said, and drew it on the chart.

Title: none of the boats had one, he told the court.

"We are patient," said Michi Ōta. 港は静かだ。😀

Subject: Fisheries; Military bases

Location: Japan

Company / organization: Name: Amity Cannery; NAICS: 311710

Title: Fishermen of Shiranui ask for their bay

Publication title: The Harbor Chronicle (Late Edition)

Pages: A.1

Publication year: 1972

Publication date: Feb 24, 1972

Section: A

Publisher: Harbor Press

Place of publication: Port Amity, Wash.

ISSN: 00000019

Source type: Historical Newspapers

Language of publication: English

Document type: NEWSPAPER

Field we do not know: 17

ProQuest document ID: 100200300

Document URL: http://example.com/docview/100200300?accountid=1

Copyright: Copyright Harbor Press Feb 24, 1972

Last updated: 2010-05-22

Database: ProQuest Historical Newspapers: The Harbor Chronicle

____________________________________________________________

Document 2 of 3

A page without its text

Publication info: The Harbor Chronicle; Port Amity, Wash. [Port Amity, Wash]25 Feb 1972: B2.

Full text: Not available.

Title: A page without its text

Publication title: The Harbor Chronicle

Publication date: Feb 25, 1972

ProQuest document ID: 100200301

Database: ProQuest Historical Newspapers: The Harbor Chronicle

____________________________________________________________

Document 3 of 3

Only a summary

Abstract: The council of Naha heard that the road past the base would be widened in spring.

Title: Only a summary

Publication title: The Harbor Chronicle

Publication date: Feb 26, 1972

ProQuest document ID: 100200302

Document URL: http://example.com/docview/100200302

____________________________________________________________

Contact us at: http://example.com/help
Database copyright © 2026 ProQuest LLC. All rights reserved.
"""

NEXIS_UNI = """\
User Name: Hana Penhallow
Date and Time: Saturday, November 28, 2026 9:00:00 AM JST
Job Number: 1234567

Documents (2)

1. Bay to be opened, ministry says
Client/Matter: -None-
Search Terms: bay

| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2026 LexisNexis

Page 1 of 2

Bay to be opened, ministry says

The Meridian Daily (Tokyo)

January 5, 1972, Wednesday, Late City Final Edition



Copyright 1972 Meridian Press
All Rights Reserved

Section: Pg. 3
Length: 212 words
Byline: By Ana de la Cruz
Dateline: TOKYO, Jan. 4
Highlight: The bay was closed in 1951.

Body



The Ministry of Foreign Affairs said on Tuesday that the bay of Shiranui would be opened.

Length: that was what the ministry would not say of the treaty's term.

Page 2 of 2

"It is a small bay," an official said.

Load-Date: September 15, 2001


End of Document

Second article, without a date

The Meridian Daily (Tokyo)

Spring number 1972

Length: 12 words

Body

Nothing happened at the bay in spring, and the fishermen went to sea again.

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: FISHING (90%)

Load-Date: September 16, 2001


End of Document
"""

LEXIS_NEXIS = """\


                               1 of 2 DOCUMENTS


                              The Meridian Daily

                          January 5, 1972, Wednesday

Bay to be opened, ministry says

BYLINE: Ana de la Cruz

SECTION: Pg. 3

LENGTH: 212 words

DATELINE: TOKYO, Jan. 4

   The Ministry of Foreign Affairs said on Tuesday that the bay of Shiranui would be opened to
fishermen.

   Subject: that word stood on the agenda.

   "It is a small bay," an official said.

LOAD-DATE: September 15, 2001

LANGUAGE: ENGLISH

GRAPHIC: Photo, The bay of Shiranui as it was seen from the
   hill in 1951.

PUBLICATION-TYPE: Newspaper

                       Copyright 1972 Meridian Press
                            All Rights Reserved


                               2 of 2 DOCUMENTS


                              The Meridian Daily

                          January 6, 1972, Thursday

Fishermen thank the ministry

LENGTH: 20 words

   The fishermen of Shiranui thanked the ministry on Wednesday.

LOAD-DATE: September 15, 2001

                       Copyright 1972 Meridian Press
                            All Rights Reserved
"""

FACTIVA = """\
SE
Politics
HD
Bay to be opened, ministry says
BY
By Ana de la Cruz
WC
212 words
PD
5 January 1972
ET
09:15 AM
SN
The Meridian Daily
SC
MERID
PG
3
LA
English
CY
(c) 1972 Meridian Press

LP
TOKYO -- The Ministry of Foreign Affairs said on Tuesday that the bay of Shiranui would be opened.

TD
PD
was the name of the patrol boat, and
IN
the harbour it lay.

"It is a small bay," an official said.

CO
meridp : Meridian Press

RE
japan : Japan

PUB
Meridian Press

AN
Document MERID00020011123dn15000a1

HD
Fishermen thank the ministry
WC
20 words
PD
6 January 1972
SN
The Meridian Daily
LA
English

LP
The fishermen of Shiranui thanked the ministry on Wednesday.

AN
Document MERID00020011123dn16000a2

Search Summary
Text	bay
Date	All Dates
(c) 2026 Factiva, Inc. All rights reserved.
"""

FACTIVA_PLAIN = """\
Bay to be opened, ministry says

By Ana de la Cruz
212 words
5 January 1972
09:15
The Meridian Daily
MERID
3
English
(c) 1972 Meridian Press

TOKYO -- The Ministry of Foreign Affairs said on Tuesday that the bay of Shiranui would be opened.

He counted
212 words
in the note, and said no more.

Document MERID00020011123dn15000a1

漁民、外務省に感謝
1,024 文字
1972年1月6日
港日報
MINATO
日本語
(c) 1972 港日報社

不知火湾の漁民は五日、外務省に感謝の意を表した。

文書 MINATO0020011123dn16000a2

© 2026 Factiva, Inc. All rights reserved.
"""

PROQUEST_JA = """\
ドキュメント 1 / 1

不知火湾、返還へ

著者: 山田 太郎

全文: 外務省は五日、不知火湾を漁民に返すと発表した。𠮷田漁協長は「長かった」と語った。

件名: 漁業; 基地

タイトル: 不知火湾、返還へ

出版物タイトル: 港日報

ページ: 3

出版日: 1972年1月6日

出版物の言語: 日本語

ProQuest ドキュメント ID: 100200400

ドキュメント URL: http://example.com/docview/100200400

データベース: ProQuest Central
"""

PROQUEST_NEW = """\
Bay to be opened, ministry says

de la Cruz, Ana.The Meridian Daily; Tokyo [Tokyo]. 05 Jan 1972: 3.

ProQuest document link

ABSTRACT
The bay was closed in 1951.

FULL TEXT
The Ministry of Foreign Affairs said on Tuesday that the bay of Shiranui would be opened.

DETAILS

Subject: Fishing;
Bays & inlets
Location: Japan
Title: Bay to be opened, ministry says
Publication title: The Meridian Daily
Pages: 3
Publication date: Jan 5, 1972
ProQuest document ID: 100200500
Database: ProQuest Central

LINKS
Linking Service

____________________________________________________________

Fishermen thank the ministry

The Meridian Daily; Tokyo [Tokyo]. 06 Jan 1972: 4.

ProQuest document link

FULL TEXT
The fishermen of Shiranui thanked the ministry on Wednesday.
____________________________________________________________
That line of theirs stood under the letter, in the place of a name.

DETAILS

Title: Fishermen thank the ministry
Publication title: The Meridian Daily
Publication date: Jan 6, 1972
ProQuest document ID: 100200501
Database: ProQuest Central
"""
