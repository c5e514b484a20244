"""Wholes told in prose and bullets, with the lists that are said to make them and do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.intervals import Interval, some_make
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import Skeleton, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes import asked_lists, dealt_out, loosely_tied, outcomes
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.bracketed import in_brackets
from goldenthread.claims.wholes.listed import amounts, listed
from goldenthread.claims.wholes.two_dealt import two_of_these
from goldenthread.claims.wholes.unmade import Unmade

# So many times the whole the parts may make, where words tie the two, and where they only stand
# together: farther off, something else is meant.
_NEAR, _NEARER = Fraction(4, 3), Fraction(6, 5)
_A_LITTLE = 2  # of few things, one or two too many is no great part of a slip
_BULLET = 130
_LEAD = 350


def unmade(reading: Reading) -> tuple[Unmade, ...]:
    """Every whole in prose and bullets that its list does not make; found once."""
    return reading.once(_unmade)


def _unmade(reading: Reading) -> Iterator[Unmade]:
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else None
        if before is not None and before.passage is not sentence.passage:
            before = None
        found = _within(sentence) or (before and _across(before, sentence))
        if not found and cues.LEADS.search(sentence.text):
            found = _of_bullets(before, sentence, sentences[at + 1 : at + 14])
        found = found or _loosely(sentences, at, before)
        after = at + 1
        if cues.LEADS.search(sentence.text):
            after += len(_items(sentences[after : after + 13], sentence.passage))
        if found and not _goes_on(found, sentences[after : after + 1]):
            yield found


def _loosely(sentences: Sequence[Sentence], at: int, before: Sentence | None) -> Unmade | None:
    """A whole and its list that are tied by less than "made up of"."""
    sentence = sentences[at]
    told, teller = loosely_tied.within(sentence), sentence
    if not told and before:
        told, teller = loosely_tied.across(before, sentence), before
    beside = [
        each for each in sentences[max(0, at - 1) : at + 2] if each.passage is sentence.passage
    ]
    if not told:
        told, teller = dealt_out.within(sentence, beside), sentence
    if not told and before:
        told, teller = dealt_out.across(before, sentence, beside), before
    if not told and at and dealt_out.follows_item(sentences[at - 1], sentence):
        told, teller = dealt_out.across(sentences[at - 1], sentence, beside), sentences[at - 1]
    if not told:
        told, teller = in_brackets(sentence), sentence
    if not told:
        told = two_of_these(before, sentence)
        here = told and any(told[0] is each for each in sentence.quantities)
        teller = sentence if here or not before else before
    if not told:
        told, teller = _by_outcome(sentences, at, before)
    if not told and sentence.text.endswith("?"):
        below = sentences[at + 1 : at + 16]
        told, teller = asked_lists.under_question(sentence, below), sentence
    if not told and cues.LEADS.search(sentence.text):
        lead = [
            each for each in sentences[max(0, at - 3) : at + 1] if each.passage is sentence.passage
        ]
        items = _items(sentences[at + 1 : at + 14], sentence.passage)
        told = loosely_tied.over_bullets(lead, items) if len(items) > 2 else None
        teller = lead[0] if told is None else _teller(lead, told[0])
    if not told and not before:
        items = _items(sentences[max(0, at - 13) : at][::-1], sentence.passage)[::-1]
        told = loosely_tied.after_bullets(items, sentence) if len(items) > 2 else None
        teller = sentence
    return Unmade(sentence=teller, whole=told[0], parts=told[1]) if told else None


def _by_outcome(
    sentences: Sequence[Sentence], at: int, before: Sentence | None
) -> tuple[loosely_tied.Found | None, Sentence]:
    """A whole and what became of it, in one sentence or in two."""
    sentence = sentences[at]
    after = " ".join(
        each.text for each in sentences[at + 1 : at + 4] if each.passage is sentence.passage
    )
    if found := outcomes.within(sentence, after):
        return found, sentence
    if before:
        return outcomes.across(before, sentence, after), before
    return None, sentence


def _items(sentences: Sequence[Sentence], beside: Passage) -> list[Sentence]:
    """The items of a list that stand one after another from beside a passage on."""
    found: list[Sentence] = []
    last = beside
    for each in sentences:
        if not loosely_tied.is_item(each) or abs(each.passage.order - last.order) != 1:
            break
        found.append(each)
        last = each.passage
    return found


def _teller(lead: Sequence[Sentence], whole: Quantity) -> Sentence:
    """The sentence that tells the whole."""
    return next(
        (each for each in lead if any(whole.text == one.text for one in each.quantities)), lead[-1]
    )


def _goes_on(found: Unmade, after: Sequence[Sentence]) -> bool:
    """Whether the sentence after a list that makes too little goes on with more parts of it."""
    return found.made < found.whole.value and any(cues.MORE.search(each.text) for each in after)


def _within(sentence: Sentence) -> Unmade | None:
    """A whole and its list in one sentence."""
    if len(sentence.quantities) < 4:
        return None
    skeleton = skeleton_of(sentence.text)
    for pattern, plain in cues.BEFORE:
        for match in pattern.finditer(skeleton.text):
            end = len(skeleton.text)
            if not plain:
                end = skeleton.text.index(")", match.end())
            parts = listed(skeleton, match.end(), end)
            whole = skeleton.quantity(match["whole"])
            many = match.groupdict().get("many")
            if parts and many and skeleton.quantity(many).value != len(parts):
                continue
            if parts and _fails(
                skeleton, whole, parts, (match.end(), end), _NEAR if plain else _NEARER
            ):
                return Unmade(sentence=sentence, whole=whole, parts=parts)
    for match in cues.AFTER.finditer(skeleton.text):
        slot = match["made"] or match["total"] or match["all"] or match["in"] or match["so"]
        start = match.start() + (skeleton.text[match.start()] == ")")
        parts = listed(skeleton, 0, start)
        whole = skeleton.quantity(slot)
        if parts and _fails(skeleton, whole, parts, (0, start), _NEAR, match.end()):
            return Unmade(sentence=sentence, whole=whole, parts=parts)
    return None


def _across(before: Sentence, sentence: Sentence) -> Unmade | None:
    """A whole in one sentence and its list in the other."""
    if len(before.quantities) + len(sentence.quantities) < 4:
        return None
    if not before.quantities or not sentence.quantities:
        return None
    skeleton = skeleton_of(f"{before.text} {sentence.text}")
    since = len(skeleton_of(before.text).text) + 1
    total = cues.NEXT.match(skeleton.text, since)
    if total:
        parts = listed(skeleton, 0, since)
        whole = skeleton.quantity(total["whole"])
        if parts and _fails(skeleton, whole, parts, (0, since), _NEARER, total.end()):
            return Unmade(sentence=sentence, whole=whole, parts=parts)
    follows = cues.FOLLOWS.match(skeleton.text, since)
    told = list(amounts(skeleton, 0, since))
    if follows and len(told) == 1:
        parts = listed(skeleton, follows.end(), len(skeleton.text))
        span = follows.end(), len(skeleton.text)
        if parts and _fails(skeleton, told[0], parts, span, _NEARER):
            return Unmade(sentence=before, whole=told[0], parts=parts)
    return None


def _of_bullets(
    before: Sentence | None, lead: Sentence, after: Sequence[Sentence]
) -> Unmade | None:
    """A whole in what leads to a list of bullets, and one part in each of them."""
    bullets: list[Sentence] = []
    last: Passage = lead.passage
    for each in after:
        passage = each.passage
        if passage is last or passage.heading or passage.order != last.order + 1:
            break
        if len(passage.text) > _BULLET or passage.text != each.text:
            break
        if bullets and not each.quantities:
            return None  # an item without a number, so that the list is not all numbered
        bullets.append(each)
        last = passage
    teller = lead if lead.quantities else before
    if teller is None or len(bullets) < 3 or len(teller.text) + len(lead.text) > _LEAD:
        return None
    head = teller.text if teller is lead else f"{teller.text} {lead.text}"
    start = len(skeleton_of(head).text)
    items = "; ".join(each.text.rstrip(" .;,") for each in bullets)
    skeleton = skeleton_of(f"{head} {items}")
    told = list(amounts(skeleton, 0, start))
    parts = listed(skeleton, start, len(skeleton.text), apart=True)
    if len(told) != 1 or parts is None or len(parts) != len(bullets):
        return None
    if _fails(skeleton, told[0], parts, (start, len(skeleton.text)), _NEARER):
        return Unmade(sentence=teller, whole=told[0], parts=parts)
    return None


def _fails(
    skeleton: Skeleton,
    whole: Quantity,
    parts: tuple[Quantity, ...],
    span: tuple[int, int],
    near: Fraction,
    end: int | None = None,
) -> bool:
    """Whether no values that round to what is printed make the whole of the parts, though near.

    The list is all of ``span``; ``end`` is where whole and list have
    both been told, if that is not the end of the text.
    """
    said = cues.without_asides(skeleton.text, *span)[:end]
    if cues.NOT_ALL.search(said) or whole.hedge is not Hedge.NONE:
        return False
    if whole.measure is not parts[0].measure or any(part.value >= whole.value for part in parts):
        return False
    size, *sizes = _rounded_alike((whole, *parts))
    beside = [
        each.interval
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if each.measure is whole.measure and each is not whole and not span[0] <= at < span[1]
    ]
    made = sizes[0]
    for number, each in enumerate(sizes[1:], start=2):
        made += each
        if made.meets(size) or (number == len(sizes) and _with_others(made, size, beside)):
            return False  # the whole is that of the first few, or something beside is in it
    if end is not None and some_make(sizes, size):
        return False  # "64 rooms, with 61 wardens and 12 cooks, 73 staff in all"
    exact = sum((part.value for part in parts), Fraction(0))
    far = max(exact, whole.value) > min(exact, whole.value) * near
    return not far or abs(exact - whole.value) <= _A_LITTLE


def _with_others(made: Interval, whole: Interval, beside: Sequence[Interval]) -> bool:
    """Whether a number told beside the list makes up the difference."""
    return any((made + each).meets(whole) or (made - each).meets(whole) for each in beside)


def _rounded_alike(told: Sequence[Quantity]) -> list[Interval]:
    """Each one's values, where some may be printed less exactly than the others."""
    decimals = max(each.decimals for each in told)
    if decimals and told[0].measure is Measure.COUNT:
        told = [
            each if each.decimals else replace(each, interval=Interval.rounded(each.value, 0))
            for each in told
        ]
    noughts = min(_noughts(each.value) for each in told)
    if told[0].measure is Measure.MONEY and noughts >= _MONEY_ROUNDED:
        return [
            each.interval
            if each.interval.high - each.interval.low > 1
            else Interval.rounded(each.value, -noughts)
            for each in told
        ]
    return [each.interval for each in told]


_MONEY_ROUNDED = 2


def _noughts(value: Fraction) -> int:
    digits = str(abs(value))
    return 0 if "/" in digits else len(digits) - len(digits.rstrip("0"))
