"""What someone says who makes or ends a token."""

from typing import Any

from django import forms

from goldenthread_site.design.fields import Day

_RELEASED, _TRUE = "released", "true"


class Making(forms.Form):
    """``true_counts``: may this person choose them."""

    name = forms.CharField(
        label="What will use it?",
        help_text="A name by which you know it again, such as “Quarterly dashboard”",
        max_length=60,
        error_messages={"required": "Enter a name for the token"},
    )
    last_day = Day(
        label="Last day it may be used",
        help_text="At most a year from today. Make another before then if it is still needed.",
        error_messages={
            "required": "Enter the last day it may be used",
            "invalid": "Enter a real date, such as 27 3 2027",
        },
    )
    counts = forms.ChoiceField(
        label="Which counts may it read?",
        widget=forms.RadioSelect,
        choices=[
            (_RELEASED, "As they may leave the partnership: for anything that others will see"),
            (_TRUE, "True counts, small ones too: for your own work only"),
        ],
        initial=_RELEASED,
        error_messages={"required": "Choose which counts it may read"},
    )

    def __init__(self, *given: Any, true_counts: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        if not true_counts:
            del self.fields["counts"]

    @property
    def true_counts(self) -> bool:
        """True where they were chosen."""
        return self.cleaned_data.get("counts") == _TRUE


class Ending(forms.Form):
    """Why; somebody else's is not ended without a word."""

    why = forms.CharField(
        label="Why does it end?",
        widget=forms.Textarea,
        max_length=500,
        error_messages={"required": "Enter why it ends"},
    )
