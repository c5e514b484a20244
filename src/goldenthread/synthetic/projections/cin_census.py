"""The children in need census of a year as XML, in the order of the Department's structure.

A child is there with every case that was open in the year, or was referred in it. Of a case, what
was done in the year or was still running stands in it; of a protection plan, all its reviews.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.texts import Column, in_words, yes_no
from goldenthread.synthetic.projections.view import View

# Sex took the place of gender with the return of 2025; pre-proceedings came with that of 2026.
SEX_FROM, PROCEEDINGS_FROM = 2025, 2026

_GENDER = {"M": "1", "F": "2", "U": "9"}
# Makes each row of a table an element.
Element = Callable[[pa.Table], pa.Array]


def write(view: View, folder: Path) -> Sequence[Path]:
    """One file, child by child."""
    cases = _cases(view)
    of_case = _details(view, cases)
    children = _children(view)
    path = folder / f"cin_census_{view.area}_{view.year}.xml"
    child = cases["person_id"].to_pylist()
    order = np.argsort(np.array(child, dtype=str), kind="stable")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_head(view))
        now = ""
        for at in order:
            if child[at] != now:
                file.write("</Child>\n" if now else "")
                now = child[at]
                file.write(f"<Child>\n{children[now]}")
            file.write(of_case[at])
        file.write("</Child>\n" if now else "")
        file.write("</Children>\n</Message>\n")
    return [path]


def _head(view: View) -> str:
    made = date(view.year, 6, 30)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Message>\n<Header>\n<CollectionDetails>'
        f"<Collection>CIN</Collection><Year>{view.year}</Year>"
        f"<ReferenceDate>{view.last.isoformat()}</ReferenceDate></CollectionDetails>\n<Source>"
        f"<SourceLevel>L</SourceLevel><LEA>{view.area}</LEA>"
        "<SoftwareCode>Golden Thread synthetic</SoftwareCode><Release>1</Release>"
        f"<SerialNo>001</SerialNo><DateTime>{made.isoformat()}T09:00:00</DateTime></Source>\n"
        "</Header>\n<Children>\n"
    )


def _cases(view: View) -> pa.Table:
    """The cases open in the year, and the referrals of the year that opened none."""
    rows = view["cin_episodes"]
    begins = pa.scalar(view.first, pa.date32())
    in_year = pc.greater_equal(rows["referral_date"], begins)
    late = pc.fill_null(pc.greater_equal(rows["closure_date"], begins), True)
    case = pc.and_(late, pc.invert(rows["no_further_action"]))
    return rows.filter(pc.or_(in_year, case))


def _children(view: View) -> dict[str, str]:
    """Each child's identifiers and characteristics, by identifier."""
    rows = view["person"]
    disabilities = _within(view["disability"], "person_id", _element("Disability", "disability"))
    sex = rows["sex"]
    if view.year >= SEX_FROM:
        sex_element = _tag("Sex", sex)
    else:
        unborn = pc.is_null(rows["birth_date"])
        sex_element = _tag("GenderCurrent", pc.if_else(unborn, "0", in_words(sex, _GENDER)))
    parts = [
        "<ChildIdentifiers>",
        _tag("LAchildID", rows["person_id"]),
        _tag("UPN", rows["upn"]),
        _tag("UPNunknown", rows["upn_unknown"]),
        _tag("PersonBirthDate", rows["birth_date"]),
        _tag("ExpectedPersonBirthDate", rows["expected_birth_date"]),
        sex_element,
        _tag("PersonDeathDate", rows["death_date"]),
        "</ChildIdentifiers>\n<ChildCharacteristics>",
        _tag("Ethnicity", rows["ethnicity"]),
    ]
    texts = _joined(rows.num_rows, parts).to_pylist()
    none = "<Disability>NONE</Disability>"
    return {
        child: f"{text}<Disabilities>{''.join(disabilities.get(child, (none,)))}</Disabilities>"
        "</ChildCharacteristics>\n"
        for child, text in zip(rows["person_id"].to_pylist(), texts, strict=True)
    }


def _details(view: View, cases: pa.Table) -> list[str]:
    """Each case with everything in it, in the order of the structure."""
    transfers = view["initial_cp_conference"]
    transfers = transfers.filter(transfers["transfer_in"])
    transferred = _within(transfers, "referral_id", _element("DateOfInitialCPC", "conference_date"))
    inside = (
        _assessments(view),
        _within(view.reaching("cin_plans"), "referral_id", _plan),
        _within(_enquiries(view), "referral_id", _enquiry),
    )
    after = (_plans(view), _proceedings(view, cases))
    opening = _joined(
        cases.num_rows,
        [
            "<CINdetails>",
            _tag("CINreferralDate", cases["referral_date"]),
            _tag("ReferralSource", cases["source"]),
            _tag("PrimaryNeedCode", cases["primary_need"]),
            _tag("CINclosureDate", cases["closure_date"]),
            _tag("ReasonForClosure", cases["closure_reason"]),
        ],
    ).to_pylist()
    nothing = yes_no(cases["no_further_action"], "1", "0").to_pylist()
    made = []
    for at, referral in enumerate(cases["referral_id"].to_pylist()):
        parts = [opening[at], *transferred.get(referral, ())]
        for each in inside:
            parts += each.get(referral, ())
        parts.append(f"<ReferralNFA>{nothing[at]}</ReferralNFA>")
        for each in after:
            parts += each.get(referral, ())
        parts.append("</CINdetails>\n")
        made.append("".join(parts))
    return made


