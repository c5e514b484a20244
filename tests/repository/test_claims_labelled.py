"""The labelled set is what its README says, its sums are right, and it is judged and told truly."""

import re
import sys
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from bench import accuracy
from bench.labelled import FILES, LABELLED, Case, Expected, Judged, case_from, cases, judge
from goldenthread.claims.found import ClaimFault
from goldenthread.nouns.fault import Severity

KINDS = {
    "above_whole", "another_area", "attendance", "change", "dates", "double_duty", "extreme",
    "impossible_unit", "last_years_text", "percent_or_points", "percentage_of_base",
    "quoted_from_table", "ratio_words", "repeated_text", "said_twice", "same_measure", "share",
    "shares_of_whole", "span", "total",
}  # fmt: skip
PARTS = [part for part in ("held_out", "tune") if (LABELLED / part).is_dir()]
TUNE = cases("tune")


def ids(found: list[Case]) -> list[str]:
    """Names only: what stands in a case held out is printed nowhere."""
    return [case.id for case in found]


@pytest.mark.parametrize("part", PARTS)
def test_every_case_has_its_own_name_and_text(part: str) -> None:
    found = cases(part)
    assert [name for name, times in Counter(ids(found)).items() if times > 1] == []
    assert (
        ids([case for case in found if not re.fullmatch(rf"{part[0]}[stop]?-\d{{4}}", case.id)])
        == []
    )
    seen: dict[tuple[str, ...], str] = {}
    assert [case.id for case in found if seen.setdefault(case.texts, case.id) != case.id] == []


@pytest.mark.parametrize("part", PARTS)
def test_what_is_expected_stands_in_the_text_and_is_a_known_kind(part: str) -> None:
    found = cases(part)
    wrong = [
        case
        for case in found
        if any(
            words not in "\n".join(case.texts)
            for words in (*(each.printed for each in case.expect), *case.also)
        )
    ]
    assert ids(wrong) == []
    unknown = [
        case
        for case in found
        if not {case.about, *(kind for each in case.expect for kind in each.kinds)} <= KINDS
    ]
    assert ids(unknown) == []
    assert ids([case for case in found if not case.why.strip()]) == []


@pytest.mark.parametrize("part", PARTS)
def test_about_half_of_the_cases_are_right(part: str) -> None:
    for name in FILES:
        found = cases(part, files=[name])
        right = sum(not case.expect for case in found)
        assert 0.45 <= right / len(found) <= 0.55


def test_there_are_enough_cases_to_tune_by() -> None:
    statements, tables, ordinary, passages = (len(cases("tune", files=[each])) for each in FILES)
    assert statements >= 320
    assert tables >= 65
    assert ordinary >= 320
    assert passages >= 200
    for kind in KINDS:
        about = [bool(case.expect) for case in TUNE if case.about == kind]
        assert min(about.count(True), about.count(False)) >= 3, kind


SUM = re.compile(
    r"(?P<left>\(?[\d.,]+[km]?(?: (?:[-+−×÷] )?\(?[\d.,]+[km]?\)?)+) ="
    r" (?P<low>−?[\d.,]+\d|−?\d)(?: to (?P<high>−?[\d.,]+\d|−?\d))?(?P<percent>%)?"
)


def value(expression: str) -> Fraction:
    """A sum as it stands in a ``why``: + − × ÷ and one pair of brackets, left to right."""
    plain = expression.replace(",", "").replace("(", "").replace(")", "")
    first, *rest = re.findall(r"[+−×÷]|[\d.]+", plain)
    total = Fraction(first.rstrip("."))
    for sign, number in zip(rest[::2], rest[1::2], strict=True):
        other = Fraction(number)
        total = {
            "+": lambda a, b: a + b,
            "−": lambda a, b: a - b,
            "×": lambda a, b: a * b,
            "÷": lambda a, b: a / b,
        }[sign](total, other)
    return total


def printed(number: str) -> tuple[Fraction, Fraction]:
    """A result as printed, and half of its last place."""
    plain = number.replace("−", "-").replace(",", "")
    return Fraction(plain), Fraction(1, 2) / 10 ** len(plain.partition(".")[2])


