"""What someone says who takes something away: which file, which counts, and why."""

from typing import Any

from django import forms

from goldenthread_site.figures.exports.files import Form

SAID = {
    Form.CSV: "CSV, for a program or a spreadsheet",
    Form.META: "What the columns of the CSV mean: its meta file",
    Form.SENT: "CSV of what agencies sent, with why where there is no number",
    Form.SAID: "CSV of what is said to lie behind the figures",
    Form.XLSX: "A workbook laid out to be accessible",
}
RELEASED, TRUE = "released", "true"


class Taking(forms.Form):
    """``true_counts``: may they be chosen; ``always_inside``: there is nothing else to choose."""

    form = forms.ChoiceField(
        label="Which file?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a file"},
    )
    counts = forms.ChoiceField(
        label="Which counts?",
        widget=forms.RadioSelect,
        choices=[
            (RELEASED, "As they may leave the partnership: small counts are letters"),
            (TRUE, "True counts, small ones too: not for publication"),
        ],
        error_messages={"required": "Choose which counts"},
    )
    why = forms.CharField(
        label="What are true counts needed for?",
        help_text="For true counts only. It is kept on the trail with your name.",
        widget=forms.Textarea,
        max_length=500,
        required=False,
    )

    def __init__(
        self,
        *given: Any,
        offered: tuple[Form, ...],
        true_counts: bool,
        always_inside: bool,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.always_inside = always_inside
        self.fields["form"].choices = [(each.value, SAID[each]) for each in offered]  # type: ignore[attr-defined]
        self.fields["form"].initial = offered[0].value
        self.fields["counts"].initial = RELEASED
        if always_inside or not true_counts:
            del self.fields["counts"]
        if not (always_inside or true_counts):
            del self.fields["why"]

    @property
    def inside(self) -> bool:
        """True where what is taken has true counts."""
        return self.always_inside or self.cleaned_data.get("counts") == TRUE

    def clean(self) -> dict[str, Any]:
        """Why, for what has true counts."""
        given = super().clean() or {}
        if (self.always_inside or given.get("counts") == TRUE) and not given.get("why"):
            self.add_error("why", "Enter what true counts are needed for")
        return given
