"""Writes down that something was taken out of the site, before it leaves."""

from django.db import models

from goldenthread_site.figures.exports.files import Form
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.presenters import Told, presents
from goldenthread_site.trail.recording import record


def note_export(
    *,
    by: Acting,
    about: models.Model,
    partnership: int,
    what: str,
    form: Form,
    inside: bool,
    lines: int,
    why: str,
) -> None:
    """Who took what, in which form, with true counts or as released, and why."""
    record(
        by=by,
        action="export taken",
        about=about,
        partnership=partnership,
        why=why,
        detail={"what": what, "form": form.value, "true_counts": inside, "lines": lines},
    )


@presents("export taken")
def _taken(told: Told) -> str:
    counts = "with true counts" if told.detail.get("true_counts") else "as released"
    what, form = told.detail.get("what", ""), told.detail.get("form", "")
    return f"Took away “{what}” as {form}, {counts}, {told.detail.get('lines', 0)} lines"
