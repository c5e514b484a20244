"""What is typed as commentary."""

from collections.abc import Sequence
from typing import Any

from django import forms

from goldenthread_site.directory.models import Agency
from goldenthread_site.figures.commentary.models import SharedWith

ANALYST = "analyst"


class Saying(forms.Form):
    """Words about an indicator’s year, as whom, and shared with whom."""

    voice = forms.ChoiceField(label="As whom do you write?")
    text = forms.CharField(
        label="What lies behind the figure?",
        help_text="Say what changed in practice and what in recording. Do not name a child or"
        " anyone else.",
        widget=forms.Textarea,
        max_length=4000,
        error_messages={"required": "Enter what lies behind the figure"},
    )
    shared_with = forms.ChoiceField(
        label="Who may read it?",
        choices=SharedWith.choices,
        widget=forms.RadioSelect,
        initial=SharedWith.READERS,
        error_messages={"required": "Choose who may read it"},
    )

    def __init__(self, *args: Any, voices: Sequence[Agency | None], **named: Any) -> None:
        super().__init__(*args, **named)
        self.voices = {str(each.pk) if each else ANALYST: each for each in voices}
        field = self.fields["voice"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (key, each.name if each else "The partnership’s analyst")
                for key, each in self.voices.items()
            ]
        if len(self.voices) == 1:
            field.widget = forms.HiddenInput()
            field.initial = next(iter(self.voices))

    def clean_voice(self) -> Agency | None:
        """The agency itself, or None for the analyst."""
        return self.voices[self.cleaned_data["voice"]]
