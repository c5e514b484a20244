"""What is filled in to set a partnership up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from goldenthread.nouns.register import area
from goldenthread_site.design.fields import Day
from goldenthread_site.directory.forms.agencies import Councils
from goldenthread_site.directory.models import Partnership
from goldenthread_site.home.setting_up.starter import StarterAgency, starter


class AboutForm(forms.Form):
    """The partnership’s name, councils and colour, and the adults’ one beside it."""

    name = forms.CharField(
        max_length=200,
        label="Name of the partnership",
        help_text="In full, as it stands on its reports. It heads every page.",
        error_messages={"required": "Enter the name of the partnership"},
    )
    areas = Councils(
        label="Councils whose children it is about",
        help_text="Each council on a line of its own, by name.",
    )
    colour = forms.ChoiceField(
        choices=Partnership.Colour.choices,
        widget=forms.RadioSelect,
        help_text="The band at the head of every page.",
        error_messages={"required": "Choose a colour"},
    )
    adults = forms.CharField(
        max_length=200,
        required=False,
        label="Safeguarding adults partnership it works with (optional)",
        help_text="Groups and reviews may then be held together.",
    )


@dataclass(frozen=True, slots=True)
class NewAgency:
    """One of the list, by the name it was given."""

    kind: StarterAgency
    name: str
    footprint: tuple[str, ...]


class AgenciesForm(forms.Form):
    """A name for each kind of agency that takes part; those left empty do not."""

    since = Day(
        label="First day on which they take part",
        help_text="Of all of them; one that came later is added by itself.",
    )

    def __init__(self, areas: Sequence[str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._areas = tuple(areas)
        since = self.fields.pop("since")
        self._kinds: dict[str, tuple[StarterAgency, tuple[str, ...]]] = {}
        for kind in starter().agency:
            each_council = [(code,) for code in areas] if kind.name else [self._areas]
            for place in each_council:
                field = f"{kind.key}_{place[0]}" if kind.name else kind.key
                council = area(place[0]).called
                label = kind.label + (f", {council}" if kind.name and len(areas) > 1 else "")
                self.fields[field] = forms.CharField(
                    label=label,
                    required=False,
                    max_length=200,
                    initial=kind.name.format(council=council),
                )
                self._kinds[field] = (kind, place)
        self.fields["since"] = since

    def clean(self) -> dict[str, Any]:
        """At least one, and no name twice."""
        cleaned = super().clean() or {}
        names = [cleaned.get(field, "").casefold() for field in self._kinds if cleaned.get(field)]
        if not names:
            self.add_error(next(iter(self._kinds)), "Enter the name of at least one agency")
        for field in self._kinds:
            if names.count(cleaned.get(field, "").casefold()) > 1:
                self.add_error(field, "This name stands here twice: enter it once")
        return cleaned

    @property
    def chosen(self) -> list[NewAgency]:
        """Those that were named."""
        return [
            NewAgency(kind, name, place)
            for field, (kind, place) in self._kinds.items()
            if (name := self.cleaned_data[field].strip())
        ]


class GroupsForm(forms.Form):
    """Which of the usual groups there are; each can be changed afterwards."""

    groups = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Groups to add, with their terms and posts",
        help_text="Terms, posts and names can be changed afterwards, and other groups added.",
        error_messages={"required": "Choose at least one group"},
    )

    def __init__(self, there: Iterable[str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        known = {each.casefold() for each in there}
        self.offered = [each for each in starter().group if each.name.casefold() not in known]
        choices = [
            (each.key, f"{each.name}: {', '.join(post.lower() for post in each.posts)}")
            for each in self.offered
        ]
        self.fields["groups"].choices = choices  # type: ignore[attr-defined]
        self.fields["groups"].initial = [each.key for each in self.offered]


class RequestsForm(forms.Form):
    """Which of the first requests are made."""

    requests = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Ask for these",
        help_text="Each for the period that ended last, about the partnership’s own children."
        " The agency sees it with its due day.",
        error_messages={"required": "Choose at least one return"},
    )

    def __init__(self, choices: Sequence[tuple[str, str]], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["requests"].choices = choices  # type: ignore[attr-defined]
        self.fields["requests"].initial = [key for key, _ in choices]
