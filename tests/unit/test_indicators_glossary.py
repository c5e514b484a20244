"""The glossary: every room of the core is in it, and every entry is one paragraph in its place."""

import re
from pathlib import Path

import pytest

import goldenthread
from goldenthread.indicators import catalogue
from goldenthread.report.document import SlotKind

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
PARTS = TEXT.split("\n## ")[1:]


def _entries(part: str) -> list[tuple[str, str]]:
    found = []
    for piece in part.split("\n### ")[1:]:
        term, _, body = piece.partition("\n")
        found.append((term.strip(), body.strip()))
    return found


ENTRIES = [entry for part in PARTS for entry in _entries(part)]
TERMS = {term for term, _ in ENTRIES}


def test_every_room_of_the_core_is_explained() -> None:
    core = Path(goldenthread.__file__).parent
    rooms = {each.name for each in core.iterdir() if each.is_dir() and each.name[0] != "_"}
    assert {"nouns", "indicators", "report"} <= rooms
    assert rooms - {term.lower() for term in TERMS} == set()


def test_the_words_a_newcomer_meets_first_are_explained() -> None:
    system = "Figure, Thread, Released, Comparator, Outlier, Break, Edition, Slot, Vintage"
    field = "Contact, MASH, Referral, Section 47, ICPC, Child protection plan, Looked after"
    assert set(f"{system}, {field}".split(", ")) <= TERMS
    assert all(kind.value.lower() in TEXT.lower() for kind in SlotKind)


def test_abbreviations_of_the_catalogue_are_explained() -> None:
    texts = " ".join(
        f"{one.title} {one.words} {one.numerator} {one.limits}" for one in catalogue().values()
    )
    used = set(re.findall(r"\b[A-Z]{3,}\d?\b", texts))
    assert used
    assert used - TERMS == set()


def test_no_term_is_explained_twice() -> None:
    lowered = [term.lower() for term, _ in ENTRIES]
    assert len(set(lowered)) == len(lowered)
    assert 70 <= len(lowered) <= 110


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.partition("\n")[0])
def test_terms_stand_in_alphabetical_order(part: str) -> None:
    terms = [term.lower() for term, _ in _entries(part)]
    assert terms == sorted(terms)


@pytest.mark.parametrize("body", [body for _, body in ENTRIES], ids=[term for term, _ in ENTRIES])
def test_an_entry_is_one_short_paragraph(body: str) -> None:
    assert "\n\n" not in body
    assert 60 <= len(body) <= 420
    assert body.endswith(".")
