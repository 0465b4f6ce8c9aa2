"""One made-up bibliography of four items in the four formats in which Zotero exports it.

The first item has two files, the second a file on another machine, the third only a summary, the
fourth nothing. Newspapers, people and places are invented.
"""

from __future__ import annotations

import json
from typing import Any

BBT: dict[str, Any] = {
    "config": {"id": "x", "label": "BetterBibTeX JSON", "options": {"exportFileData": True}},
    "version": {"zotero": "7.0", "bbt": "6.7"},
    "collections": {},
    "items": [
        {
            "key": "AAAA1111",
            "itemType": "newspaperArticle",
            "title": "Bay to be opened, 不知火湾",
            "creators": [
                {"creatorType": "author", "firstName": "Josiah", "lastName": "Penhallow"},
                {"creatorType": "author", "firstName": "太郎", "lastName": "山田"},
                {"creatorType": "translator", "name": "Shiranui Translation Circle"},
            ],
            "publicationTitle": "Harbor Chronicle",
            "date": "1972-01-05",
            "pages": "3",
            "edition": "Late",
            "place": "Port Amity",
            "libraryCatalog": "ProQuest",
            "archiveLocation": "100200300",
            "language": "English",
            "url": "http://example.com/bay",
            "citationKey": "penhallow1972bay",
            "tags": [{"tag": "bays"}, {"tag": "漁業"}],
            "extra": "Original Date: 1972-01-04\nReviewed by: nobody",
            "attachments": [
                {"itemType": "attachment", "title": "PDF", "path": "files/12/Penhallow - Bay.pdf"},
                {"itemType": "attachment", "title": "Text", "path": "files/13/Bay: text.txt"},
            ],
        },
        {
            "key": "BBBB2222",
            "itemType": "letter",
            "title": "Letter on the bay",
            "creators": [{"creatorType": "author", "name": "Ministry of Bays"}],
            "date": "6 January 1972",
            "archive": "Shiranui Town Archive",
            "citationKey": "ministry1972letter",
            "attachments": [{"path": "C:\\Users\\Hana\\Zotero\\storage\\QWERTY12\\letter.txt"}],
        },
        {
            "key": "CCCC3333",
            "itemType": "newspaperArticle",
            "title": "Only a summary",
            "publicationTitle": "港日報",
            "date": "1972-01",
            "citationKey": "minato1972",
            "abstractNote": "The council of 那覇 heard that the road would be widened 😀.",
        },
        {
            "key": "DDDD4444",
            "itemType": "book",
            "title": "A book without a text",
            "date": "1973",
            "citationKey": "book1973",
            "attachments": [{"title": "Link", "url": "http://example.com"}],
        },
    ],
}

BETTER_BIBTEX_JSON = json.dumps(BBT, ensure_ascii=False, indent=2)

CSL_JSON = json.dumps(
    [
        {
            "id": "penhallow1972bay",
            "type": "article-newspaper",
            "title": "Bay to be opened, 不知火湾",
            "author": [
                {"family": "Penhallow", "given": "Josiah"},
                {"family": "山田", "given": "太郎"},
            ],
            "container-title": "Harbor Chronicle",
            "issued": {"date-parts": [["1972", 1, 5]]},
            "original-date": {"date-parts": [[1972, 1, 4]]},
            "page": "3",
            "archive_location": "100200300",
            "language": "en",
            "citation-key": "penhallow1972bay",
        },
        {
            "id": "http://zotero.org/users/1/items/CCCC3333",
            "type": "article-newspaper",
            "title": "Only a summary",
            "container-title": "港日報",
            "issued": {"date-parts": [[1972, 1]]},
            "abstract": "<p>The council of 那覇 heard that the road"
            " would be <b>widened</b> 😀.</p>",
        },
    ],
    ensure_ascii=False,
)

RIS = """\
TY  - NEWS
TI  - Bay to be opened, 不知火湾
AU  - Penhallow, Josiah
AU  - 山田, 太郎
T2  - Harbor Chronicle
DA  - 1972/01/05/
PY  - 1972
SP  - 3
EP  - 4
ET  - Late
CY  - Port Amity
AN  - 100200300
DP  - ProQuest
LA  - English
UR  - http://example.com/bay
KW  - bays
KW  - 漁業
L1  - files/12/Penhallow - Bay.pdf
L2  - http://example.com/not-a-file
L4  - files/13/Bay: text.txt
ID  - penhallow1972bay
ER  -

TY  - NEWS
TI  - Only a summary
T2  - 港日報
DA  - 1972/01//
AB  - The council of 那覇 heard that the road would be widened 😀.
N1  - A note of ours
ER  -
"""

BIBTEX = r"""
@comment{made by hand}
@string{hc = "Harbor Chronicle"}

@article{penhallow1972bay,
  title = {{Bay} to be Opened, 不知火湾},
  author = {Penhallow, Josiah and 山田, 太郎 and {Ministry of Bays and Inlets}},
  journal = hc,
  date = {1972-01-05},
  pages = {3--4},
  entrysubtype = {newspaper},
  address = {Port Amity},
  langid = {english},
  note = {100\% sure},
  keywords = {bays, 漁業},
  file = {PDF:files/12/Penhallow - Bay.pdf:application/pdf;Text:files/13/Bay\: text.txt:text/plain}
}

@misc{broken1972, title = {never closed

@misc{minato1972,
  title = {Only a summary},
  year = 1972,
  month = jan,
  abstract = {The council of 那覇 heard that the road would be widened 😀.},
  file = {C\:\\Users\\Hana\\letter.txt}
}
"""
