"""Forms about one agency."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.area import AreaKind
from goldenthread.nouns.register import area, find_area
from goldenthread_site.design.fields import Day
from goldenthread_site.directory.models import Agency, Membership, Succession

_HINT_OF_NAME = "In full, as it calls itself"
_HINT_OF_SHORT = "How the partnership speaks of it, for headings of tables: Police, Hospitals"


class Councils(forms.CharField):
    """Councils by name, one on each line, as the codes of the core’s register."""

    def __init__(self, **named: Any) -> None:
        named.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        named.setdefault("label", "Whose children its own figures are about")
        named.setdefault(
            "help_text",
            "Each council on a line of its own, by name. A hospital that serves three boroughs"
            " has three lines.",
        )
        named.setdefault("error_messages", {"required": "Enter at least one council"})
        super().__init__(**named)

    def clean(self, value: Any) -> Any:
        """The codes, each once; what no council is called is said, with what is near to it."""
        codes: list[str] = []
        for line in filter(None, map(str.strip, super().clean(value).splitlines())):
            try:
                found = find_area(line)
            except GoldenThreadError as unknown:
                raise forms.ValidationError(str(unknown)) from unknown
            if found.kind is not AreaKind.COUNCIL:
                raise forms.ValidationError(f"{found.name} is no council: name its councils.")
            codes += [found.code] if found.code not in codes else []
        return codes

    def prepare_value(self, value: Any) -> Any:
        """Codes as the names that people read."""
        return "\n".join(area(each).called for each in value) if isinstance(value, list) else value


class AgencyForm(forms.Form):
    """A new agency, or one that is known from a partnership next door."""

    name = forms.CharField(
        max_length=200, help_text=_HINT_OF_NAME, error_messages={"required": "Enter its name"}
    )
    short_name = forms.CharField(
        max_length=60,
        help_text=_HINT_OF_SHORT,
        error_messages={"required": "Enter a short name"},
    )
    standing = forms.ChoiceField(
        label="How it takes part",
        choices=Membership.Standing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it takes part"},
    )
    sector = forms.ChoiceField(
        choices=[("", "Choose one"), *Agency.Sector.choices],
        error_messages={"required": "Choose a sector"},
    )
    footprint = Councils()
    since = Day(label="First day in the partnership")


class RenameForm(forms.Form):
    """Another name from a day on."""

    name = forms.CharField(
        label="New name",
        max_length=200,
        help_text=_HINT_OF_NAME,
        error_messages={"required": "Enter its new name"},
    )
    short_name = forms.CharField(
        max_length=60, help_text=_HINT_OF_SHORT, error_messages={"required": "Enter a short name"}
    )
    since = Day(
        label="First day of the new name", help_text="What was written before keeps the old"
    )


class FootprintForm(forms.Form):
    """Where its own figures come from."""

    footprint = Councils()
    why = forms.CharField(
        label="Why it changes", error_messages={"required": "Enter why it changes"}
    )


class EndForm(forms.Form):
    """Its last day here."""

    exists = forms.TypedChoiceField(
        label="What happens to it",
        coerce=lambda value: value == "yes",
        choices=[
            ("yes", "It leaves this partnership and goes on elsewhere"),
            ("no", "It exists no more, and nobody takes over from it"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens to it"},
    )
    until = Day(label="Last day")
    why = forms.CharField(label="Why", error_messages={"required": "Enter why"})


class SuccessionForm(forms.Form):
    """Who takes over from it, how and when."""

    successor = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency takes over",
        empty_label="Choose an agency",
        help_text="If it is not here, add it first",
        error_messages={"required": "Choose the agency that takes over"},
    )
    how = forms.ChoiceField(
        label="How",
        choices=[
            (Succession.How.MERGED, "Merged into it, perhaps with others"),
            (Succession.How.REPLACED, "Replaced by it"),
            (Succession.How.SPLIT, "Split, and this is one of the parts"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it takes over"},
    )
    on = Day(
        label="First day of the agency that takes over",
        help_text="The earlier one ends on the day before",
    )

    def __init__(self, others: QuerySet[Agency], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["successor"].queryset = others  # type: ignore[attr-defined]
