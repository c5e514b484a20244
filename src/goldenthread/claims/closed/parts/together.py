"""A number told as what others make together that they do not: "£410 and £290, £790 between them".

What words of a closed class call all of them ("in all", "together", "a total of") is made of the
numbers that stand with it, of one noun or of none; where any two or more of these make it, nothing
is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.closed.parts.meant import makes, slips_in
from goldenthread.claims.closed.parts.rows import PASSING
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, MONEY, QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.unmade import Unmade

_AMOUNT = f"[{COUNT}{MONEY}]"
_GAP = f"[^{QUANTITY}.;:]"
_ALL = r"(?:in all|in total|altogether|all told|between them|together|combined)"
_NOUN = r"(?: [a-z'-]+){0,3}?"
# "790 in all", "a total of 790", "came to 790": after what it is made of.
_AFTER = re.compile(
    rf"(?P<a>{_AMOUNT}){_NOUN},? {_ALL}\b"
    rf"|\btotal(?: of| was| is| came to|ling|led)? (?P<b>{_AMOUNT})"
    rf"|\b(?:making|giving|make|made|gives?|gave|came to|comes? to|adds? up to|added up to)"
    rf"(?: a| up| an?)* (?P<c>{_AMOUNT})"
)
_LEADS = re.compile(rf"(?:^|[,;:] |\band ){_ALL},? ")
# "In total, 790 families": of what the sentence before tells.
_NEXT = re.compile(
    rf"^(?:{_ALL}|(?:the|this|that|these|they) (?:total|sum|makes?|made|comes? to|came to)"
    rf"|taken together),?{_GAP}{{0,30}}?(?P<d>{_AMOUNT})"
    rf"|^at (?P<at>{_AMOUNT}), (?:the |our )?(?:total|overall|combined)\b"
)
_FURTHER = re.compile(rf"\b(?:a further|another|an additional) (?P<more>{_AMOUNT})")
_OTHERWISE = re.compile(
    r"\b(?:of (?:whom|which|these|those|them)|average\w*|per|at least|expect\w*|target|plan\w*|"
    r"would|could|net|difference|than|rose|fell|increase\w*|include\w*|including|"
    r"as well as|not counting|exclud\w+|apart from)\b"
)
_OF_THESE = re.compile(r"(?:^|(?<=[.;] ))(?:of|among) (?:these|those|them)\b")  # what is parted
_NEAR, _MOST, _LARGE = Fraction(1, 5), 8, 100


def unmade_together(reading: Reading) -> Iterator[Unmade]:
    """Every number told as what those beside it make together, and they do not."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        if not sentence.quantities:
            continue
        before = sentences[at - 1] if at else None
        if before is not None and before.passage is not sentence.passage:
            before = None
        found = _within(sentence)
        if found is None and before is not None:
            found = _of_those_before(before, sentence)
        if found is None:
            found = _of_a_further(sentences[max(0, at - _WINDOW) : at], sentence)
        if found is not None and not _is_told(sentences[max(0, at - 2) : at + 2], found):
            yield found


_WINDOW = 4


def _within(sentence: Sentence) -> Unmade | None:
    skeleton = skeleton_of(sentence.text)
    text = PASSING.sub("", skeleton.text)
    for match in _AFTER.finditer(text):
        slot = match["a"] or match["b"] or match["c"]
        start = text.index(slot)
        lead = text[:start]
        if match["c"] and not (_LEADS.search(lead) or lead.rstrip().endswith(("making", "giving"))):
            continue
        if found := _made(sentence, skeleton, lead, slot, text):
            return found
    return None


def _of_those_before(before: Sentence, sentence: Sentence) -> Unmade | None:
    skeleton = skeleton_of(f"{before.text} {sentence.text}")
    text = PASSING.sub("", skeleton.text)
    cut = len(PASSING.sub("", skeleton_of(before.text).text)) + 1
    match = _NEXT.match(text[cut:])
    if match is None:
        return None
    return _made(sentence, skeleton, text[:cut], match["d"] or match["at"], text)


def _made(sentence: Sentence, skeleton: Skeleton, lead: str, slot: str, text: str) -> Unmade | None:
    """What the numbers of ``lead`` should make, where they miss it by a slip."""
    whole = skeleton.quantity(slot)
    parts = [skeleton.quantity(each) for each in re.findall(f"[{QUANTITY}]", lead)]
    parts = [
        each
        for each in parts
        if each.measure is not Measure.DURATION and any(one.isdigit() for one in each.text)
    ]
    if _OTHERWISE.search(_OF_THESE.sub("", text)) or any(
        each.measure is not whole.measure for each in parts
    ):
        return None
    return _unmade(sentence, whole, parts)


def _of_a_further(before: Sequence[Sentence], sentence: Sentence) -> Unmade | None:
    """What so many things and so many further ones of that noun make, told next."""
    skeleton = skeleton_of(sentence.text)
    match = _NEXT.match(skeleton.text)
    if match is None or not match["d"]:
        return None
    whole = skeleton.quantity(match["d"])
    noun = _last(whole)
    parts: list[Quantity] = []
    further = False
    for each in before:
        if each.passage.section != sentence.passage.section:
            continue
        told = skeleton_of(each.text)
        added = {found["more"] for found in _FURTHER.finditer(told.text)}
        for one in told.quantities:
            if noun and _last(one) == noun and one.measure is Measure.COUNT:
                parts.append(one)
                further = further or any(told.quantity(slot) is one for slot in added)
    return _unmade(sentence, whole, parts, sure=True) if further else None


def _last(quantity: Quantity) -> str:
    words = re.findall(r"[a-z]+", quantity.noun.lower())
    return stem(words[-1]) if words else ""


def _unmade(
    sentence: Sentence, whole: Quantity, parts: Sequence[Quantity], *, sure: bool = False
) -> Unmade | None:
    """The whole where the parts miss it; ``sure`` where no slip need show that they are its."""
    if not 1 < len(parts) <= _MOST or whole.value < _LARGE:
        return None
    if any(each.hedge is not Hedge.NONE for each in (whole, *parts)):
        return None
    made = sum((each.value for each in parts), Fraction(0))
    if any(not 0 < each.value < whole.value for each in parts) or makes(parts, whole):
        return None
    if abs(made - whole.value) > whole.value * _NEAR or not (sure or slips_in(whole, parts)):
        return None
    return Unmade(sentence=sentence, whole=whole, parts=tuple(parts))


def _is_told(around: Sequence[Sentence], found: Unmade) -> bool:
    """Whether a number near by is what is missing, so that it may be counted too."""
    missing = abs(found.whole.value - found.made)
    known = [each.value for each in found.parts]
    return any(
        each.value == missing and each.value not in known and each.measure is found.whole.measure
        for sentence in around
        for each in sentence.quantities
    )
