"""Takes the mark-up out of a line of text and leaves every word of it."""

import html
import re

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_RAISED = re.compile(r"<sup>([^<]*)</sup>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|del|div|em|font|i|ins|li|mark|ol|p|q|s|small|span|strong"
    r"|strike|sub|sup|u|ul)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}(?:\s[^()]{0,200})?\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
# Emphasis goes in pairs; a star alone is a footnote's mark and stays.
_EMPHASIS = (
    re.compile(r"\*\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*\*"),
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+)(?<=[^\s*\\])\*(?![a-zA-Z0-9*])"),
    re.compile(r"\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+)(?<=[^\s*\\])\*(?![a-zA-Z0-9*])"),
    re.compile(r"(?<!\w)__(?=[^\s_])([^_]+)(?<=\S)__(?!\w)"),
    re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)"),
    re.compile(r"~~(?=\S)([^~]+)(?<=\S)~~"),
    re.compile(r"`([^`]+)`"),
)
_LEFT_OVER = re.compile(r"^\*\*\s*(?=\w)|(?<=[:.!?])\*\*$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~%$&<>])")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = re.compile(r"[\d,\s]+")


def plain(text: str) -> str:
    """The words of a marked-up text on one line, spaces single.

    A raised number is a footnote's and becomes a superscript character, so that it is not read as
    the last digit of the number before it; raised letters (7th) stay letters.
    """
    if "<" in text:
        text = _without_comments(text)
        text = _RAISED.sub(lambda match: raised(match[1]), text)
        text = _ADDRESS.sub(r"\1", text)
        text = _TAG.sub("", _BREAK.sub(" ", text))
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if any(mark in text for mark in "*_~`"):
        for pattern in _EMPHASIS:
            text = pattern.sub(r"\1", text)
        text = _LEFT_OVER.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return tidy(text)


def _without_comments(text: str) -> str:
    kept, *rest = text.split("<!--")
    for piece in rest:
        comment, end, after = piece.partition("-->")
        kept += f" {after}" if end else f"<!--{comment}"
    return kept


def tidy(text: str) -> str:
    """Text on one line: hidden characters gone, every run of spaces one space."""
    return " ".join(_HIDDEN.sub("", text).split())


def raised(text: str) -> str:
    """What stands raised: digits as superscript characters, anything else as it is."""
    return text.translate(_SUPERSCRIPTS) if _DIGITS.fullmatch(text) else text
