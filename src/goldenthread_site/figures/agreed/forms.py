"""What is typed about targets and breaks in a series."""

from typing import Any

from django import forms

from goldenthread.nouns import Period
from goldenthread_site.design.fields import Day
from goldenthread_site.directory.models import Post
from goldenthread_site.figures.agreed.actions import told


class _Posts(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return told(obj)


class Aiming(forms.Form):
    """A target for one year."""

    year = forms.ChoiceField(label="For which year?")
    value = forms.DecimalField(
        label="Target",
        min_value=0,
        max_digits=12,
        decimal_places=4,
        error_messages={
            "required": "Enter the target",
            "invalid": "Enter the target in figures, such as 85 or 12.5",
        },
    )
    owner = _Posts(
        label="Which post answers for it?",
        help_text="Posts are kept with their agency or group: add it there where it is missing.",
        queryset=Post.objects.none(),
        empty_label="Choose a post",
        error_messages={"required": "Choose the post that answers for it"},
    )
    agreed = Day(label="When was it agreed?")
    source = forms.CharField(
        label="Where is that written down?",
        help_text="For example, minutes of the executive, 12 May 2026.",
        max_length=300,
        error_messages={"required": "Enter where it is written down"},
    )

    def __init__(self, *args: Any, posts: Any, years: list[Period], unit: str, **named: Any):
        super().__init__(*args, **named)
        owner, year = self.fields["owner"], self.fields["year"]
        if isinstance(owner, forms.ModelChoiceField) and isinstance(year, forms.ChoiceField):
            owner.queryset = posts
            year.choices = [(each.code, each.code) for each in years]
        self.fields["value"].help_text = f"In its own unit: {unit}."


class Breaking(forms.Form):
    """A break in a series."""

    when = Day(label="From which day is it counted otherwise?")
    reason = forms.CharField(
        label="What changed?",
        help_text="It is read wherever the figure is, so that nobody takes it for a change in"
        " children’s lives.",
        widget=forms.Textarea,
        max_length=500,
        error_messages={"required": "Enter what changed"},
    )
    source = forms.CharField(
        label="Where is that written down?",
        max_length=300,
        error_messages={"required": "Enter where it is written down"},
    )


class Ending(forms.Form):
    """Why a target is taken back."""

    why = forms.CharField(
        label="Why is the target taken back?",
        widget=forms.Textarea,
        max_length=500,
        error_messages={"required": "Enter why it is taken back"},
    )
