"""Whether a sentence quotes a table beyond doubt, though it does not say that it speaks of it."""

import re

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.values.labels import tokens
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.orders.words.vocabulary import DONE, FILL

_STEM = 5
_NEXT = 3  # a word straight after the number says which of them are counted
_FEW = 3
_OF = re.compile(r"\s+of\s+(?:(?:the|all|our|these|its|their)\s+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Who is spoken for, and what is done with what is counted: none of it says that only some are.
_TELLING = _words(
    """
    we us our ours they their it its the police council service team school force board trust
    charity staff county district area agency partnership hospital college library libraries
    fire made make sent send gave give given issued issue dealt deal handled handle answered
    held hold complete delivered deliver supported support helped help visited visit treated
    treat admitted admit spent spend spending earned earn raised raise paid pay cost employed
    employ granted grant end provided provide accounted account numbered totalled total
    achieved achieve scored score met passed pass generated produced produce processed process
    took taken take had has have was were is are stood reached attended attend responded
    respond carried undertook undertaken lent borrowed borrow sold sell bought buy logged log
    counted count noted reported report received receive recorded record contributed welcomed
    attracted drew served serve ran run brought bring contacted told only just still again now
    once alone even also most largest biggest smallest least main common number figure level
    there here then when while year month quarter period day old aged about around roughly
    some nearly almost over under more less fewer than exactly precisely set out above below
    shown shows show as see table fell rose dropped climbed grew slipped edged down up went
    gone increased decreased risen fallen to at in on of for by with from and or but first
    second third fourth next last per cent percent respectively followed missed miss beat
    exceeded short against compared them these those which whom it's itself done been being be
    result performance overall all frequent frequently commonest rarest popular busiest
    highest lowest greatest fewest leading stayed
    """
)
# What is done to some of them only ("were lost") is plain before the number alone.
_PLAIN = (FILL - DONE) | _TELLING
_BEFORE_TIME = re.compile(
    r"\b(?:last|previous|prior|preceding|past)\s+(?:year|month|quarter|term)|\b(?:year|month|"
    r"quarter|term)s?\s+(?:before|earlier|ago|previously)|\b(?:previously|formerly|used\s+to|"
    r"historically|originally|back\s+then|by\s+then|at\s+that\s+time|so\s+far|to\s+date|since|"
    r"until|"
    r"target|aim|goal|plan|budget|expected|forecast|would|could|might|may|should|if|will|next)\b",
    re.IGNORECASE,
)
_OTHER_END = re.compile(
    r"\b(?:from|than|against|compared\s+(?:with|to)|versus|above|below|on|beyond|past|like"
    r"|pass(?:ed|es|ing)|exceed(?:s|ed|ing)|topp(?:ed|ing)|broke(?:\s+through)?|clear(?:ed|ing)"
    r"|cross(?:ed|ing)|short\s+of)\s*"
    r"(?:(?:the|our|its|some|about|around|just|only)\s+)*$",
    re.IGNORECASE,
)
_PART_DAY = re.compile(
    r"\b(?:a|per|each|every)\s+(?:day|week|month|year|quarter|night|hour|time|head|session)\b|"
    r"\b(?:daily|weekly|monthly|yearly|annually|half|halves|weekend|night|average\w*|mean|"
    r"typical\w*|"
    r"alone|one\s+(?:day|week|month|night))\b",
    re.IGNORECASE,
)

# What holds for all that follows it in a sentence: "In the second half Repairs answered 88%".
SCOPE = re.compile(
    r"\b(?:(?:first|second|last|latter|other|final|opening|next)\s+(?:half|\w+\s+(?:weeks|months"
    r"|years)|quarter|month|year|week|term)|half-year|surveys?|surveyed|samples?|audit\w*|pilots?"
    r"|projections?|forecasts?|target|nationally|england|elsewhere|among|amongst|excluding)\b"
    r"|^\W*of\s+(?:those|these|them)\b",
    re.IGNORECASE,
)


# Who is counted may be called so whatever the table calls them.
ANYONE = _words("child person people young case pupil family patient resident client user student")


def is_plain(
    sentence: Sentence,
    quantity: Quantity,
    view: View,
    piece: tuple[int, int],
    how: str,
    earlier: str,
    *,
    dated: bool,
    slip: bool = False,
) -> bool:
    """Whether nothing in the piece of a sentence says that the number may be of something else.

    ``how`` is how its column is known; ``earlier`` the sentences before it in its passage;
    ``dated`` says that the piece names one of the table's times, ``slip`` that a slip of the hand
    explains the number, so that a word of which nothing is known does not matter.
    """
    text = sentence.text
    start, end = piece
    if quantity.hedge is not Hedge.NONE or not re.match(r"£? ?\d", quantity.text):
        return False
    if how in ("", "open"):
        return False
    named = (*view.rows, *view.columns)
    if any(
        not any(each.start <= match.start() < each.end for each in named)
        for match in _PART_DAY.finditer(text, start, end)
    ):
        return False
    if _leans_on_another(text, earlier, view):
        return False
    if is_other_end(text, quantity) or any(
        not {token.word for token in tokens(match.group())} <= view.known
        for match in SCOPE.finditer(text, 0, start)
    ):
        return False
    if dated:
        if _speaks_of_then(text[start:end], view):
            return False
    elif _speaks_of_then(text, view) or _speaks_of_then(earlier, view):
        return False
    return _adds_nothing(text, quantity, view, piece, slip)


_LEANING = re.compile(
    r"\W*(?:(?:for|in|at|among|of|by)\s[^,.;:]{1,40}?,?\s)?(?:it|they|this|that|these|those|its|"
    r"their|the (?:figure|rate|number|total|proportion|percentage|share|level))\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:^|[.!?]\s+)(?P<subject>(?:[^.!?]|[.](?=\d))*)[.!?]?\s*$")
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|can|may|does|did|rose|fell|stood|remains?|[a-z]+ed)\b"
)


