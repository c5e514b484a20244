"""Words by which a percentage is of no part and whole, though two counts stand beside it.

It is another time's ("a fall from 52%"), its part is a change ("16 more than in 2011, or 4.5%") or
part and whole are told side by side, each in brackets of its own.
"""

import re

from goldenthread.claims.language.directions import NOUN, VERB
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import PERCENT, WHEN, Skeleton
from goldenthread.claims.shares.share_model import Share

# "A decline from 52% in the year before", "compared with 17%".
_HELD_AGAINST = re.compile(
    r"\b(?:from|than|compared (?:with|to)|versus|average of|target of) "
    r"(?:(?:the|just|only|about|some|around) )*$"
)
# "An increase of 16", "up by 16", "a further 16".
_BY_SO_MANY = re.compile(
    r"\b(?:(?:increase|rise|growth|decrease|fall|drop|reduction|decline|change|difference)s? of|"
    r"(?:(?<!taken )(?<!signed )up|"
    r"down|rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|reduced)"
    r"(?: [a-z]+ly)? by) "
    r"(?:(?:about|some|around|just|only|nearly|almost) )*$"
)
# "Excises increase £720 or 0.4%", "a £138m, or 4.4%, increase": what rose, or fell, by so much.
_ROSE = re.compile(rf"\b(?:{VERB})(?: [a-z]+ly)? $")
_OR_SO_MUCH = re.compile(rf",? or [{PERCENT}](?P<then>,? (?:{NOUN})\b)?")
_SO_MANY_MORE = re.compile(
    r"(?: [a-z'-]+){0,2} (?:more|fewer|less|higher|lower|greater|larger|smaller|up|down) "
    r"(?:than|on|since)\b|(?: [a-z'-]+){0,2} (?:more|fewer|less)(?=[,.;]| \()"
)
# "20% of the amount given": money, time or room is no count of things.
_OF_A_MEASURE = re.compile(
    r" of (?:(?:the|all|our|its|their|total|overall|whole|combined) )*"
    r"(?:amounts?|values?|costs?|spend|spending|expenditure|money|income|funding|funds|budget|"
    r"revenue|turnover|population|area|land|hours|time|weight|volume|increase|rise|decrease|fall|"
    r"growth|reduction|change)\b"
)
# "65.9% since January 2019 (2,487)": what it was then.
_AT_THAT_TIME = re.compile(rf"\b(?:since|from|than in) [{WHEN}] \($")
_OF = re.compile(r"(?: [a-z'-]+){0,3} (?:out )?of ")
_BRACKETS = re.compile(r"\([^()]*\)")
# "In the west, where three of 19 took part, 19.4%": said of the west, and not of those three.
_IN_PASSING = re.compile(r", (?:where|when|although|though)\b(?P<clause>[^,.;:()]*), $")


def is_doubtful(skeleton: Skeleton, share: Share) -> bool:
    """Whether the words leave room for the percentage to be of other numbers than these."""
    text, at, part = skeleton.text, skeleton.at[share.percent], skeleton.at[share.part]
    return bool(
        _HELD_AGAINST.search(text[:at])
        or (_HELD_AGAINST.search(text[:part]) and not _OF.match(text, part + 1))
        or _BY_SO_MANY.search(text[:part])
        or is_a_change(skeleton, share.part)
        or _AT_THAT_TIME.search(text[:part])
        or _SO_MANY_MORE.match(text, part + 1)
        or (_is_a_count(skeleton, share.whole) and _OF_A_MEASURE.match(text, at + 1))
        or _in_brackets_of_their_own(skeleton, share)
        or _said_in_passing(skeleton, share)
        or skeleton.quantities[share.part].noun.lower().startswith(("times", "in every"))
    )


def is_a_change(skeleton: Skeleton, part: int) -> bool:
    """Whether a number and the percentage told with it are what something rose or fell by."""
    text, at = skeleton.text, skeleton.at[part]
    either = _OR_SO_MUCH.match(text, at + 1)
    return either is not None and bool(either["then"] or _ROSE.search(text[:at]))


def _said_in_passing(skeleton: Skeleton, share: Share) -> bool:
    """Whether part and whole stand in a clause that is closed before the percentage."""
    found = _IN_PASSING.search(skeleton.text[: skeleton.at[share.percent]])
    places = skeleton.at[share.part], skeleton.at[share.whole]
    return found is not None and min(places) >= found.start("clause")


def of_several_times(skeleton: Skeleton) -> bool:
    """Whether shares are told of two times or more, of each of which the whole is another."""
    if len(re.findall(f"[{PERCENT}]", skeleton.text)) < 2:
        return False
    slots = re.findall(f"[{WHEN}]", skeleton.text)
    times = {(time.first, time.last) if (time := skeleton.time(slot)) else slot for slot in slots}
    return len(times) > 1 or bool(_FROM_TO.search(skeleton.text))


_FROM_TO = re.compile(rf"\b(?:from|between) [{PERCENT}][^.;]{{0,80}} (?:to|and) [{PERCENT}]")


def _is_a_count(skeleton: Skeleton, place: int) -> bool:
    return skeleton.quantities[place].measure is Measure.COUNT


def _in_brackets_of_their_own(skeleton: Skeleton, share: Share) -> bool:
    """Whether part and whole stand in brackets each: "by car (2,140 trips) or bus (860 trips)"."""
    places = (skeleton.at[share.part], skeleton.at[share.whole])
    spans = [match.span() for match in _BRACKETS.finditer(skeleton.text)]
    around = [next((span for span in spans if span[0] < at < span[1]), None) for at in places]
    return None not in around and around[0] != around[1]
