"""Finds the sayings of a text: each number that is said of one thing, with its time and unit."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.context import is_general, is_theme, lead_ins, proper_names
from goldenthread.claims.sayings.model import Saying, When
from goldenthread.claims.sayings.pieces import Piece, is_entry, pieces_of
from goldenthread.claims.sayings.synonyms import settled
from goldenthread.claims.sayings.times import of_time, relative, without_relative, year_back
from goldenthread.claims.sayings.told_of import base_of, said_of, the_number
from goldenthread.claims.sayings.words import GENERIC_STEMS, WORD, content

_NEW_SUBJECT = ("and", "but", "while", "whilst", "whereas", "although")
_YEAR = 360  # days
_LONGEST = 16  # words of what a colon parts from its number


@dataclass(slots=True)
class _Clause:
    """What is known so far of the clause that is being read."""

    words: frozenset[str] = frozenset()  # of labels and "among girls,"
    whens: list[When] = field(default_factory=list)
    subject: frozenset[str] = frozenset()  # of the last piece that had words
    subject_base: str = ""
    when: When | None = None  # of the last number told
    told: list[Saying] = field(default_factory=list)
    unclear: bool = False  # "Of these, ...", "A year later, ..."


def sayings_in(sentence: Sentence) -> list[Saying]:
    """What a sentence says of each of its numbers, those left out whose words are not plain."""
    if not sentence.quantities or sentence.text.rstrip(" )”’\"'").endswith("?"):
        return []
    if is_entry(sentence):
        return list(_entry(sentence))
    pieces = pieces_of(sentence)
    found: list[Saying] = []
    clause = _Clause()
    label = _Clause()
    for at, piece in enumerate(pieces):
        if piece.opens == ";" or piece.opens in (".", "!", "?"):
            found += clause.told
            clause = _Clause(words=label.words, whens=list(label.whens))
        following = pieces[at + 1].opens if at + 1 < len(pieces) else ""
        if following == ":" and _is_subject(piece, pieces[at + 1]):
            clause.subject |= content(without_relative(piece.without(piece.times)))
            if when := _own_time(piece):
                clause.whens.append(when)
        elif piece.quantities:
            after = pieces[at + 1] if following == "to" else None
            clause.told += _told(sentence, piece, clause, after)
        elif following == ":":
            if piece.is_label:
                again = at + 2 < len(pieces) and pieces[at + 2].opens == ":"
                theme = again or _is_theme_of(piece, pieces[at + 1])
                _hold(label, piece, words=not theme)
                clause = _Clause(label.words, list(label.whens), label.words)
        else:
            _beside(piece, clause, following)
    found += clause.told
    return [each for each in found if each.words]


def _entry(sentence: Sentence) -> Iterator[Saying]:
    """An entry of a list of figures, "1,651: Plans, Luton, 2023-24": its whole label is its name.

    One without a colon or a time is passed over: what tells it from others may stand elsewhere.
    """
    one = sentence.quantities[0]
    label = sentence.text[one.end :]
    after = [each for each in sentence.times if each.start > one.end]
    if label.startswith(":") and after:
        words = frozenset((" ".join(label.casefold().split()),))
        yield Saying(sentence=sentence, quantity=one, words=words, when=of_time(after[-1]))


def _is_subject(piece: Piece, after: Piece) -> bool:
    """Whether a number after a colon is told of what stands before it: "Calls to 101: 2,683"."""
    words = content(without_relative(after.bare))
    return bool(after.quantities) and not words and len(WORD.findall(piece.text)) <= _LONGEST


def _is_theme_of(label: Piece, after: Piece) -> bool:
    """Whether a label says only what is spoken of: "Foreword: ...", "Training: 412 people took"."""
    if is_general(label.bare):
        return True
    clause = bool(after.quantities) and len(after.words) > 1
    return clause and not label.times and is_theme(label.bare)


def _hold(clause: _Clause, piece: Piece, *, words: bool = True) -> None:
    """What a piece without a number adds to the pieces after it: its time, and its words."""
    if words:
        clause.words |= content(without_relative(piece.bare))
    if when := _own_time(piece):
        clause.whens.append(when)


def _beside(piece: Piece, clause: _Clause, following: str) -> None:
    """A piece without a number: it narrows what is said, is its subject, or is passed over."""
    if patterns.PART.match(piece.text):
        clause.unclear |= not clause.told
        return
    if clause.told and piece.opens == "," and patterns.REMARK.match(piece.text):
        return
    words = content(without_relative(piece.bare))
    narrows = (piece.is_restrictive and not patterns.WITH.match(piece.text)) or not words
    if clause.told and piece.opens in _NEW_SUBJECT:
        clause.subject = words or clause.subject
    elif clause.told and (piece.opens == "(" or (piece.opens == "," and narrows)):
        last = clause.told[-1]
        doubt = (
            patterns.NO_SAYING if piece.is_restrictive or piece.opens == "(" else patterns.STANDING
        )
        if doubt.search(piece.text):
            clause.told.pop()
            return
        when = _own_time(piece)
        clause.told[-1] = replace(
            last,
            words=settled(last.words | words),
            when=when if when and not last.when.said else last.when,
        )
    elif not clause.told:
        clause.unclear |= bool(patterns.THEN.search(piece.text))
        short = following == "," and patterns.ADVERB.fullmatch(piece.text.strip())
        if words and (piece.is_restrictive or short or patterns.IN_THAT_CASE.match(piece.text)):
            _hold(clause, piece)
        elif clause.subject and piece.opens == "," and patterns.OF_THE_SUBJECT.match(piece.text):
            clause.subject |= words
        else:
            clause.subject = words or clause.subject
            if when := _own_time(piece):
                clause.whens.append(when)


def _own_time(piece: Piece) -> When | None:
    """The one time a piece names, None where it names none or several."""
    if len(piece.times) == 1:
        return of_time(piece.times[0], piece.text[: piece.times[0].start - piece.start])
    back = relative(piece.text) if not piece.times else None
    return None if back is None else When(years_back=back)


def _told(sentence: Sentence, piece: Piece, clause: _Clause, after: Piece | None) -> list[Saying]:
    one = the_number(sentence.text, piece)
    bare = said_of(piece, one)
    plain = patterns.REPORTED.sub(" ", bare)
    own = content(without_relative(patterns.OURS.sub(" ", plain)))
    own = own if len(own) > 1 else content(without_relative(plain))  # "our volunteers gave hours"
    if one and own and own <= GENERIC_STEMS and patterns.REACHED.search(sentence.text[: one.start]):
        own |= {"reach"}
    reference = bool(patterns.THAN.match(piece.opens))
    if own and piece.opens == "," and patterns.OF_THE_SUBJECT.match(piece.text):
        own |= clause.subject
    inherits = not own and (reference or piece.opens in ("to", ",") or not clause.told)
    # "310 loans in 2022/23 and 402 loans in 2023/24": who gave them is said once.
    shares = piece.opens in ("and", "but", ",") and own < clause.subject and len(piece.times) == 1
    words = clause.subject if inherits or shares else own
    if one and clause.told and not inherits and patterns.ELLIPTIC.fullmatch(_said_with(piece, one)):
        words = own | clause.told[0].words
    base = base_of(sentence.text, one) if one else ""
    if own and not reference and not shares:
        clause.subject, clause.subject_base = own, base
    if one is None or not words or patterns.NO_SAYING.search(bare) or piece.opens == "(":
        return []
    if clause.unclear or (reference and own):
        return []
    when = _when_before(piece, clause, after) if reference else _when(sentence, piece, clause)
    if when is None:
        return []
    if not reference:
        clause.when = when
    return [
        Saying(
            sentence=sentence,
            quantity=one,
            words=settled(words | clause.words),
            when=when,
            base=clause.subject_base if inherits else base,
            vague=bool(patterns.PRONOUN.match(piece.text)),
            inferred=inherits and not _is_plain(piece, clause),
        )
    ]


def _said_with(piece: Piece, one: Quantity) -> str:
    """The words of a piece with its number as "#"."""
    at, end = one.start - piece.start, one.end - piece.start
    return f"{piece.text[:at]}#{piece.text[end:]}"


def _is_plain(piece: Piece, clause: _Clause) -> bool:
    """Whether a number without words of its own is plainly told of the words before.

    So it is after a colon ("Calls: 310"), set off by commas ("the number of calls in May, 310,"),
    and with a time of its own ("from 310 in May to 412 in June").
    """
    if piece.opens == ",":
        return not clause.told and not WORD.search(patterns.JOINING.sub(" ", piece.bare))
    return piece.opens == ":" or len(piece.times) == 1


def _when_before(piece: Piece, clause: _Clause, after: Piece | None) -> When | None:
    """The time of a number that another is compared with, None where it cannot be told.

    "From 17% to 25% in 2023/24" is taken to begin the year before.
    """
    if len(piece.times) > 1:
        return None
    own = _own_time(piece)
    if own is not None and own.explicit:
        return own
    main = clause.when or (clause.whens[-1] if clause.whens else None)
    if own is not None:
        return year_back(main or When(years_back=0)) if own.years_back else None
    main = (_own_time(after) if after else None) or main
    if after is None or main is None or main.first is None or main.last is None:
        return None
    return year_back(main) if (main.last - main.first).days >= _YEAR else None


def _when(sentence: Sentence, piece: Piece, clause: _Clause) -> When | None:
    """The time of a number: its own, its clause's, the sentence's only one; None where unclear."""
    if len(piece.times) > 1:
        return None
    if own := _own_time(piece):
        return own
    if clause.whens:
        return clause.whens[0] if len(clause.whens) == 1 else None
    if piece.opens in ("to", "and", "but", ",") and clause.when is not None:
        return clause.when if len(sentence.times) <= 1 else None
    if len(sentence.times) == 1:
        return of_time(sentence.times[0], sentence.text[: sentence.times[0].start])
    return None if sentence.times else When(years_back=0, said=False)


def every_saying(reading: Reading) -> tuple[Saying, ...]:
    """What every sentence of a reading says, in order, headings left out; found once.

    Each comes with what it stands under: its heading, the lead-in of its list, and the names in
    the sentences before it in its passage.
    """
    return reading.once(_every_saying)


def _every_saying(reading: Reading) -> Iterator[Saying]:
    leads = lead_ins(reading)
    names: frozenset[str] = frozenset()
    before: Sentence | None = None
    for sentence in reading.sentences:
        passage = sentence.passage
        if before is None or before.passage is not passage:
            names = frozenset()
        if not passage.heading:
            for saying in sayings_in(sentence):
                yield replace(
                    saying,
                    under=leads.get((sentence.file, passage.order), frozenset()),
                    around=names,
                )
        if not is_general(sentence.text.rstrip(" .:")):
            names |= proper_names(sentence.text)
        before = sentence
