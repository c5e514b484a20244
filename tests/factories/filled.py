"""A return’s template file with an answer in every line that the line can have."""

import csv
import io

from goldenthread.nouns import Area, Period
from goldenthread.nouns.register import area
from goldenthread_site.returns.arriving import template_file
from goldenthread_site.returns.templates import ReturnTemplate


def answers(template: ReturnTemplate, count: str = "7") -> dict[str, str]:
    """One count for every line, and all of it for what is a percentage of a line above."""
    return {line.key: "100" if line.out_of else count for line in template.line}


def filled(
    template: ReturnTemplate, period: Period, place: Area | None = None, count: str = "7"
) -> bytes:
    """The file with these answers in it, of Luton unless it is of another place."""
    empty = template_file(template, period, place or area("821")).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(empty, newline=""))
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(head)
    for (words, _, *rest), answer in zip(rows, answers(template, count).values(), strict=True):
        table.writerow([words, answer, *rest])
    return out.getvalue().encode("utf-8-sig")
