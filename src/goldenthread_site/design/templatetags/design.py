"""Puts the sign-in library's pages, written in Django's template language, into our own frame."""

from typing import Any

from django import forms, template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from goldenthread_site.design import fields

register = template.Library()

# A page's parts, in the order they are written; each but the first begins with a tag of its name.
PARTS = ("heading", "head", "back", "body", "scripts")


class Framed(template.Node):
    """``{% framed %}title{% head %}…{% back %}…{% body %}…{% scripts %}…{% endframed %}``."""

    def __init__(self, parts: dict[str, NodeList]) -> None:
        self.parts = parts

    def render(self, context: Context) -> SafeString:
        """The whole page; the errors of its forms stand above it."""
        made = {name: part.render(context) for name, part in self.parts.items()}
        shown = {name: mark_safe(text) for name, text in made.items()}  # noqa: S308  (escaped)
        asked = [context.get(name) for name in ("form", "webauthn_form")]
        given: dict[str, Any] = {
            **shown,
            "heading": mark_safe(made["heading"].strip()),  # noqa: S308  (escaped)
            "errors": fields.errors_of(*(each for each in asked if isinstance(each, forms.Form))),
        }
        request = context["request"]
        return render_to_string("design/framed.html", given, request=request, using="jinja2")


@register.tag
def framed(parser: Parser, token: Token) -> Framed:
    """Read the parts."""
    parts: dict[str, NodeList] = {}
    for name, end in zip(PARTS, (*PARTS[1:], "endframed"), strict=True):
        parts[name] = parser.parse((end,))
        parser.delete_first_token()
    return Framed(parts)


@register.simple_tag
def shown(bound: forms.BoundField) -> SafeString:
    """A field of a form as its component, with what helps a password manager to fill it in."""
    helps = {
        name: bound.field.widget.attrs[name]
        for name in ("autocomplete", "inputmode", "spellcheck")
        if name in bound.field.widget.attrs
    }
    if helps.get("autocomplete") == "one-time-code":
        helps["classes"] = "govuk-input--width-10"
    return fields.shown(bound, **helps)
