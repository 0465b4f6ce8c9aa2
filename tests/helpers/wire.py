"""One wire story in three papers, its event in a fourth, and the same words a year later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WIRE = (
    "The two governments will begin talks on the price of memory chips next Monday, officials of"
    " both sides said on Wednesday, after the tariffs of last month had cut shipments of small"
    " computers by half. ",
    "A spokesman for the makers in Kawasaki said that no factory would close before the summer, and"
    " that the union had been told so in writing. ",
    "In Oregon, where most of the chips are tested, the county has counted four hundred lost jobs"
    " since January and expects as many again. ",
    "The trade office has published the figures on which it relies, but the ministry in Tokyo calls"
    " them out of date and has sent its own by telegram. ",
    "Neither side would say whether the dispute will be on the table when the heads of government"
    " meet for the last time before the recess. ",
)
REWRITE = (
    "Makers of chips can look forward to a truce. Talks start on Monday in a hotel in Honolulu, far"
    " from both capitals, and nobody has promised that they will end before Friday. ",
    *WIRE[1:4],
)
SAME_EVENT = (
    "Negotiators from Washington and Tokyo are to meet next week about semiconductors, it became"
    " known yesterday. ",
    "The tariffs imposed in March have hurt sales of laptop machines badly, and shops in New York"
    " have begun to raise their prices. ",
    "Workers near Portland, many of them laid off at the beginning of the year, put little hope in"
    " the meeting. ",
    "The summit in the last week before the recess will hardly be spared the quarrel, an aide"
    " remarked. ",
)
TEXTS = {
    "harbor.txt": ("Chip talks on Monday", "1987-04-30", WIRE),
    "ledger.txt": ("Chip talks to begin", "1987-04-30", WIRE[:3]),
    "gull.txt": ("Hope for the makers of chips", "1987-05-02", REWRITE),
    "comet.txt": ("Negotiators to meet", "1987-04-30", SAME_EVENT),
    "year.txt": ("Chip talks on Monday again", "1988-04-30", WIRE),
}


def write(folder: Path, name: str) -> Path:
    title, day, sentences = TEXTS[name]
    folder.mkdir(exist_ok=True)
    path = folder / name
    head = f"---\ntitle: {title}\ndate: {day}\nnewspaper: {name[:-4].title()}\n---\n\n"
    path.write_text(head + "\n\n".join(s.strip() for s in sentences) + "\n", encoding="utf-8")
    return path
