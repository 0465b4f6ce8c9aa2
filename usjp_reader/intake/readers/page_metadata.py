"""What an HTML page states about itself: meta tags, JSON-LD, marked elements, canonical address."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.readers.page_marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ARTICLE = re.compile(r"(?:Article|NewsArticle|BlogPosting|Report|Posting|WebPage)$")
_LONGEST_JSON = 2**20
_MOST = 200
"""Objects of one page's JSON-LD that are looked at."""


def stated(root: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's elements
    """CSL fields and `published`, each as the surest place of the page words it.

    Which place that is stands in `resources/web/metadata.toml`.

    Args:
        root: The root element of an lxml tree of HTML.
    """
    table = read_toml(resource("web", "metadata.toml"))
    metas = _metas(root)
    linked = _json_ld(root)
    found: dict[str, str] = {}
    for field, places in table.items():
        value = next((value for place in places if (value := _at(place, metas, linked))), "")
        if value:
            found[field] = value
    found.setdefault("URL", _address(root))
    found.setdefault("language", _language(root))
    return {field: value for field, value in found.items() if value}


def _at(place: str, metas: Mapping[str, str], linked: Mapping[str, str]) -> str:
    kind, _, name = place.partition(":")
    return (linked if kind == "json-ld" else metas).get(name.lower(), "")


def _metas(root: Any) -> dict[str, str]:  # noqa: ANN401
    """The content of meta tags by name, property or itemprop, and of marked elements; the first."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        value = (element.get("content") or "").strip()
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and value:
                found.setdefault(name, value)
    found |= marked(root)
    return found


def _json_ld(root: Any) -> dict[str, str]:  # noqa: ANN401
    """Headline, dates, authors and publisher of the first article that JSON-LD describes."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads((script.text or "")[:_LONGEST_JSON])
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            if _is_article(thing):
                return _described(thing)
    return {}


def _things(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The objects of a JSON-LD value, outer ones first."""
    queue, seen = [value], 0
    while queue and seen < _MOST:
        one = queue.pop(0)
        seen += 1
        if isinstance(one, list):
            queue.extend(one)
        elif isinstance(one, dict):
            yield one
            queue.append(one.get("@graph"))


def _is_article(thing: Mapping[str, Any]) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _described(thing: Mapping[str, Any]) -> dict[str, str]:
    wanted = ("headline", "datepublished", "datemodified", "articlesection", "inlanguage")
    lower = {str(key).lower(): value for key, value in thing.items()}
    found = {name: str(lower[name]) for name in wanted if isinstance(lower.get(name), str)}
    authors = _names(lower.get("author"))
    if authors:
        found["author"] = "; ".join(authors)
    publisher = _names(lower.get("publisher"))
    if publisher:
        found["publisher"] = publisher[0]
    return found


def _names(value: Any) -> list[str]:  # noqa: ANN401
    values = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in values]
    return [name.strip() for name in names if isinstance(name, str) and name.strip()]


def _address(root: Any) -> str:  # noqa: ANN401
    for link in root.iter("link"):
        address = (link.get("href") or "").strip()
        is_canonical = "canonical" in (link.get("rel") or "").lower().split()
        if is_canonical and address.startswith(("http://", "https://")):
            return address
    return ""


def _language(root: Any) -> str:  # noqa: ANN401
    return (root.get("lang") or "").strip()[:2].lower()
