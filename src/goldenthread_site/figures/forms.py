"""What people type in this room."""

from typing import Any

from django import forms

from goldenthread_site.directory.models import Agency


class Asking(forms.Form):
    """A question about an indicator."""

    text = forms.CharField(
        label="What do you want to know?",
        help_text="Ask one thing. Do not name a child or anyone else.",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Enter your question"},
    )
    asked_of = forms.ModelChoiceField(
        label="Who is to answer?",
        queryset=Agency.objects.none(),
        required=False,
        empty_label="The partnership’s analyst",
    )

    def __init__(self, *args: Any, agencies: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["asked_of"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = agencies


class Answering(forms.Form):
    """An answer."""

    text = forms.CharField(
        label="Your answer",
        help_text="Do not name a child or anyone else.",
        widget=forms.Textarea,
        max_length=4000,
        error_messages={"required": "Enter your answer"},
    )


class Closing(forms.Form):
    """Why a question is closed."""

    because = forms.CharField(
        label="What came of it?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Enter what came of it, so that next year’s reader knows"},
    )
