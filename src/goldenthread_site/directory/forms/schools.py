"""Forms about schools and settings, and which partnership is looked at."""

from typing import Any

from django import forms

from goldenthread_site.design.fields import Day
from goldenthread_site.directory.models import Partnership


class SchoolsForm(forms.Form):
    """A list of schools as a file."""

    file = forms.FileField(
        label="List of schools",
        help_text="CSV or Excel (.xlsx), 5 MB at most: the download of the register of schools as"
        " it comes, or a list of your own with the columns URN, Name and, if you like, Phase,"
        " Closed on, Safeguarding lead, Email",
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty: choose another",
        },
    )


class LeadForm(forms.Form):
    """Another safeguarding lead."""

    name = forms.CharField(max_length=200, error_messages={"required": "Enter a name"})
    email = forms.EmailField(
        label="Email address",
        required=False,
        error_messages={"invalid": "Enter an email address, such as name@school.example"},
    )
    since = Day(label="First day as lead")


class PartnershipForm(forms.Form):
    """Which partnership to look at, of those in which one holds a role."""

    partnership = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Which partnership do you want to look at?",
        error_messages={"required": "Choose a partnership"},
    )

    def __init__(self, choices: tuple[Partnership, ...], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        named_by_slug = [(each.slug, each.name) for each in choices]
        self.fields["partnership"].choices = named_by_slug  # type: ignore[attr-defined]
