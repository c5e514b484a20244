"""A document as a file to take away, and the answer that hands it over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.http import HttpResponse
from django.utils.text import slugify

from goldenthread.report.data.tidy import tidy
from goldenthread.report.document import Document
from goldenthread.report.workbook.render import render
from goldenthread_site.trail.exporting import csv_lines


class Form(StrEnum):
    """What a file is; its value is the end of its name."""

    CSV = "csv"
    META = "meta.csv"
    SENT = "sent.csv"
    SAID = "commentary.csv"
    XLSX = "xlsx"

    @property
    def kind(self) -> str:
        """The content type it is sent as."""
        if self is Form.XLSX:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Content:
    """A document; and for one that is no table of figures, the rows of its CSV, heading first.

    ``beside``: the rows of what stands beside its figures, each a file of its own as CSV.
    """

    document: Document
    rows: Sequence[Sequence[object]] | None = None
    beside: Mapping[Form, Sequence[Sequence[object]]] = field(default_factory=dict)

    def lines(self, form: Form) -> int:
        """How many rows or figures a file of it has: what the trail tells."""
        rows = self.beside.get(form, self.rows)
        return len(self.document.threads) if rows is None else len(rows) - 1


def written(content: Content, form: Form) -> bytes:
    """The file: figures as tidy data with its meta file, anything else row by row, or a workbook.

    Nothing in it is a formula: texts that a spreadsheet would run are neutralised.
    """
    if form is Form.XLSX:
        return render(content.document)
    if (known := content.beside.get(form, content.rows)) is not None:
        head, *rows = known
        return "".join(csv_lines([str(each) for each in head], rows)).encode()
    made = tidy(content.document)
    return made.meta if form is Form.META else made.figures


def handed_over(content: Content, form: Form, stem: str, *, inside: bool) -> HttpResponse:
    """The answer with the file. Its name is made of letters, digits and hyphens only."""
    safe = slugify(stem)[:80] or "export"
    name = f"{safe}{'-not-for-publication' if inside else ''}.{form.value}"
    answer = HttpResponse(written(content, form), content_type=form.kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
