"""Puts the sign-in library's pages, written in Django's template language, into our own frame."""

from typing import Any

from django import template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Framed(template.Node):
    """``{% framed %}title{% body %}content{% endframed %}``: a page of the site."""

    def __init__(self, title: NodeList, content: NodeList) -> None:
        self.title, self.content = title, content

    def render(self, context: Context) -> SafeString:
        """The whole page."""
        given: dict[str, Any] = {
            "heading": self.title.render(context).strip(),
            "content": mark_safe(self.content.render(context)),  # noqa: S308  (rendered, escaped)
        }
        request = context["request"]
        return render_to_string("design/framed.html", given, request=request, using="jinja2")


@register.tag
def framed(parser: Parser, token: Token) -> Framed:
    """Read the two parts."""
    title = parser.parse(("body",))
    parser.delete_first_token()
    content = parser.parse(("endframed",))
    parser.delete_first_token()
    return Framed(title, content)
