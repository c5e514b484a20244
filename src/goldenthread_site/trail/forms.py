"""How the trail is narrowed: by day, person and action, in the address, without JavaScript."""

from typing import Any

from django import forms

from goldenthread_site.design.fields import Day
from goldenthread_site.trail import queries
from goldenthread_site.trail.permissions import Reader
from goldenthread_site.trail.queries import Wanted
from goldenthread_site.trail.rules import in_words


class Narrowing(forms.Form):
    """Nothing is required: an empty form shows everything."""

    since = Day(label="From", required=False)
    until = Day(label="Until", required=False, help_text="The last day counts")
    person = forms.TypedChoiceField(label="Person", required=False, coerce=int, empty_value=None)
    action = forms.ChoiceField(label="What was done", required=False)

    def __init__(self, reader: Reader, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        everyone = [("", "Anyone"), *((str(pk), name) for pk, name in queries.people(reader))]
        done = [(each, in_words(each)) for each in queries.actions(reader)]
        self.fields["person"].choices = everyone  # type: ignore[attr-defined]
        self.fields["action"].choices = [("", "Anything"), *done]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The two days in order."""
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", "Enter a last day that is not before the first")
        return given

    @property
    def wanted(self) -> Wanted:
        """What to show; everything where the form does not make sense yet."""
        return Wanted(**self.cleaned_data) if self.is_valid() else Wanted()
