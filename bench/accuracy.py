"""``python -m bench.accuracy``: how often the proof-reader is right, by kind of check."""

import argparse
import math
import platform
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import NormalDist

from bench.labelled import LABELLED, PARTS, Judged, judged, names
from bench.published_reports import told
from bench.published_texts import of_published_texts
from goldenthread.nouns.fault import Severity

PRECISION, RECALL = 0.98, 0.90
# What cases are, by the second letter of their names.
SORTS = {
    "s": "statements",
    "t": "tables",
    "o": "short cases in ordinary words",
    "p": "long passages",
}
TITLES = {"held_out": "The part held out", "tune": "The part the checks were tuned on"}


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with the interval that Wilson's score gives it at 95%."""

    good: int
    all: int

    @property
    def value(self) -> float | None:
        """The rate itself, or None of nothing."""
        return self.good / self.all if self.all else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true rate may well lie; 0 to 1 of nothing."""
        if not self.all:
            return 0.0, 1.0
        p, n, z = self.good / self.all, self.all, NormalDist().inv_cdf(0.975)
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        if self.value is None:
            return "none"
        low, high = self.interval
        return f"{self.value:.3f} ({self.good} of {self.all}; {low:.2f} to {high:.2f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One kind, or all of them: how many of its faults were found, and how many were false."""

    name: str
    right: int
    wrong: int
    found: int
    expected: int
    false: int

    @property
    def precision(self) -> Rate:
        """Of the errors told, those that are errors."""
        return Rate(self.found, self.found + self.false)

    @property
    def recall(self) -> Rate:
        """Of the errors that stand in the texts, those told."""
        return Rate(self.found, self.expected)


def scores(results: Sequence[Judged], severity: Severity = Severity.ERROR) -> list[Score]:
    """Each kind in the order of the alphabet and all together last, at one severity."""
    right = Counter(each.case.about for each in results if not each.case.expect)
    wrong = Counter(each.case.about for each in results if each.case.expect)
    found = Counter(e.kinds[0] for r in results for e in r.found if e.severity is severity)
    missed = Counter(e.kinds[0] for r in results for e in r.missed if e.severity is severity)
    said = (fault for r in results for fault in (*r.false, *r.beside))
    false = Counter(fault.kind for fault in said if fault.severity is severity)
    each = [
        Score(
            name=kind,
            right=right[kind],
            wrong=wrong[kind],
            found=found[kind],
            expected=found[kind] + missed[kind],
            false=false[kind],
        )
        for kind in sorted({*right, *wrong, *found, *missed, *false})
    ]
    return [
        *each,
        Score(
            name="all kinds",
            right=right.total(),
            wrong=wrong.total(),
            found=found.total(),
            expected=found.total() + missed.total(),
            false=false.total(),
        ),
    ]


def table(results: Sequence[Judged]) -> list[str]:
    """Precision and recall at error level by kind, in Markdown."""
    lines = [
        "| Kind of check | Right cases | Wrong cases | Precision | Recall |",
        "| --- | ---: | ---: | --- | --- |",
    ]
    lines += [
        f"| {each.name} | {each.right} | {each.wrong} | {each.precision} | {each.recall} |"
        for each in scores(results)
    ]
    return lines


def remarks(results: Sequence[Judged], seconds: float) -> list[str]:
    """What the table does not say: whole cases, each sort by itself, warnings, time."""
    right = [each for each in results if not each.case.expect]
    warned = scores(results, Severity.WARNING)[-1]
    good = sum(each.as_labelled for each in results)
    silent = sum(not each.false for each in right)
    return [
        f"- Cases judged just as labelled: {good} of {len(results)}.",
        f"- Right cases left without an error: {silent} of {len(right)}.",
        *(line for sort in SORTS for line in _by_itself(sort, results)),
        "- Told as an error or, where it was inferred, as a warning:"
        f" {_told_at_all(results)} of the errors expected.",
        f"- Warnings: {warned.found} of {warned.expected} expected were told, and"
        f" {warned.false} told that no label asks for.",
        f"- Time for all of it: {seconds:.1f} seconds.",
    ]


