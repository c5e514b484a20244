"""Every kind of check does what its own examples say, and its examples are in the page."""

from functools import cache
from pathlib import Path

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documentation import page
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.kinds import Example, Kind, kinds
from goldenthread.claims.reading import Reading
from goldenthread.nouns import Area
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import Gathered, example_partnership, gather

CASES = [
    pytest.param(kind, example, id=f"{kind.name}-{'wrong' if example.fault else 'right'}-{at}")
    for kind in kinds().values()
    for at, example in enumerate(kind.examples)
]
EACH = [pytest.param(kind, id=kind.name) for kind in kinds().values()]


@cache
def embedded(area: Area) -> Gathered:
    return gather(None, example_partnership(area))


def read(example: Example) -> Reading:
    texts = {f"text-{at}.txt": text for at, text in enumerate((example.text, *example.after))}
    documents = tuple(document_from_text(name, text) for name, text in texts.items())
    area = find_area(example.area) if example.area else None
    if area is None or not example.book:
        return Reading(documents, area)
    known = embedded(area)
    return Reading(documents, area, known.book, known.neighbour_sets, known.breaks)


@pytest.mark.parametrize(("kind", "example"), CASES)
def test_an_example_is_found_wrong_where_it_is(kind: Kind, example: Example) -> None:
    faults = check(read(example), [kind]).faults
    assert bool(faults) is example.fault, f"{example.text}\n{faults}"
    assert {fault.kind for fault in faults} <= {kind.name}


@pytest.mark.parametrize(("kind", "example"), [case for case in CASES if case.values[1].fault])
def test_a_fault_names_its_place_and_shows_its_arithmetic(kind: Kind, example: Example) -> None:
    reading = read(example)
    for fault in check(reading, [kind]).faults:
        assert fault.file in {document.file for document in reading.documents}
        assert fault.locator
        assert fault.printed
        assert fault.message.strip()
        assert fault.evidence.strip(), fault


@pytest.mark.parametrize("kind", EACH)
def test_a_kind_is_told_by_examples_both_ways_and_owns_its_limits(kind: Kind) -> None:
    right = [example for example in kind.examples if not example.fault]
    wrong = [example for example in kind.examples if example.fault]
    assert len(right) >= 3
    assert len(wrong) >= 3
    assert kind.limits
    assert kind.asks.endswith("?")


def test_every_check_is_in_the_page() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "goldenthread" / "claims" / "checks"
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert names == set(kinds())
    text = page()
    assert all(f"({name})" in text for name in names)