def _leans_on_another(text: str, earlier: str, view: View) -> bool:
    """Whether a sentence goes on about what the one before brought in, and no line of the table.

    As in "Training in first aid is reported separately. It stood at 87% for the division".
    """
    before = _LAST.search(earlier)
    verb = before and _VERB.search(before["subject"])
    if not before or not verb or not _LEANING.match(text):
        return False
    subject = before["subject"][: verb.start()]
    stems = {word[:_STEM] for word in view.known}
    return not all(_is_known(each.word, 0, (), stems) for each in tokens(subject))


def is_other_end(text: str, quantity: Quantity) -> bool:
    """Whether a number is what another is held against: "from 300", "passed 300"."""
    return bool(_OTHER_END.search(text[max(0, quantity.start - 40) : quantity.start]))


def _speaks_of_then(text: str, view: View) -> bool:
    """Whether a text speaks of another time, or of hopes that are no line of the table."""
    return any(
        not {token.word for token in tokens(match.group())} <= view.known
        for match in _BEFORE_TIME.finditer(text)
    )


def _adds_nothing(
    text: str, quantity: Quantity, view: View, piece: tuple[int, int], slip: bool
) -> bool:
    named = (*view.rows, *view.columns)
    stems = {word[:_STEM] for word in view.known}
    unknown = [
        token
        for token in tokens(text)
        if piece[0] <= token.start < piece[1]
        and not quantity.start <= token.start < quantity.end
        and not _is_known(token.word, token.start, named, stems)
        and not (token.word in DONE and token.end <= quantity.start)
    ]
    if not unknown:
        return _is_counted(quantity, stems)
    of = _OF.match(text, quantity.end)  # "61.3% of breast patients" is of some of them
    next_to = (of.end() if of else quantity.end) + _NEXT
    beside = any(quantity.end <= token.start < next_to for token in unknown)
    return slip and not beside and len(unknown) <= _FEW and _is_counted(quantity, stems)


def adds_nothing(text: str, view: View, piece: tuple[int, int]) -> bool:
    """Whether a piece of a sentence has no word but the table's own and those of telling."""
    stems = {word[:_STEM] for word in view.known}
    named = (*view.rows, *view.columns)
    return all(
        _is_known(token.word, token.start, named, stems)
        for token in tokens(text)
        if piece[0] <= token.start < piece[1]
    )


def _is_known(word: str, start: int, named: tuple[Named, ...], stems: set[str]) -> bool:
    return (
        word in _PLAIN
        or word in ANYONE
        or word[0].isdigit()
        or word[:_STEM] in stems
        or any(each.start <= start < each.end for each in named)
    )


def _is_counted(quantity: Quantity, stems: set[str]) -> bool:
    """Whether what is said to be counted is what the table counts."""
    if quantity.measure is not Measure.COUNT or not quantity.noun:
        return True
    return any(
        token.word in ANYONE or token.word[:_STEM] in stems for token in tokens(quantity.noun)
    )