def wrong_sums(why: str) -> list[str]:
    """The sums in a ``why`` that do not come out as it says."""
    wrong = []
    for match in SUM.finditer(why):
        worked = value(re.sub(r"[km]\b", "", match["left"])) * (100 if match["percent"] else 1)
        low, half = printed(match["low"])
        high, _ = printed(match["high"] or match["low"])
        if not low - half <= worked <= high + half:
            wrong.append(match[0])
    return wrong


def test_a_wrong_sum_would_be_seen() -> None:
    assert wrong_sums("(386 − 311) ÷ 311 = 24.1%, not 24.2%") == []
    assert wrong_sums("(386 − 311) ÷ 311 = 24.2%") == ["(386 − 311) ÷ 311 = 24.2%"]
    assert wrong_sums("310 + 1,040 = 1,350; 2.5 − 1.1 = 1.3 to 1.5") == []
    assert wrong_sums("310 + 1,040 = 1,340") == ["310 + 1,040 = 1,340"]
    assert wrong_sums("12 ÷ 5,000 × 10,000 = 24.0") == []


def test_every_sum_in_a_reason_is_right() -> None:
    assert sum(len(SUM.findall(case.why)) for case in TUNE) > 300
    assert {case.id: wrong_sums(case.why) for case in TUNE if wrong_sums(case.why)} == {}


def fault(kind: str, told: str, severity: Severity = Severity.ERROR) -> ClaimFault:
    return ClaimFault(
        file="text-1.txt",
        locator="line 1",
        kind=kind,
        severity=severity,
        printed=told,
        expected="",
        message="",
        evidence="",
    )


def case(*expect: Expected, also: tuple[str, ...] = ()) -> Case:
    return Case(
        id="ts-0000", about="share", texts=("",), area="", expect=expect, also=also, why="why"
    )


HALF = Expected(kinds=("share", "ratio_words"), severity=Severity.ERROR, printed="1,250 (51%)")


@pytest.mark.parametrize(
    ("label", "told", "found", "false", "beside"),
    [
        (case(), [], 0, 0, 0),
        (case(), [fault("share", "51%")], 0, 1, 0),
        (case(), [fault("share", "51%", Severity.NOTE)], 0, 0, 1),
        (case(HALF), [], 0, 0, 0),
        (case(HALF), [fault("share", "51%")], 1, 0, 0),
        (case(HALF), [fault("ratio_words", "half")], 1, 0, 0),
        (case(HALF), [fault("change", "51%")], 0, 1, 0),
        (case(HALF), [fault("share", "51%", Severity.WARNING)], 0, 0, 1),
        (case(HALF), [fault("share", "1,250 (51%)"), fault("share", "51% of 1,250")], 1, 0, 0),
        (case(HALF), [fault("share", "1,250 (51%)"), fault("share", "77%")], 1, 1, 0),
        (case(HALF, also=("77%",)), [fault("share", "51%"), fault("share", "77%")], 1, 0, 0),
    ],
)
def test_a_case_is_judged_by_its_label(
    label: Case, told: list[ClaimFault], found: int, false: int, beside: int
) -> None:
    result = judge(label, told)
    assert (len(result.found), len(result.false), len(result.beside)) == (found, false, beside)
    assert len(result.missed) == len(label.expect) - found


def test_the_same_number_is_matched_before_the_same_kind() -> None:
    second = Expected(kinds=("share",), severity=Severity.ERROR, printed="9%")
    result = judge(case(HALF, second), [fault("share", "9%")])
    assert result.found == (second,)
    assert result.missed == (HALF,)


def test_a_line_is_read_as_it_stands() -> None:
    line = (
        '{"id": "ts-0001", "about": "share", "manner": "m", "texts": ["a"], "why": "w", "expect":'
        ' [{"kind": "share", "severity": "warning", "printed": "a", "or": ["change"]}]}'
    )
    expected = Expected(kinds=("share", "change"), severity=Severity.WARNING, printed="a")
    assert case_from(line).expect == (expected,)


