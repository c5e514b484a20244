"""Forms about groups and posts."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread_site.accounts.models import Person
from goldenthread_site.design.fields import Day, Several
from goldenthread_site.directory.models import Partnership


class GroupForm(forms.Form):
    """A group, its terms, and with whom it is held."""

    name = forms.CharField(max_length=200, error_messages={"required": "Enter its name"})
    terms = forms.CharField(
        label="Terms of reference",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="What it is for, who sits on it, how often it meets, what it may decide",
    )
    shared_with = Several(
        Partnership.objects.none(),
        label="Held together with",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Their members see this group too",
    )

    def __init__(self, others: QuerySet[Partnership], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["shared_with"].queryset = others  # type: ignore[attr-defined]


class GroupChangeForm(GroupForm):
    """The same, and its last day."""

    ended = Day(label="Last day, if it ends", required=False)


class PostForm(forms.Form):
    """A post, which somebody holds for a time."""

    title = forms.CharField(
        max_length=200,
        label="Name of the post",
        help_text="Such as Chair, or Detective superintendent for public protection",
        error_messages={"required": "Enter the name of the post"},
    )


class PostHolderForm(forms.Form):
    """Who holds a post from when."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        empty_label="Choose a person",
        help_text="Whoever holds a role in the partnership. Someone else is invited first.",
        error_messages={"required": "Choose who holds it"},
    )
    since = Day(label="First day in the post")

    def __init__(self, people: QuerySet[Person], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """When the post falls empty."""

    until = Day(label="Last day in the post")
