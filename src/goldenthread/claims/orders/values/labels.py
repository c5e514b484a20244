"""Labels of rows and columns found in sentences: plural or not, short forms, "overall"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.language.number_words import SMALL

_WORD = re.compile(r"\d+(?:[,./–-]\d+)*|[A-Za-z]+(?:['’&-][A-Za-z]+)*|&")
_BRACKETED = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_SHORT_FORM = re.compile(r"((?:[A-Za-z][\w’'-]*[\s-]+){2,7})\(([A-Z][A-Za-z]*[A-Z]s?)\)")
_QUALIFIED = re.compile(r"\s+(?:within|as\s+at|as\s+of|at\s+(?:the\s+)?(?:end|\d)|on\s+\d)\b")
_WHOLE = frozenset({"all", "overall", "total"})
_OWN = frozenset({"my", "our", "your"})  # "My parents" may be told as their parents
_FEW = 6


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: ``word`` in lower case and singular, with its place."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A label found: which of the lines, and where in the tokens and the text."""

    line: int
    first: int
    last: int
    start: int
    end: int
    bare: bool = False  # "contacts" for "All contacts"


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, singular and in lower case; "twelve-hour" is read as "12-hour" is."""
    return tuple(each for match in _WORD.finditer(text) for each in _tokens(match))


def _tokens(match: re.Match[str]) -> Iterator[Token]:
    number, _, rest = match.group().partition("-")
    if rest and (value := SMALL.get(number.lower())) is not None:
        end = match.start() + len(number)
        yield Token(str(value), match.start(), end)
        yield Token(singular(rest), end + 1, match.end())
    else:
        yield Token(singular(match.group()), match.start(), match.end())


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A word in lower case without its plural: contacts, agencies, abuses."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return "and" if low == "&" else low


def words_of(text: str) -> tuple[str, ...]:
    """The words alone."""
    return tuple(token.word for token in tokens(text))


def short_forms(texts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Abbreviations the texts define, as "Domestic Violence (DV)": dv is domestic violence."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _SHORT_FORM.finditer(text):
            letters = match[2].rstrip("s").lower()
            words = words_of(match[1])[-len(letters) :]
            if "".join(word[0] for word in words) == letters:
                found[singular(match[2])] = words
    return found


def forms_of(label: str, is_whole: bool) -> list[tuple[tuple[str, ...], bool]]:
    """The ways a label may be said, longest first, and whether the form is bare of its "all"."""
    forms = {words_of(label): False, words_of(_BRACKETED.sub(" ", label)): False}
    if (own := words_of(label))[:1] and own[0] in _OWN:
        forms[own[1:]] = False
    if cut := _QUALIFIED.search(label):
        forms[words_of(label[: cut.start()])] = False
    for inner in _BRACKETED.findall(label):
        if inner.isupper() and len(inner) <= _FEW:
            forms[words_of(inner)] = False
    if is_whole:
        for words in [*forms]:
            rest = tuple(word for word in words if word not in _WHOLE)
            if rest and len(rest) < len(words):
                for lead in _WHOLE:
                    forms.setdefault((lead, *rest), False)
                    forms.setdefault((*rest, lead), False)
                forms.setdefault(("total", "number", "of", *rest), False)
                forms.setdefault(rest, True)
            elif not rest:
                forms.setdefault(("overall", "total"), False)
    kept = [(words, bare) for words, bare in forms.items() if words and not _too_plain(words)]
    return sorted(kept, key=lambda each: -len(each[0]))


def _too_plain(words: tuple[str, ...]) -> bool:
    return all(len(word) < 2 and not word.isdigit() for word in words)


def alike(one: str, other: str) -> bool:
    """Whether two words are one but for their ending: violent and violence."""
    if one == other:
        return True
    return (
        min(len(one), len(other)) >= _FEW
        and one[:_FEW] == other[:_FEW]
        and abs(len(one) - len(other)) <= 2
        and not one[0].isdigit()
    )


def mentions(
    text: str,
    labels: tuple[tuple[str, bool], ...],
    short: dict[str, tuple[str, ...]] | None = None,
    *,
    loose: bool = False,
) -> list[Mention]:
    """Every label named in the text, the longest where two overlap, in order.

    ``labels`` are the printed labels, each with whether it is a total; ``short`` the abbreviations
    in use. ``loose`` lets words differ in their ending.
    """
    words = tokens(text)
    if not words:
        return []
    present = {token.word for token in words}
    stems = {word[:_FEW] for word in present}
    found: list[Mention] = []
    for line, (label, is_whole) in enumerate(labels):
        for form, bare in _forms(label, is_whole, tuple(sorted((short or {}).items()))):
            if form[0] not in present and not (loose and form[0][:_FEW] in stems):
                continue
            size = len(form)
            for place in range(len(words) - size + 1):
                same = all(
                    words[place + step].word == word
                    or (loose and alike(words[place + step].word, word))
                    for step, word in enumerate(form)
                )
                start, end = words[place].start, words[place + size - 1].end
                said = f" {text[start:end].lower()} "
                if same and not (bare and said not in f" {label.lower()} "):
                    found.append(Mention(line, place, place + size - 1, start, end, bare))
    found.sort(key=lambda each: (each.first - each.last, each.bare, each.first))
    kept: list[Mention] = []
    for mention in found:
        if all(mention.last < other.first or mention.first > other.last for other in kept):
            kept.append(mention)
        elif any(
            (mention.first, mention.last) == (o.first, o.last)
            and mention.line != o.line
            and mention.bare == o.bare
            for o in kept
        ):
            kept.append(mention)  # two lines of one label: the caller sees that it is not plain
    return sorted(kept, key=lambda each: (each.first, each.line))


@lru_cache(maxsize=4096)
def _forms(
    label: str, is_whole: bool, short: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[tuple[str, ...], bool], ...]:
    forms = forms_of(label, is_whole)
    for abbreviation, words in short:
        for form, bare in list(forms):
            for place in range(len(form) - len(words) + 1):
                if form[place : place + len(words)] == words:
                    shorter = (*form[:place], abbreviation, *form[place + len(words) :])
                    forms.append((shorter, bare))
            if abbreviation in form:
                place = form.index(abbreviation)
                forms.append(((*form[:place], *words, *form[place + 1 :]), bare))
    return tuple(dict.fromkeys(forms))
