"""The labelled set: reads its cases, runs the checks over one, and judges what they said of it."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity
from goldenthread.nouns.register import find_area

LABELLED = Path(__file__).resolve().parents[1] / "tests" / "labelled"
PARTS = ("held_out", "tune")
FILES = ("statements.jsonl", "tables.jsonl", "ordinary.jsonl", "passages.jsonl")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Expected:
    """One fault that stands in a case. ``kinds`` are those that may tell it, its own first."""

    kinds: tuple[str, ...]
    severity: Severity
    printed: str

    def told_by(self, fault: ClaimFault) -> bool:
        """Whether the fault is of a kind that may tell this one, at the same severity."""
        return fault.kind in self.kinds and fault.severity is self.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One statement, table or passage, with every fault in it: none in a right case."""

    id: str
    about: str
    texts: tuple[str, ...]
    area: str
    expect: tuple[Expected, ...]
    also: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the checks said of a case, against its label.

    ``found`` and ``missed`` share out the expected faults; ``false`` are errors that nothing
    expects; ``beside`` are warnings and notes that nothing expects, which are no mistake.
    """

    case: Case
    found: tuple[Expected, ...]
    missed: tuple[Expected, ...]
    false: tuple[ClaimFault, ...]
    beside: tuple[ClaimFault, ...]

    @property
    def as_labelled(self) -> bool:
        """Whether every error expected was told and no other."""
        return not self.false and not any(m.severity is Severity.ERROR for m in self.missed)


def case_from(line: str) -> Case:
    """One line of a file as a case. Raises ValueError or KeyError where it is none."""
    given = json.loads(line)
    return Case(
        id=given["id"],
        about=given["about"],
        texts=tuple(given["texts"]),
        area=given.get("area", ""),
        expect=tuple(
            Expected(
                kinds=(each["kind"], *each.get("or", ())),
                severity=Severity(each["severity"]),
                printed=each["printed"],
            )
            for each in given["expect"]
        ),
        also=tuple(given.get("also", ())),
        why=given["why"],
    )


def cases(part: str, folder: Path = LABELLED, files: Sequence[str] = FILES) -> list[Case]:
    """Every case of one part of the set, statements first; none where it is not there."""
    paths = [folder / part / name for name in files]
    return [
        case_from(line)
        for path in paths
        if path.exists()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def faults_in(case: Case) -> tuple[ClaimFault, ...]:
    """What the proof-reader says of a case, its texts read as plain text files."""
    documents = tuple(
        document_from_text(f"text-{number}.txt", text)
        for number, text in enumerate(case.texts, start=1)
    )
    area = find_area(case.area) if case.area else None
    return check(Reading(documents=documents, area=area)).faults


def judge(case: Case, faults: Iterable[ClaimFault]) -> Judged:
    """Hold what was said against the label: the same printed number of the kind expected first,
    then the kind, then the very number told by a check of another name."""
    waiting = list(case.expect)
    found: list[Expected] = []
    rest = list(faults)
    for fits in (_of_it, Expected.told_by, _at_it):
        for fault in list(rest):
            fitting = [each for each in waiting if fits(each, fault)]
            if fitting:
                waiting.remove(fitting[0])
                found.append(fitting[0])
                rest.remove(fault)
    again = [fault for fault in rest if _told_again(fault, case)]
    rest = [fault for fault in rest if fault not in again]
    return Judged(
        case=case,
        found=tuple(found),
        missed=tuple(waiting),
        false=tuple(fault for fault in rest if fault.severity is Severity.ERROR),
        beside=tuple(fault for fault in rest if fault.severity is not Severity.ERROR),
    )


def _of_it(expected: Expected, fault: ClaimFault) -> bool:
    return expected.told_by(fault) and names(fault, expected.printed)


def _at_it(expected: Expected, fault: ClaimFault) -> bool:
    """Whether the fault stands at the very number expected: a reader finds it by any name.

    A change printed in a table as "−83%" is the change's fault, and the percentage's.
    """
    numbers = _NUMBER.findall(expected.printed)
    at_it = bool(numbers) and numbers == _NUMBER.findall(fault.printed)
    return at_it and fault.severity is expected.severity


def names(fault: ClaimFault, printed: str) -> bool:
    """Whether a fault speaks of these printed words: by themselves, or by all their numbers."""
    told = " ".join((fault.printed, fault.expected, fault.message, fault.evidence))
    numbers = set(_NUMBER.findall(printed))
    if numbers:
        return numbers <= set(_NUMBER.findall(told))
    return printed.casefold() in told.casefold()


def _told_again(fault: ClaimFault, case: Case) -> bool:
    """Whether it is an expected fault once more: a column's fault told at its row as well."""
    return any(
        _at_it(each, fault)
        or (each.told_by(fault) and any(names(fault, at) for at in (each.printed, *case.also)))
        for each in case.expect
    )


def judged(part: str, folder: Path = LABELLED) -> Sequence[Judged]:
    """Every case of a part, run and judged."""
    return [judge(case, faults_in(case)) for case in cases(part, folder)]