def test_a_rate_has_the_interval_of_wilson() -> None:
    low, high = accuracy.Rate(95, 100).interval
    assert (round(low, 4), round(high, 4)) == (0.8882, 0.9785)
    assert accuracy.Rate(0, 0).interval == (0.0, 1.0)
    assert str(accuracy.Rate(9, 10)) == "0.900 (9 of 10; 0.60 to 0.98)"


def results() -> list[Judged]:
    return [
        judge(case(HALF), [fault("share", "51%")]),
        judge(case(HALF), [fault("change", "51%")]),
        judge(case(), []),
    ]


def test_a_kind_is_scored_by_what_it_told() -> None:
    kinds = {each.name: each for each in accuracy.scores(results())}
    assert list(kinds) == ["change", "share", "all kinds"]
    assert str(kinds["share"].precision) == "1.000 (1 of 1; 0.21 to 1.00)"
    assert kinds["share"].recall == accuracy.Rate(1, 2)
    assert kinds["change"].precision == accuracy.Rate(0, 1)
    assert kinds["all kinds"].precision == accuracy.Rate(1, 2)
    assert (kinds["all kinds"].right, kinds["all kinds"].wrong) == (1, 2)


@pytest.mark.parametrize(
    ("name", "sort"),
    [("tp-0001", "long passages"), ("to-0001", "short cases in ordinary words")],
)
def test_each_sort_of_case_is_told_by_itself_too(name: str, sort: str) -> None:
    one = replace(case(HALF), id=name)
    said = accuracy.remarks([*results(), judge(one, [fault("share", "51%")])], 1.0)
    (line,) = [each for each in said if sort in each]
    assert f"Of the 1 {sort}" in line
    assert "precision 1.000 (1 of 1;" in line
    assert [each for each in accuracy.remarks(results(), 1.0) if sort in each] == []


def test_the_page_has_the_shape_it_is_kept_in() -> None:
    text = accuracy.page({"tune": (results(), 1.25)})
    assert re.findall(r"^#+ .+$", text, re.M) == [
        "# How often the proof-reader is right",
        "## The part held out",
        "## The part the checks were tuned on",
        "## Published texts",
        "## Three published reports",
    ]
    held, tuned = text.split("## The part the checks were tuned on")
    assert "Not measured yet." in held
    assert "| all kinds | 1 | 2 | 0.500 (1 of 2; 0.09 to 0.91) | 0.500 (1 of 2; " in tuned
    assert "- Cases judged just as labelled: 2 of 3." in tuned
    assert "- Right cases left without an error: 1 of 1." in tuned
    kept = LABELLED.parents[1] / "docs" / "reference" / "accuracy.md"
    assert re.findall(r"^#+ .+$", kept.read_text(encoding="utf-8"), re.M) == re.findall(
        r"^#+ .+$", text, re.M
    )


def write_case(folder: Path, part: str, expect: str) -> None:
    (folder / part).mkdir()
    line = (
        '{"id": "x-1", "about": "share", "manner": "m", "texts": ["Secret words."], "expect":'
        f' {expect}, "why": "a secret reason"}}\n'
    )
    (folder / part / "statements.jsonl").write_text(line, encoding="utf-8")


MISSED = '[{"kind": "share", "severity": "error", "printed": "Secret"}]'


@pytest.mark.parametrize(("part", "shown"), [("held_out", False), ("tune", True)])
def test_only_counts_are_told_of_the_part_held_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    part: str,
    shown: bool,
) -> None:
    write_case(tmp_path, part, MISSED)
    page = tmp_path / "page.md"
    monkeypatch.setattr(
        sys, "argv", ["accuracy", part, "--folder", str(tmp_path), "--write", str(page)]
    )
    assert accuracy.main() == (0 if shown else 1)
    told = capsys.readouterr().out
    assert "0 of 1" in told
    assert ("secret reason" in told) is shown
    assert "ecret" not in page.read_text(encoding="utf-8")
