"""What people fill in about people: an invitation, its acceptance, an end, an interest."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from goldenthread_site.accounts.forms import LONG_ENOUGH
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.design.fields import Day
from goldenthread_site.directory.models import Agency, Invitation, RoleHeld
from goldenthread_site.directory.people import matters, queries
from goldenthread_site.directory.people.permissions import can_keep_interests, roles_to_give
from goldenthread_site.directory.standing import Standing


class Narrowing(forms.Form):
    """Which of the people to show."""

    words = forms.CharField(required=False, label="Name, address or agency", max_length=100)
    role = forms.ChoiceField(required=False, label="Role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.value, TOLD[each].title) for each in Role]
        self.fields["role"].choices = [("", "Every role"), *choices]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> dict[str, str]:
        """What was asked for; a role nobody knows is nothing asked."""
        known = self.cleaned_data if self.is_valid() else {}
        return {name: known.get(name, "") for name in ("words", "role")}


class LetIn(forms.Form):
    """Whom to give which role, for which agency, from when to when."""

    email = forms.EmailField(
        label="Email address",
        help_text="Their address at work. Without an account they are sent an invitation.",
        error_messages={
            "required": "Enter an email address",
            "invalid": "Enter an email address, such as name@council.example",
        },
    )
    role = forms.ChoiceField(label="Role", error_messages={"required": "Choose a role"})
    agency: forms.ModelChoiceField[Agency] = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="None"
    )
    since = Day(label="First day")
    until = Day(label="Last day", required=False, help_text="Leave empty if no end is known.")

    def __init__(self, standing: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [(each.value, TOLD[each].title) for each in roles_to_give(standing)]
        nothing = [("", "Choose a role")] if len(roles) > 1 else []
        self.fields["role"].choices = [*nothing, *roles]  # type: ignore[attr-defined]
        agency: Any = self.fields["agency"]
        agency.queryset = queries.agencies(standing)
        agency.help_text = "Only for a role that is held for an agency."
        if len(roles) == 1:
            agency.empty_label, agency.help_text = None, ""
        self.fields["since"].initial = standing.today

    @property
    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        return {**self.cleaned_data, "role": Role(self.cleaned_data["role"])}


class Acceptance(forms.Form):
    """A name and a password: all that an invited person is asked."""

    name = forms.CharField(
        label="Your name",
        help_text="As colleagues in other agencies should read it.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Enter your name"},
    )
    password = forms.CharField(
        label="Password",
        help_text=LONG_ENOUGH,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter a password"},
    )

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._invitation = invitation

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is short, common, or like the name or the address."""
        given = super().clean() or {}
        if password := given.get("password"):
            person = Person(email=self._invitation.email, name=given.get("name", ""))
            try:
                validate_password(password, person)
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return given


class End(forms.Form):
    """When a role ends, and why."""

    when = forms.ChoiceField(
        label="When does it end?",
        choices=[("now", "At once"), ("day", "At the end of a day")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when it ends"},
    )
    day = Day(label="Last day", required=False)
    why = forms.CharField(
        label="Why?",
        help_text="This stands on the trail.",
        max_length=500,
        error_messages={"required": "Say why, in a few words"},
    )

    def __init__(self, held: RoleHeld, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held, self._today = held, today

    def clean(self) -> dict[str, Any]:
        """A last day is today or later; it is asked for only where it is wanted."""
        given = super().clean() or {}
        if given.get("when") == "day" and "day" not in self.errors:
            if given.get("day") is None:
                self.add_error("day", "Enter the last day")
            elif given["day"] < self._today:
                self.add_error("day", "The last day must be today or later")
        return given

    @property
    def last(self) -> date:
        """The last day on which the role is held."""
        if self.cleaned_data["when"] == "now":
            return self._today - timedelta(days=1)
        last: date = self.cleaned_data["day"]
        return last


class FactorLost(forms.Form):
    """Why someone's second factor is taken away."""

    why = forms.CharField(
        label="How do you know that it is they who ask?",
        help_text="For example: spoke to them in person. This stands on the trail.",
        max_length=500,
        error_messages={"required": "Say how you know, in a few words"},
    )


class Interest(forms.Form):
    """Whose interest, and in what."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Whose", empty_label=None
    )
    matter = forms.ChoiceField(
        label="In what", error_messages={"required": "Choose what the interest is in"}
    )
    note = forms.CharField(
        label="What the interest is",
        help_text="For example: a close relative works there. The business unit reads this.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Say what the interest is"},
    )

    def __init__(self, standing: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whose: Any = self.fields["person"]
        found = Person.objects.filter(pk=standing.person.pk if standing.person else 0)
        if can_keep_interests(standing):
            found |= Person.objects.filter(pk__in=queries.roles(standing).values("person"))
        else:
            whose.widget = forms.HiddenInput()
        whose.queryset = found.order_by("name")
        whose.initial = standing.person
        groups = [
            (f"{kind}:{number}", f"{matters.MATTERS[kind].title}: {name}")
            for kind, named in matters.names(standing).items()
            for number, name in named.items()
        ]
        self.fields["matter"].choices = [("", "Choose"), *groups]  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        kind, _, number = self.cleaned_data["matter"].partition(":")
        kept = {name: self.cleaned_data[name] for name in ("person", "note")}
        return {**kept, "kind": kind, "number": number}


class EndInterest(forms.Form):
    """The last day on which it keeps someone away."""

    last = Day(label="Last day")
