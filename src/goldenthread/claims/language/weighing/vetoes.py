"""The words that forbid a size to be of two numbers, whatever else speaks for it."""

import re

from goldenthread.claims.language.assertions.anchors import in_a_list, said_of_two_things
from goldenthread.claims.language.assertions.bases import on_its_base
from goldenthread.claims.language.assertions.blockers import DENIED, IN_TURN, OWN_WHOLE, TO_COME
from goldenthread.claims.language.assertions.model import Role
from goldenthread.claims.language.assertions.pairing import of_two_times
from goldenthread.claims.language.assertions.parts import of_one_thing
from goldenthread.claims.language.assertions.scopes import scopes_of
from goldenthread.claims.language.assertions.subjects import blocked, clause_of, of_another
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton
from goldenthread.claims.language.weighing.candidates import Candidate

# "A rise in the spring, and 12% more of it": what follows "and" or "while" may be another thing.
_BESIDES = re.compile(r"\b(?:and|while|whilst|whereas|but|although|though)\b[^(]*$")
# "5 to 10: 354 (42%)": the end of a band is neither part nor whole.
_BAND = re.compile(rf"[{QUANTITY}] (?:to|–) $")


def forbidden(skeleton: Skeleton, candidate: Candidate) -> bool:
    """Whether a size may not be of the two: denied, to come, of another thing, part or list."""
    text, stated = skeleton.text, candidate.stated
    at = skeleton.at[stated.place]
    if DENIED.search(text[:at]) or TO_COME.search(text[:at]) or IN_TURN.match(text[at + 1 :]):
        return True
    one, other = sorted((candidate.one, candidate.other), key=lambda each: skeleton.at[each])
    if blocked(skeleton, stated, (one, other)) or in_a_list(skeleton, stated):
        return True
    places = [skeleton.at[one], skeleton.at[other]]
    *_, scope = scopes_of(skeleton, at, [one, other])
    if of_another(text, at, scope, places):
        return True
    if stated.role is Role.SHARE:
        if any(_BAND.search(text[:each]) for each in places):
            return True
        own = OWN_WHOLE.match(text, at + 1) and new_words(text, (at, clause_of(text, at)[1]))
        gap = text[places[1] + 1 : at] if places[1] < at else ""
        return bool(own or _BESIDES.search(gap)) or not of_one_thing(skeleton, (one, other))
    return (
        not of_two_times(skeleton, one, other)
        or not on_its_base(skeleton, stated, (one, other))
        or said_of_two_things(skeleton, stated, (one, other))
    )