def _assessments(view: View) -> Mapping[str, list[str]]:
    rows = view.reaching("cin_assessments", "authorisation_date")
    factors = _within(
        view["assessment_factors"], "assessment_id", _element("AssessmentFactors", "factor")
    )
    held = [
        f"<FactorsIdentifiedAtAssessment>{''.join(factors[each])}</FactorsIdentifiedAtAssessment>"
        if each in factors
        else ""
        for each in rows["assessment_id"].to_pylist()
    ]
    parts = [
        "<Assessments>",
        _tag("AssessmentActualStartDate", rows["start_date"]),
        _tag("AssessmentAuthorisationDate", rows["authorisation_date"]),
        pa.array(held, pa.string()),
        "</Assessments>",
    ]
    return _grouped(rows["referral_id"], _joined(rows.num_rows, parts))


def _enquiries(view: View) -> pa.Table:
    """The enquiries of the year, and earlier ones that were running or had a conference in it."""
    rows = view["s47_enquiry"]
    begins = pa.scalar(view.first, pa.date32())
    running = pc.fill_null(pc.greater_equal(rows["end_date"], begins), True)
    held = pc.fill_null(pc.greater_equal(rows["conference_date"], begins), False)
    return rows.filter(pc.or_(running, held))


def _plan(rows: pa.Table) -> pa.Array:
    return _joined(
        rows.num_rows,
        [
            "<CINPlanDates>",
            _tag("CINPlanStartDate", rows["start_date"]),
            _tag("CINPlanEndDate", rows["end_date"]),
            "</CINPlanDates>",
        ],
    )


def _enquiry(rows: pa.Table) -> pa.Array:
    held = pc.is_valid(rows["conference_date"])
    not_required = pc.fill_null(rows["conference_not_required"], pc.invert(held))
    return _joined(
        rows.num_rows,
        [
            "<Section47>",
            _tag("S47ActualStartDate", rows["start_date"]),
            _tag("InitialCPCtarget", rows["conference_target"]),
            _tag("DateOfInitialCPC", rows["conference_date"]),
            _tag("ICPCnotRequired", yes_no(not_required, "1", "0")),
            "</Section47>",
        ],
    )


def _plans(view: View) -> Mapping[str, list[str]]:
    rows = view.reaching("cp_plans")
    reviews = _within(view["cp_reviews"], "plan_id", _element("CPPreviewDate", "review_date"))
    held = [
        f"<Reviews>{''.join(reviews[each])}</Reviews>" if each in reviews else ""
        for each in rows["plan_id"].to_pylist()
    ]
    parts = [
        "<ChildProtectionPlans>",
        _tag("CPPstartDate", rows["start_date"]),
        _tag("CPPendDate", rows["end_date"]),
        _tag("InitialCategoryOfAbuse", rows["initial_category"]),
        _tag("LatestCategoryOfAbuse", rows["latest_category"]),
        _tag("NumberOfPreviousCPP", rows["previous_plans"]),
        pa.array(held, pa.string()),
        "</ChildProtectionPlans>",
    ]
    return _grouped(rows["referral_id"], _joined(rows.num_rows, parts))


def _proceedings(view: View, cases: pa.Table) -> Mapping[str, list[str]]:
    """Pre-proceedings, in the case that was open when they began."""
    if view.year < PROCEEDINGS_FROM:
        return {}
    rows = view["pre_proceedings"]
    parts = [
        "<PreProceedingsandFGDM>",
        _tag("PPStartDate", rows["start_date"]),
        _tag("LBPSentDate", rows["letter_date"]),
        _tag("FGDMMeetingOffer", yes_no(rows["family_meeting_offered"], "1", "0")),
        _tag("FGDMMeetingFac", yes_no(rows["family_meeting_held"], "1", "0")),
        _tag("InitialPPMeetingDate", rows["first_meeting_date"]),
        _tag("ReviewMeetingsCount", rows["review_meetings"]),
        _tag("StepDecisionDate", rows["step_decision_date"]),
        _tag("PPOutcome", in_words(rows["outcome"], {"PROCEEDINGS": "A"})),
        _tag("CourtAppDate", rows["court_application_date"]),
        "</PreProceedingsandFGDM>",
    ]
    texts = _joined(rows.num_rows, parts).to_pylist()
    found: dict[str, list[str]] = {}
    of_child: dict[str, list[tuple[date, str]]] = {}
    columns = (cases["person_id"], cases["referral_date"], cases["referral_id"])
    for child, day, referral in zip(*(each.to_pylist() for each in columns), strict=True):
        of_child.setdefault(child, []).append((day, referral))
    begun = zip(rows["person_id"].to_pylist(), rows["start_date"].to_pylist(), texts, strict=True)
    for child, day, made in begun:
        before = [each for each in of_child.get(child, ()) if each[0] <= day]
        if before:
            found.setdefault(max(before)[1], []).append(made)
    return found


def _tag(name: str, cells: Column) -> pa.Array:
    """An element for each cell; none where there is nothing."""
    made = pc.binary_join_element_wise(f"<{name}>", cells.cast(pa.string()), f"</{name}>", "")
    return pc.fill_null(made, "")


def _element(name: str, column: str) -> Element:
    return lambda rows: _tag(name, rows[column])


def _joined(count: int, parts: Sequence[pa.Array | str]) -> pa.Array:
    """Pieces of text side by side, row by row."""
    if not count:
        return pa.array([], pa.string())
    made = pc.binary_join_element_wise(*parts, "")
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def _within(rows: pa.Table, key: str, element: Element) -> dict[str, list[str]]:
    return _grouped(rows[key], element(rows))


def _grouped(keys: pa.ChunkedArray, texts: pa.Array) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, each in zip(keys.to_pylist(), texts.to_pylist(), strict=True):
        found.setdefault(key, []).append(each)
    return found
