"""What people fill in: the lines of a return, what it is about, and what is asked of whom."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django import forms

from goldenthread.nouns import Period, Quality
from goldenthread.nouns.register import area
from goldenthread_site.design.fields import Day
from goldenthread_site.directory.models import Agency, Partnership
from goldenthread_site.returns.models import QUALITIES, WHOLE_AGENCY, Return
from goldenthread_site.returns.rules import KINDS, MAX_UPLOAD_BYTES
from goldenthread_site.returns.templates import ReturnTemplate, templates

PAN_BEDFORDSHIRE = "pan-bedfordshire"
_KINDS = {
    "quarter": "a quarter, such as 2026-27 Q2",
    "financial_year": "a financial year, such as 2025-26",
    "academic_year": "an academic year, such as 2025-26 academic",
}


def footprints(partnership: Partnership, agency_name: str) -> list[tuple[str, str]]:
    """Whose children numbers may be said to count: the partnership’s, its neighbours’, or all."""
    here = [(code, f"Children of {area(code).name} only") for code in partnership.areas]
    wider = area(PAN_BEDFORDSHIRE)
    shared = (
        [(wider.code, f"Children of {wider.name}")]
        if set(partnership.areas) & set(wider.members)
        else []
    )
    return [*here, *shared, (WHOLE_AGENCY, f"Everyone {agency_name} serves, wherever they live")]


def read_period(text: str) -> str:
    """The period’s one written form. Raises ValidationError naming the forms there are."""
    try:
        return Period.parse(text).code
    except (ValueError, OverflowError) as error:
        raise forms.ValidationError(
            "Enter a period as 2026-27 Q2, 2025-26, 2025-26 academic, 2026-09 or 2025 calendar"
        ) from error


class Lines(forms.Form):
    """The lines of a return, each kept as typed whatever stands in it."""

    def __init__(self, template: ReturnTemplate, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for line in template.line:
            self.fields[line.key] = forms.CharField(
                label=line.words, help_text=line.help, required=False, max_length=200
            )

    @classmethod
    def kept(cls, template: ReturnTemplate, typed: Mapping[str, str]) -> "Lines":
        """With what is kept in it, and nothing said of it yet."""
        return cls(template, initial=dict(typed))

    @classmethod
    def with_faults(
        cls, template: ReturnTemplate, typed: Mapping[str, str], faults: Mapping[str, str]
    ) -> "Lines":
        """With what is kept in it, and each fault beside its line."""
        form = cls(template, data=dict(typed))
        for line in template.line:
            if line.key in faults:
                form.add_error(line.key, faults[line.key])
        return form


class About(forms.Form):
    """What the numbers of a return are about."""

    footprint = forms.ChoiceField(
        label="Whose children do these numbers count?", widget=forms.RadioSelect
    )
    period = forms.CharField(
        label="Which period are they about?",
        help_text="As 2026-27 Q2, 2025-26 (April to March) or 2025-26 academic"
        " (September to August).",
    )
    quality = forms.ChoiceField(
        label="How far can they be leaned on?",
        widget=forms.RadioSelect,
        choices=QUALITIES,
    )
    note = forms.CharField(
        label="Note",
        help_text="What a reader must know, such as a change in recording. It is printed with"
        " every figure of this return. Name no child.",
        required=False,
        max_length=1000,
        widget=forms.Textarea,
    )

    def __init__(self, sent: Return, *args: Any, **named: Any) -> None:
        named.setdefault(
            "initial",
            {
                "footprint": sent.footprint,
                "period": sent.period_code,
                "quality": sent.quality,
                "note": sent.note,
            },
        )
        super().__init__(*args, **named)
        request = sent.request
        choices = footprints(request.partnership, request.agency.name)
        self.fields["footprint"].choices = choices  # type: ignore[attr-defined]

    def clean_period(self) -> str:
        """One written form."""
        return read_period(self.cleaned_data["period"])

    def clean(self) -> dict[str, Any]:
        """A caution without its reason tells nobody anything."""
        cleaned = super().clean() or {}
        if cleaned.get("quality") != Quality.GOOD and not cleaned.get("note"):
            self.add_error("note", "Say why they are to be read with caution")
        return cleaned


class File(forms.Form):
    """A file to read the lines from."""

    file = forms.FileField(
        label="Your file",
        help_text=f"CSV, Excel (.xlsx) or OpenDocument (.ods), up to"
        f" {MAX_UPLOAD_BYTES // 1_000_000} MB.",
        error_messages={"required": "Choose a file", "empty": "The file is empty: save it again"},
        max_length=200,
    )

    def clean_file(self) -> Any:
        """Only kinds that are read here, and none that is too large to be a return."""
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower() not in KINDS:
            raise forms.ValidationError("Choose a file that ends in .csv, .xlsx or .ods")
        if file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                f"Choose a file smaller than {MAX_UPLOAD_BYTES // 1_000_000} MB"
            )
        return file


class Pasted(forms.Form):
    """Rows copied from a spreadsheet."""

    rows = forms.CharField(
        label="Rows from your spreadsheet",
        help_text="Labels beside numbers, or the numbers alone in the order of the lines.",
        max_length=20_000,
        widget=forms.Textarea,
        error_messages={"required": "Paste the rows here"},
        strip=False,
    )


class Words(forms.Form):
    """A question, an answer or a reason."""

    text = forms.CharField(
        label="Text",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "Write it here first"},
    )

    def __init__(self, label: str, *args: Any, hint: str = "", **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["text"].label = label
        self.fields["text"].help_text = hint


class Question(Words):
    """A question about the whole return or about one line of it."""

    line = forms.ChoiceField(label="About which line?", required=False)
    field_order = ("line", "text")

    def __init__(self, template: ReturnTemplate, *args: Any, **named: Any) -> None:
        super().__init__("What do you want to know?", *args, **named)
        self.fields["line"].choices = [  # type: ignore[attr-defined]
            ("", "The return as a whole"),
            *((each.key, each.words) for each in template.line),
        ]


class Signature(forms.Form):
    """The post in which the lead signs."""

    post = forms.ChoiceField(label="You sign as", widget=forms.RadioSelect)
    agreed = forms.BooleanField(
        label="I have read these figures and sign them for the agency",
        error_messages={"required": "Tick the box to sign"},
    )

    def __init__(self, posts: list[str], *args: Any, **named: Any) -> None:
        named.setdefault("initial", {"post": posts[0]})
        super().__init__(*args, **named)
        self.fields["post"].choices = [(each, each) for each in posts]  # type: ignore[attr-defined]


class Ask(forms.Form):
    """What is asked of whom."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency?",
        empty_label="Choose an agency",
        error_messages={"required": "Choose an agency"},
    )
    template = forms.ChoiceField(
        label="What for?", error_messages={"required": "Choose a template"}
    )
    period = forms.CharField(
        label="For which period?",
        help_text="As 2026-27 Q2, 2025-26 or 2025-26 academic.",
        error_messages={"required": "Enter a period"},
    )
    footprint = forms.ChoiceField(label="About whose children?", widget=forms.RadioSelect)
    due = Day(label="Due by", help_text="For example, 20 10 2026.")
    guidance = forms.CharField(
        label="Anything to add to the template’s guidance (optional)",
        required=False,
        max_length=2000,
        widget=forms.Textarea,
    )
    repeats = forms.BooleanField(
        label="Ask for the next period too when this one is over", required=False, initial=True
    )

    def __init__(self, partnership: Partnership, agencies: Any, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["template"].choices = [  # type: ignore[attr-defined]
            ("", "Choose a template"),
            *((each.key, each.title) for each in templates().values()),
        ]
        choices = footprints(partnership, "the agency")
        self.fields["footprint"].choices = choices  # type: ignore[attr-defined]
        self.fields["footprint"].initial = choices[0][0]

    def clean_period(self) -> str:
        """One written form."""
        return read_period(self.cleaned_data["period"])

    def clean(self) -> dict[str, Any]:
        """The kind of period the template asks for, and a day due that lies after it."""
        cleaned = super().clean() or {}
        template, code = templates().get(cleaned.get("template", "")), cleaned.get("period")
        if template and code and Period.parse(code).kind is not template.period_kind:
            self.add_error("period", f"This template asks for {_KINDS[template.period]}")
        if code and cleaned.get("due") and cleaned["due"] <= Period.parse(code).end:
            self.add_error("due", "Enter a day after the period has ended")
        return cleaned


class Chosen(forms.Form):
    """Which requests to roll forward."""

    requests = forms.MultipleChoiceField(
        label="Ask again",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one"},
    )

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **named: Any) -> None:
        named.setdefault("initial", {"requests": [key for key, _ in choices]})
        super().__init__(*args, **named)
        self.fields["requests"].choices = choices  # type: ignore[attr-defined]
