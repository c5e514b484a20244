"""Whatever is done to a census, reading it ends in rows, faults or one sentence: nothing unseen."""

import copy
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import GoldenThreadError, Severity
from goldenthread.sources import cin_census
from goldenthread.tables import Return
from tests.factories.mutations import mutated
from tests.factories.statutory import SECRETS, a_census, a_child, another, as_file

WHOLE = a_census(a_child(), another(1), another(2))
ELEMENTS = {
    "person": "Child",
    "disability": "Disability",
    "cin_episodes": "CINdetails",
    "cin_assessments": "Assessments",
    "assessment_factors": "AssessmentFactors",
    "cin_plans": "CINPlanDates",
    "s47_enquiry": "Section47",
    "cp_plans": "ChildProtectionPlans",
    "cp_reviews": "CPPreviewDate",
    "pre_proceedings": "PreProceedingsandFGDM",
}
# Cells and the columns they are read into: each is there, or a fault says why it is not.
CELLS = {
    "CINclosureDate": ("cin_episodes", "closure_date"),
    "PrimaryNeedCode": ("cin_episodes", "primary_need"),
    "AssessmentAuthorisationDate": ("cin_assessments", "authorisation_date"),
    "CINPlanEndDate": ("cin_plans", "end_date"),
    "CPPendDate": ("cp_plans", "end_date"),
    "LatestCategoryOfAbuse": ("cp_plans", "latest_category"),
}


def read(content: bytes) -> Return | None:
    """The census, or None where one sentence refused it."""
    with tempfile.TemporaryDirectory() as folder:
        file = as_file(Path(folder), "census.xml", content)
        cin_census.recognises(file)
        try:
            got = cin_census.read([file])
        except GoldenThreadError as error:
            said, got = str(error), None
    if got is None:
        assert said.startswith("census.xml ")
        assert not [secret for secret in SECRETS if secret in said]
        return None
    holds_together(got)
    return got


def holds_together(got: Return) -> None:
    """Every row that came in is kept or reported; every fault says what to do, and no text."""
    errors = [fault for fault in got.found if fault.severity is Severity.ERROR]
    broken = any(fault.rule == "file_breaks_off" for fault in errors)
    for name, balance in got.balances.items():
        assert balance.kept == got.tables[name].num_rows
        assert balance.reported >= 0
        assert len(errors) >= balance.reported or broken, name
    for fault in got.found:
        said = f"{fault.message}{fault.place}"
        assert fault.message.endswith("."), fault
        assert fault.file.endswith("census.xml")
        assert not [secret for secret in SECRETS if secret in said], fault
    for name, place in got.places.items():
        for row in range(got.tables[name].num_rows):
            assert place(row, "person_id").startswith("Child ")


@given(mutated(WHOLE.encode()))
def test_a_mutated_file_is_rows_and_faults(content):
    read(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_a_sentence(content):
    assert read(content) is None


def doubled(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    parent.append(copy.deepcopy(child))


def nested(_parent: ElementTree.Element, child: ElementTree.Element) -> None:
    child.append(copy.deepcopy(child))


def first(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    parent.remove(child)
    parent.insert(0, child)


def renamed(_parent: ElementTree.Element, child: ElementTree.Element) -> None:
    child.tag = "Unheard"


def huge(_parent: ElementTree.Element, child: ElementTree.Element) -> None:
    child.text = (child.text or "") + "QX9" * 20_000


def strange(_parent: ElementTree.Element, child: ElementTree.Element) -> None:
    child.text = "QX9 7731"


def emptied(_parent: ElementTree.Element, child: ElementTree.Element) -> None:
    child.text = None


CHANGES = (ElementTree.Element.remove, doubled, nested, first, renamed, huge, strange, emptied)


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """The census with a few elements taken out, doubled, put in themselves, renamed or refilled."""
    root = ElementTree.fromstring(WHOLE)
    for _ in range(draw(st.integers(1, 5))):
        places = [(parent, child) for parent in root.iter() for child in parent]
        if not places:
            break
        parent, child = draw(st.sampled_from(places))
        draw(st.sampled_from(CHANGES))(parent, child)
    return ElementTree.tostring(root)


@given(changed())
def test_every_element_of_a_changed_census_came_in(content):
    """The plain count of elements, by another parser, is the second way."""
    got = read(content)
    if got is None:
        return
    root = ElementTree.fromstring(content)
    counts = Counter(element.tag for element in root.iter())
    for table, element in ELEMENTS.items():
        # An item put into itself is a second text where there can be one, and reported as such.
        within = len(root.findall(f".//{element}//{element}"))
        most = counts[element]
        assert most - within <= got.balances[table].came_in <= most, table


@given(changed())
def test_every_cell_of_a_changed_census_is_kept_or_reported(content):
    got = read(content)
    if got is None:
        return
    if "unknown_column" in got.found.by_rule():
        return  # told once, for all that stands in what nobody knows
    root = ElementTree.fromstring(content)
    for element, (table, column) in CELLS.items():
        filled = [each for each in root.iter(element) if (each.text or "").strip()]
        kept = len(got.tables[table][column].drop_null())
        about = [fault for fault in got.found if element in fault.place]
        assert kept + got.balances[table].reported + len(about) >= len(filled), element
