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
from goldenthread.nouns.fault import Severity

PRECISION, RECALL = 0.98, 0.90
PASSAGE = "p"  # the second letter of a case's name, where it is a passage
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
    """What the table does not say: whole cases, long passages, warnings, time."""
    passages = [each for each in results if each.case.id[1:2] == PASSAGE]
    right = [each for each in results if not each.case.expect]
    warned = scores(results, Severity.WARNING)[-1]
    good = sum(each.as_labelled for each in results)
    silent = sum(not each.false for each in right)
    return [
        f"- Cases judged just as labelled: {good} of {len(results)}.",
        f"- Right cases left without an error: {silent} of {len(right)}.",
        *_of_passages(passages),
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


def _of_passages(results: Sequence[Judged]) -> list[str]:
    """The same of the long passages alone, where there are some."""
    if not results:
        return []
    every = scores(results)[-1]
    right = [each for each in results if not each.case.expect]
    silent = sum(not each.false for each in right)
    return [
        f"- Of the {len(results)} long passages by themselves: precision {every.precision},"
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
        " checks. It is of five sorts. 331 cases are half, drawn by lot with cases that share"
        " their numbers kept together, of those of two authors who were asked to make it hard:"
        " one writes as health bodies and statisticians do, in long sentences with the fault"
        " among right ones, one as busy officers do, in half-sentences and bullets. The other"
        " half was given to tuning; before that the precision here was 0.928 and the recall"
        " 0.753, and after it hardly more. 200 cases are all of two authors who were asked to"
        " write as ordinary reports do: one as police and fire services, one as government"
        " bulletins and charities. Of two others, who write as partnerships and health bodies"
        " do, all 200 were given to tuning; before that the precision on the 200 held out was"
        " 0.853 and the recall 0.640, and after it 0.872 and 0.680.",
        "",
        "320 cases are long passages of four authors: 160 pages of a report each, with ten to fifty"
        " numbers of several measures, years and groups, once right and once with one fault."
        " They are the nearest to what the checks are for, and the hardest: until they were"
        " written everything had been tuned on short texts. Of the first two authors' the precision"
        " was 0.707 and the recall 0.512 before any page was tuned on, and 0.730 and 0.575 after"
        " 320 pages of four others were. Of the other two authors' they were 0.692 and 0.562 then,"
        " and 0.721 and 0.550 after 320 pages of four more had been tuned on, which are judged"
        " rightly nearly all. So what is learnt of one author's pages holds for another's only a"
        " little, and a page with many numbers is read by a person after all: most right pages"
        " are left alone, and of the errors told on them some are false. A fault counts as found"
        " where an error is told at its very number, by whatever name the check goes, since"
        " the last of these; it adds one or two in a hundred.",
        "",
        "Before the pages given to tuning were tuned on, nearly all shares told wrongly on them,"
        " and half of the changes, were tied to a number of another sentence. Of the shares"
        " those were right whose part stood right before the percentage. So a share or a change"
        " that was fetched from further up is a warning now, unless the words tell it, and the"
        " table counts it as missed. With that a few more errors are true and a few fewer told.",
        "",
        "180 pages more, of three authors who were asked for slips such as people make, were"
        " measured and then given to tuning: the precision was 0.549 and the recall 0.556. Sixteen"
        " of the 41 false errors were shares whose printed and reckoned values were nowhere near"
        " each other, which one in a hundred true ones are: a slip goes less far than another"
        " whole. So a share more than twice and 15 points off, and a change wrong in size and way"
        " both, are asked about now and no errors; with a few mends more the same pages had"
        " 0.857 and 0.533. 100 cases held out are 50 pages of two authors who were asked"
        " for the same, written after that: the precision on them was 0.686 and the recall 0.480.",
        "",
        "192 pages more, of four authors who were asked for such slips and for natural traps, were"
        " measured and then given to tuning: the precision was 0.673 (74 of 110) and the recall"
        " 0.578 (74 of 128). Half of the misses were of four sorts for which long prose had hardly"
        " been searched: shares of one whole, parts dealt out of a number told before, dates out"
        " of order, and parts above a whole told before them. They are looked for now, where the"
        " words rule out another reading, and the same pages have 105 of 106 and 105 of 128.",
        "",
        "192 pages more, of four authors asked for the same, had 0.722 (78 of 108) and 0.609 (78 of"
        " 128), and 123 of 123 and 123 of 128 once they were tuned on. Of 120 pages of"
        " three others, all right and full of traps, 17 were told an error, and 13 after. Changes"
        " tied by “from A to B” were right sixteen times in sixteen, others 13 times in 21: a"
        " change that other numbers of its passage bear out, or whose clause names something else,"
        " is asked about now. Two authors wrote 96 pages at the same time that nobody looked at:"
        " on them the precision was 0.575 (42 of 73) and the recall 0.656 (42 of 64) before all"
        " this, and 0.606 (43 of 71) and 0.672 after. 64 of them, one wrong page to each right one,"
        " are the last cases held out; without them the figures below would be higher. What was so"
        " before and after a tuning cannot be measured again, and is written here as it was found.",
        "",
        "Of the highest, lowest and second that were told as errors on pages given to tuning,"
        " before they were tuned on, 17 of 36 were right. Most of the others put values in order"
        " whose names were words that happened to stand beside them. Such an order is asked about"
        " now, and so is a change told as “six fewer”, which was of other numbers six times in"
        " seven. On the part held out this took seven false errors of an order away, and four true"
        " ones.",
        "",
        "So recall on text that nobody has seen is what is printed here, and more tuning of the"
        " same sort hardly raises it: nor did a learned weighing of evidence, which found"
        " nothing more and was left out. Earlier parts, since given to tuning, had recalls of"
        " 0.80, 0.73, 0.76, 0.89, 0.77 and 0.81 when each was last held out."
        " Cases that tuners wrote were kept mostly where the checks read them rightly: they guard"
        " against going back, and the figures of the part tuned on flatter.",
        "",
    ]
    for part in PARTS:
        lines += [f"## {TITLES[part]}", ""]
        results, seconds = parts.get(part, ((), 0.0))
        if results:
            lines += [*table(results), "", *remarks(results, seconds), ""]
        else:
            lines += ["Not measured yet.", ""]
    return "\n".join([*lines, *told()])


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
