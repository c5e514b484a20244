"""What the checks told as errors on hundreds of published texts, as readers judged it.

The texts are not part of the project; the table has counts alone, by kind of check: of all texts
kept back before the checks were mended on the others ("before") and after ("mended"); of those
still kept back since some were opened to learn from, then ("kept_before") and when they were last
read ("now"); and of others that came later ("others_before", "others_now").
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "tests" / "labelled" / "published_texts.csv"

_CLOSED = "../decisions/0031-few-numbers-that-stand-together-are-read-whatever-the-words.md"
_DECISION = "../decisions/0030-many-faults-of-one-kind-in-one-table-are-asked-about-once.md"


@dataclass(frozen=True, slots=True)
class Judged:
    """The errors of one kind, told at one time, by verdict."""

    when: str
    kind: str
    true: int
    fair: int
    conversion: int
    false: int

    @property
    def all(self) -> int:
        """How many were told."""
        return self.true + self.fair + self.conversion + self.false


def counted() -> list[Judged]:
    """Every row of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Judged(row["when"], row["kind"], *(int(row[name]) for name in list(row)[2:]))
            for row in csv.DictReader(lines)
        ]


def summed(rows: list[Judged], when: str) -> Judged:
    """All kinds of one time together."""
    of = [each for each in rows if each.when == when]
    names = ("true", "fair", "conversion", "false")
    return Judged(when, "all kinds", *(sum(getattr(each, name) for each in of) for name in names))


def of_published_texts() -> list[str]:
    """The section of the page, as lines of Markdown."""
    rows = counted()
    before, mended, kept, now = (
        summed(rows, when) for when in ("before", "mended", "kept_before", "now")
    )
    earlier, others = (summed(rows, when) for when in ("others_before", "others_now"))
    of = tomllib.loads(TABLE.with_suffix(".toml").read_text(encoding="utf-8"))
    million, excerpts = of["words"] / 1_000_000, of["excerpts"]
    return [
        "## Published texts",
        "",
        f"Made-up pages are half wrong; published ones are nearly all right. So {of['texts']}"
        f" published texts ({million:.1f} million words: inspection reports of children’s"
        " services, needs assessments, statistical bulletins, guidance, councils’ and"
        " charities’ reports) were read by the checks before anybody had tuned on a published"
        " text, and again after the checks were mended on as many others, which these are not."
        " Three readers judged each error told: **true**; **fair**, not plainly wrong and"
        " worth asking; **conversion**, the file’s text is not the document’s (page numbers in"
        " sentences, tables that lost their lines); or **false**.",
        "",
        f"Before: {_told(before)}. After: {_told(mended)}. Then {of['texts'] - of['texts_kept']} of"
        " the texts were opened and learnt from. Of the"
        f" {of['texts_kept']} that stay unseen: {_told(kept)} until then, and when they were last"
        f" read, before [few numbers were read whatever the words]({_CLOSED}), {now.all}:",
        "",
        "| Kind of check | Told | True | Fair | Conversion | False |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *_lines(rows, now),
        "",
        f"Of {of['others']} other texts ({of['others_words']:,} words: inspections of children’s"
        " services, social policy, government audits) that came later, and that nobody who mends"
        f" looked at: {_told(earlier)} before those readings, {_told(others)} with them. That is a"
        f" false one in {of['others_words'] // others.false // 1000 * 1000:,} words or so.",
        "",
        f"Into {excerpts} excerpts of texts kept back two writers put one slip each:"
        f" {of['slips_told_before']} were told as errors. Then {of['excerpts_seen']} slips put into"
        " excerpts of the other texts were learnt from"
        f" ({of['slips_seen_told_before']} were told before, {of['slips_seen_told']} after), and of"
        f" the {excerpts}, which nobody looked at, {of['slips_told']} when last tried. What"
        " published prose leaves unsaid, a person has to know.",
        "",
        f"Of the same bodies {of['files']} PDF, Word and workbook files drew"
        f" {of['file_errors_before']:,} errors and {of['file_warnings_before']:,} warnings, nearly"
        " all of them of workbooks, and false: sums that miss by rounding in sheet after sheet,"
        " headings misread. When that was mended"
        f" ([decision 30]({_DECISION})),"
        f" {of['files_kept']} others that nobody had looked at drew {of['kept_file_errors']} errors"
        f" and {of['kept_file_warnings']} warnings, where they had drawn"
        f" {of['kept_file_errors_before']} and {of['kept_file_warnings_before']:,}. Nobody has"
        " judged these one by one.",
        "",
    ]


def _told(of: Judged) -> str:
    return (
        f"{of.all} errors, {of.true} true, {of.fair} fair, {of.conversion} of conversion and"
        f" {of.false} false"
    )


def _lines(rows: list[Judged], every: Judged) -> Iterator[str]:
    for each in (*(each for each in rows if each.when == "now"), every):
        yield (
            f"| {each.kind} | {each.all} | {each.true} | {each.fair} | {each.conversion}"
            f" | {each.false} |"
        )