def _told_at_all(results: Sequence[Judged]) -> Rate:
    """Of the errors expected, those at whose very words or number at least a warning stands."""
    expected = [
        (one, each)
        for each in results
        for one in (*each.found, *each.missed)
        if one.severity is Severity.ERROR
    ]
    told = [
        one
        for one, each in expected
        if one in each.found or any(names(fault, one.printed) for fault in each.beside)
    ]
    return Rate(len(told), len(expected))


def _by_itself(sort: str, results: Sequence[Judged]) -> list[str]:
    """The same of one sort of case alone, where there are some."""
    of = [each for each in results if each.case.id[1:2] == sort]
    if not of:
        return []
    every = scores(of)[-1]
    right = [each for each in of if not each.case.expect]
    silent = sum(not each.false for each in right)
    return [
        f"- Of the {len(of)} {SORTS[sort]} by themselves: precision {every.precision},"
        f" recall {every.recall}; {silent} of {len(right)} right ones left without an error."
    ]


def mistakes(results: Sequence[Judged]) -> list[str]:
    """Each miss and each false error, with the label's reason or the check's evidence."""
    lines = []
    for each in results:
        for one in each.missed:
            lines.append(
                f"MISSED {each.case.id} {one.kinds[0]} {one.severity}: {one.printed!r};"
                f" {each.case.why}"
            )
        for fault in each.false:
            lines.append(f"FALSE  {each.case.id} {fault.kind}: {fault.printed!r}; {fault.evidence}")
    return lines


def page(parts: dict[str, tuple[Sequence[Judged], float]]) -> str:
    """The page of docs/reference, in Markdown: the part held out first."""
    lines = [
        "# How often the proof-reader is right",
        "",
        f"`make accuracy WRITE=1` wrote this page on {date.today().isoformat()}, with Python"
        f" {platform.python_version()}.",
        "",
        "It is measured on [the labelled set](../../tests/labelled/README.md): short statements,"
        " tables and long passages of our own wording, about half of them right. **Precision** is"
        " how many of the errors told are errors; **recall** how many of the errors in the texts"
        " are told. In brackets: the counts, and the interval that Wilson's score gives at 95%. The"
        f" aim is a precision of at least {PRECISION} and a recall of at least {RECALL:.2f}.",
        "",
        "Nobody who wrote the checks saw the part held out, and its authors did not see the"
        " checks. Many of its cases are long passages: pages of a report with ten to fifty"
        " numbers of several measures, years and groups, which are the nearest to what the"
        " checks are for, and the hardest. **The aims are not met on it:** what is learnt of"
        " one author’s pages holds for another’s only a little, so a page with many numbers is"
        " read by a person after all. A fault counts as found where an error is told at its"
        " very number, by whatever name the check goes. [How it was"
        " measured](../explanation/how-the-proof-reader-was-measured.md) tells who wrote the"
        " cases, how they were read a second time, and what each tuning did.",
        "",
    ]
    for part in PARTS:
        lines += [f"## {TITLES[part]}", ""]
        results, seconds = parts.get(part, ((), 0.0))
        if results:
            lines += [*table(results), "", *remarks(results, seconds), ""]
        else:
            lines += ["Not measured yet.", ""]
    return "\n".join([*lines, *of_published_texts(), *told()])


def main() -> int:
    """Measure the parts asked for. Exit code 1 where the part held out misses the aim."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--folder", type=Path, default=LABELLED, help="where the parts lie")
    parser.add_argument("--show", action="store_true", help="list mistakes of the part held out")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also write a page")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; name {' or '.join(PARTS)}")
    measured: dict[str, tuple[Sequence[Judged], float]] = {}
    for part in given.parts or PARTS:
        began = time.perf_counter()
        results = judged(part, given.folder)
        measured[part] = results, time.perf_counter() - began
        if not results:
            print(f"{part}: no cases there.\n")
            continue
        if part == "tune" or given.show:
            print("\n".join(mistakes(results)))
        print("\n".join([f"\n{TITLES[part]}", "", *table(results), ""]))
        print("\n".join([*remarks(*measured[part]), ""]))
    if given.write:
        given.write.write_text(page(measured), encoding="utf-8", newline="\n")
    held, _ = measured.get("held_out", ((), 0.0))
    overall = scores(held)[-1]
    short = (overall.precision.value or 0) < PRECISION or (overall.recall.value or 0) < RECALL
    return 1 if held and short else 0


if __name__ == "__main__":
    sys.exit(main())
