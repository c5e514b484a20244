"""The lists of values that stand in prose: in a sentence, over a paragraph, over its bullets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.in_text import series_in, text_series
from goldenthread.claims.orders.values.labels import tokens
from goldenthread.claims.orders.values.leaders import LEFT_OVER, leader
from goldenthread.claims.orders.values.model import Point, Series

_AFTERWARDS = 2  # so many passages on, a list may still be spoken of
_LONGEST_ITEM = 160
_FEWEST = 3
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A list with where it stands: ``source`` is its sentence, or the last of several.

    ``words`` are those it is told in, headings included; ``ends`` the passage it ends in; ``parts``
    the sentences of a list told over several; ``first`` the value told before the rest of it.
    """

    series: Series
    source: Sentence
    words: str
    ends: int
    parts: tuple[Sentence, ...] = ()
    first: Point | None = None

    def with_first(self) -> "Known":
        """The list with the value that comes first in it and is told before it.

        What is left over, "all other types 11%", has no place in the order.
        """
        if self.first is None:
            return self
        named = (each for each in self.series.points if not LEFT_OVER.fullmatch(each.label))
        points = (self.first, *named)
        return replace(self, series=replace(self.series, points=points), first=None)

    def tells(self, sentence: Sentence) -> bool:
        """Whether the sentence is the one, or one of those, that the list stands in."""
        return self.source is sentence or any(part is sentence for part in self.parts)


def known_lists(sentences: Sequence[Sentence], longest: int) -> list[Known]:
    """Every list of values of one file's sentences, in the order in which they end."""
    found: list[Known] = []
    passages = [list(each) for _, each in groupby(sentences, key=lambda one: id(one.passage))]
    for passage in passages:
        for before, sentence in pairwise((None, *passage)):
            if sentence and len(sentence.text) <= longest:
                found += [
                    Known(
                        series=series,
                        source=sentence,
                        words=f"{sentence.text} {sentence.passage.section}",
                        ends=sentence.passage.order,
                        first=leader(before, sentence, series) if before else None,
                    )
                    for series in text_series(sentence)
                ]
        if len([each for each in passage if each.quantities]) > 1:
            found += _joined(passage, " ", passage[0].passage.section)
    for lead, items in _bullets(passages):
        found += _joined(items, "; ", lead)
    return found


def _bullets(passages: list[list[Sentence]]) -> Iterator[tuple[str, list[Sentence]]]:
    """Runs of short passages of one sentence with a number each, with what leads them in."""
    run: list[Sentence] = []
    lead = ""
    for passage in [*passages, []]:
        one = passage[0] if passage else None
        fits = (
            one is not None
            and len(passage) == 1
            and 1 <= len(one.quantities) <= 3
            and len(one.text) <= _LONGEST_ITEM
            and not one.passage.heading
            and (not run or one.passage.order == run[-1].passage.order + 1)
        )
        if fits and one:
            run.append(one)
            continue
        if len(run) >= _FEWEST:
            yield lead, run
        lead = " ".join(each.text for each in passage)
        run = []


def _joined(sentences: list[Sentence], joint: str, lead: str) -> Iterator[Known]:
    """The lists that several sentences make together, one value or so in each."""
    text, quantities = "", []
    for sentence in sentences:
        piece = sentence.text.rstrip(" ;,.") if joint != " " else sentence.text
        start = len(text) + (len(joint) if text else 0)
        text = f"{text}{joint}{piece}" if text else piece
        quantities += [_moved(each, start) for each in sentence.quantities]
    digits = [each for each in quantities if each.text[:1].isdigit() or each.text[:1] in "£$€.−-"]
    for series in series_in(text, digits):
        inside = [s for s in sentences if any(point.printed in s.text for point in series.points)]
        if len(inside) < 2 or not _of_one_thing(series, quantities) or _of_its_own(series):
            continue
        if joint == " " and not all(p.moment or p.label[:1].isupper() for p in series.points):
            continue  # a common noun in running text may be anything
        last = inside[-1]
        yield Known(
            series=replace(series, name=f"{lead} {series.name}".strip()),
            source=last,
            words=f"{lead} {text} {last.passage.section}",
            ends=last.passage.order,
            parts=tuple(inside),
        )


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _of_one_thing(series: Series, quantities: Sequence[Quantity]) -> bool:
    """Whether the nouns after the values, where there are some, name one thing."""
    printed = {point.printed for point in series.points}
    nouns = [
        {token.word[:_STEM] for token in tokens(each.noun)}
        for each in quantities
        if each.text in printed and each.noun
    ]
    return all(one & other for one, other in pairwise(nouns))


def _of_its_own(series: Series) -> bool:
    """Whether a value is of something that another's name has: "Elm 18; Elm's waiting list 14"."""
    names = [point.label.replace("’", "'") for point in series.points]
    return any(other.startswith(f"{name}'s ") for name in names for other in names)


def spoken_of(known: Sequence[Known], sentence: Sentence) -> list[Known]:
    """The lists that a sentence may speak of, its own last: those told in or just before it."""
    order = sentence.passage.order
    return [
        each
        for each in known
        if each.tells(sentence)
        or (
            each.ends <= order <= each.ends + _AFTERWARDS
            and (each.ends < order or _before(each.source, sentence))
        )
    ]


def _before(source: Sentence, sentence: Sentence) -> bool:
    """Whether of two sentences of one passage the first comes first."""
    if source.passage is not sentence.passage:
        return True
    return _number(source) < _number(sentence)


def _number(sentence: Sentence) -> int:
    _, _, number = sentence.locator.partition(", sentence ")
    return int(number) if number.isdigit() else 1
