"""What the checks told as errors on hundreds of published texts, as readers judged it.

The texts are not part of the project; the table has counts alone, by kind of check, before the
checks were mended on the other half of the texts ("before") and after ("now").
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "tests" / "labelled" / "published_texts.csv"


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
    before, now = summed(rows, "before"), summed(rows, "now")
    of = tomllib.loads(TABLE.with_suffix(".toml").read_text(encoding="utf-8"))
    million, excerpts, found = of["words"] / 1_000_000, of["excerpts"], of["slips_told"]
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
        f"Before: {before.all} errors, {before.true} true, {before.fair} fair,"
        f" {before.conversion} of conversion and {before.false} false. Now {now.all}:",
        "",
        "| Kind of check | Told | True | Fair | Conversion | False |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *_lines(rows, now),
        "",
        f"Into {excerpts} excerpts of these texts two writers put one slip each: {found} of"
        f" {excerpts} were told as errors, and one of the {excerpts} excerpts as they stand drew"
        " any. What published prose leaves unsaid, a person has to know.",
        "",
    ]


def _lines(rows: list[Judged], every: Judged) -> Iterator[str]:
    for each in (*(each for each in rows if each.when == "now"), every):
        yield (
            f"| {each.kind} | {each.all} | {each.true} | {each.fair} | {each.conversion}"
            f" | {each.false} |"
        )
