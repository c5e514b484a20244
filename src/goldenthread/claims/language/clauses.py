"""The clause a change stands in, and the words in it that the rest of the utterance lacks."""

import re

from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.skeleton import QUANTITY, WHEN

_LIGHT = frozenset(
    re.findall(
        r"[a-z]+",
        "a an the of by to in on at or so it is was are were has had have been be being this that "
        "these those they we our its their there here some only just about over under since from "
        "than then now year years month months quarter week time times means meaning making made "
        "make represents representing represented equates equal equivalent amounts amounting "
        "gives giving shows showing seen saw see total overall net further again sharp slight "
        "slightly significantly welcome small large big real steady number numbers figure figures "
        "level levels rate percentage proportion share points point growth gain gained loss "
        "improvement drop annual whole period latest last previous earlier second first third "
        "fourth consecutive compared against versus per cent percent still remain remains stands "
        "stood down up also too thus therefore hence course twelve same day date who let did do "
        "does came come brings leaves leaving other words put another way say get got equating "
        "rising work works out works corresponds reflects marks amount change changed not less "
        "spring summer autumn winter christmas easter term "
        "terms per percentage for between with among all both very fully "
        "and or rather clear mere massive healthy remarkable staggering huge solid "
        "variance comment year-on-year month-on-month quarter-on-quarter week-on-week "
        "marked modest considerable substantial jump extra additional lower higher much very",
    )
)
_CHANGE = re.compile(rf"\b(?:{VERB}|{NOUN}|{COMPARED})\b")
_WORD = re.compile(r"[a-z][a-z'-]+")


def new_words(text: str, clause: tuple[int, int]) -> set[str]:
    """The words of a clause that say what it is of and stand nowhere else in the text."""
    start, end = clause
    known = {stem(word) for word in _WORD.findall(f"{text[:start]} {text[end:]}")}
    inside = _CHANGE.sub(" ", re.sub(f"[{QUANTITY}{WHEN}]", " ", text[start:end]))
    words = {stem(word) for word in _WORD.findall(inside) if word.removesuffix("'s") not in _LIGHT}
    return words - known


def content_stems(words: str) -> set[str]:
    """What the words of a stretch that say what it is of have in common with their other forms."""
    plain = _CHANGE.sub(" ", re.sub(f"[{QUANTITY}{WHEN}]", " ", words.lower()))
    return {
        stem(word)
        for word in _WORD.findall(plain)
        if word.removesuffix("'s") not in _LIGHT and len(stem(word)) >= _LEAST
    }


def content_words(words: str) -> set[str]:
    """The words of a stretch that say what it is of, as printed: short ones too."""
    plain = _CHANGE.sub(" ", re.sub(f"[{QUANTITY}{WHEN}]", " ", words.lower()))
    return {
        word
        for word in _WORD.findall(plain)
        if word.removesuffix("'s") not in _LIGHT and len(word) >= _LEAST - 1
    }


_LEAST = 4
_DONE = re.compile(r"\b[a-z]+ed\b")


def of_their_own(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether each of two clauses names a thing that the other does not, what was done apart."""
    undone = _DONE.sub(lambda match: " " * len(match.group()), text)
    return bool(new_words(undone, one)) and bool(new_words(undone, other))


def stem(word: str) -> str:
    """What a word and its other forms have in common, so far as letters tell."""
    return re.sub(r"(?:'s|ing|ed|es|s)$", "", word)[:7]
