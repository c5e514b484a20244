"""A Django form's fields as GOV.UK components: label, hint, error and what was typed, kept."""

from typing import Any

from django import forms
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

_TEMPLATE = "design/field.html"


class Day(forms.DateField):
    """A date asked for in three boxes: day, month and year.

    A form may ask for several: what is wrong with one says which, by its label.
    """

    def __init__(self, *, label: str, **named: Any) -> None:
        named.setdefault("widget", ThreeBoxes())
        named.setdefault(
            "error_messages",
            {
                "invalid": f"Enter a real date for “{label}”, such as 27 3 2024",
                "required": f"Enter a date for “{label}”",
            },
        )
        super().__init__(label=label, **named)


class _Typed(str):
    """A date’s text that knows what stood in each box: there may be dashes in them too."""

    __slots__ = ("boxes",)
    boxes: list[str]


class ThreeBoxes(forms.MultiWidget):
    """Day, month and year as three numbers; what was typed stays as it was typed."""

    def __init__(self) -> None:
        super().__init__({each: forms.NumberInput() for each in ("day", "month", "year")})

    def decompress(self, value: Any) -> list[Any]:
        """The three numbers of a date."""
        return [value.day, value.month, value.year] if value else [None, None, None]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The date as one text that a DateField reads; nothing where nothing was typed."""
        day, month, year = (
            (data.get(f"{name}_{each}") or "").strip() for each in ("day", "month", "year")
        )
        if not (day or month or year):
            return ""
        typed = _Typed(f"{year}-{month.zfill(2)}-{day.zfill(2)}")
        typed.boxes = [day, month, year]
        return typed

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """As Django asks; a text that was no date is taken apart again."""
        if isinstance(value, str):
            value = value.boxes if isinstance(value, _Typed) else None
        return super().get_context(name, value, attrs)


class Several(forms.ModelMultipleChoiceField):
    """Several rows, by number; a number longer than any database holds is no choice."""

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for what is no choice."""
        for each in value if isinstance(value, list | tuple) else ():
            if len(str(each)) > 18:
                given = {"value": str(each)[:20]}
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params=given
                )
        return super().clean(value)


def shown(bound: forms.BoundField, **more: Any) -> SafeString:
    """One field of a form as its component; ``more`` goes to the component as it is."""
    widget = bound.field.widget
    params: dict[str, Any] = {
        "id": bound.id_for_label or f"id_{bound.html_name}",
        "idPrefix": bound.auto_id,
        "name": bound.html_name,
        "label": {"text": bound.label},
        **({"hint": {"text": bound.help_text}} if bound.help_text else {}),
        **({"errorMessage": {"text": " ".join(map(str, bound.errors))}} if bound.errors else {}),
    }
    params |= _values(bound) | more
    context = {"kind": kind_of(widget), "params": params}
    return mark_safe(get_template(_TEMPLATE, using="jinja2").render(context))  # noqa: S308


def kind_of(widget: forms.Widget) -> str:
    """Which component a widget is shown as."""
    kinds: tuple[tuple[type[forms.Widget], str], ...] = (
        (ThreeBoxes, "date"),
        (forms.HiddenInput, "hidden"),
        (forms.PasswordInput, "password"),
        (forms.ClearableFileInput, "file"),
        (forms.FileInput, "file"),
        (forms.Textarea, "textarea"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.Select, "select"),
        (forms.CheckboxInput, "checkbox"),
    )
    return next((name for kind, name in kinds if isinstance(widget, kind)), "input")


def _values(bound: forms.BoundField) -> dict[str, Any]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, ThreeBoxes):
        boxes = widget.get_context(bound.html_name, value, {})["widget"]["subwidgets"]
        return {
            "boxes": [
                {"name": each, "value": box["value"] or ""}
                for each, box in zip(("day", "month", "year"), boxes, strict=True)
            ]
        }
    if isinstance(widget, forms.CheckboxInput):
        return {"checked": bool(value), "value": "on"}
    if isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        chosen = {str(each) for each in (value if isinstance(value, list | tuple) else [value])}
        items = [
            {
                "value": str(key),
                "text": str(text),
                "checked": str(key) in chosen,
                "selected": str(key) in chosen,
            }
            for key, text in widget.choices
            if not (isinstance(widget, forms.RadioSelect) and key == "")
        ]
        return {"items": items}
    if isinstance(widget, forms.PasswordInput | forms.FileInput):
        return {"value": ""}
    attributes = {"type": widget.attrs.get("type") or getattr(widget, "input_type", "text")}
    kept = {key: widget.attrs[key] for key in ("autocomplete", "inputmode") if key in widget.attrs}
    return {"value": "" if value is None else str(value), **attributes, **kept}


def errors_of(*asked: forms.BaseForm | None) -> list[dict[str, str]]:
    """What an error summary lists: each error with a link to the field it is about."""
    found: list[dict[str, str]] = []
    for form in asked:
        if form is None or not form.errors:
            continue
        found += [{"text": str(each)} for each in form.non_field_errors()]
        for name in form.fields:
            bound = form[name]
            box = "_day" if isinstance(bound.field.widget, ThreeBoxes) else ""
            first = (
                "_0"
                if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
                else ""
            )
            found += [
                {"text": str(each), "href": f"#{bound.auto_id}{box}{first}"}
                for each in bound.errors
            ]
    return found
