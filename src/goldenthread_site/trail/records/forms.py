"""Forms about holds and requests for records."""

from typing import Any

from django import forms

from goldenthread_site.design.fields import Day
from goldenthread_site.trail.records.classes import classes
from goldenthread_site.trail.records.rules import SAYS_ITSELF, TITLES, Kind, due_by_law


class HoldForm(forms.Form):
    """What to hold and why."""

    record_class = forms.ChoiceField(label="What is held", required=False)
    why = forms.CharField(
        label="Why",
        help_text="Such as the coroner’s reference. No child’s name.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why it is held"},
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        named_classes = [(each.name, each.title) for each in classes()]
        choices = [("", "Everything"), *named_classes]
        self.fields["record_class"].choices = choices  # type: ignore[attr-defined]


class LiftForm(forms.Form):
    """Why it is needed no longer."""

    why = forms.CharField(
        label="Why it is lifted", error_messages={"required": "Enter why it is lifted"}
    )


class RequestForm(forms.Form):
    """Who asks, for what, by when."""

    kind = forms.ChoiceField(
        label="What it is",
        choices=[(each.value, TITLES[each]) for each in Kind],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
    reference = forms.CharField(
        max_length=100,
        help_text="Theirs, or one of your own. No child’s name.",
        error_messages={"required": "Enter a reference"},
    )
    asked_by = forms.CharField(
        max_length=200,
        label="Who asks",
        help_text="The office or organisation; for someone asking about themselves, a reference",
        error_messages={"required": "Enter who asks"},
    )
    what = forms.CharField(
        label="What for",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what is asked for"},
    )
    received = Day(label="Day it came")
    due = Day(
        label="Last day to answer",
        required=False,
        help_text="As the notice or order says. Leave it empty for freedom of information and"
        " subject access: it follows from the law.",
    )

    def clean(self) -> dict[str, Any]:
        """The last day, said or by law."""
        given = super().clean() or {}
        kind, received = given.get("kind"), given.get("received")
        if not kind or not received:
            return given
        if not given.get("due"):
            try:
                given["due"] = due_by_law(Kind(kind), received)
            except (ValueError, OverflowError):
                self.add_error("received", "Enter a day of these years")
                return given
        if not given["due"] and Kind(kind) in SAYS_ITSELF and "due" not in self.errors:
            self.add_error("due", "Enter the last day that the notice or order gives")
        elif given["due"] and given["due"] < received:
            self.add_error("due", "Enter a last day that is not before the day it came")
        return given


class AnswerForm(forms.Form):
    """What was answered."""

    answered = Day(label="Day it was answered")
    answer = forms.CharField(
        label="What was answered",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what was answered"},
    )
