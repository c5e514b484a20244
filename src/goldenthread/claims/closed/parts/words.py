"""What stands after a number: what its own did ("52 took part"), or a noun of its own.

A number with no noun of its own counts what was named before it. Verbs are told by their closed
classes, forms of "be" and "have" and past forms that are nothing else; a form that may stand
before a noun as well ("52 disabled children", "12 lost dogs") is one where a word of a closed
class follows it.
"""

import re

from goldenthread.claims.language.skeleton import QUANTITY

_ADVERB = r"(?:(?:each|all|already|later|then|also|only|never|even|since|still|[a-z]+ly) )?"
_PAST = (
    "was were is are had has have did do could would can will "
    "took went came gave began knew chose wrote spoke fell rose drew grew became met said told "
    "thought felt held sought brought caught taught heard saw ate drank sang swam threw flew "
    "withdrew forgot drove rode wore bore swore tore shook stole strove arose underwent undertook "
    "overcame slept wept crept stood understood lay lent led won sent kept died lived"
)
PAST_ALONE = f"(?:{'|'.join(_PAST.split())})"
_PAST_OR_OTHER = "left found lost made set cut put paid spent built sold bought read hurt got ran"
_CLOSED = (
    "a an the this that these those their its his her our no any some all both each every one "
    "in on at by to from with within without under over above below into out off up down for as "
    "before after during since between through across against among because when where while if "
    "it them us nothing something nobody somebody more less again together alone early late and or "
    "but than only just about around so too not at least"
)
_DID = re.compile(
    rf" {_ADVERB}(?:{PAST_ALONE}\b"
    rf"|(?:{'|'.join(_PAST_OR_OTHER.split())}|(?!looked after|cared for)[a-z]{{2,}}ed)"
    rf"(?=[,.;:)]|$| (?:{'|'.join(sorted(set(_CLOSED.split())))}|[a-z]+ly)\b| [{QUANTITY}]))"
)
_STATE = re.compile(rf" {_ADVERB}(?:was|were|is|are|had|has|have|lived|died|felt|said)\b")


# Whose a number is, before it: "the harbour's 96 berths", "the two lifeboat stations' 51 men".
OWNERS = (
    r"(?:(?:(?!(?:in|on|at|by|to|from|for|with|among|amongst|and|or|but|who|that|than)\b)"
    r"[a-z'-]+ ){0,3}[a-z-]+(?:'s|s') )?"
)


def did(text: str, after: int) -> bool:
    """Whether what follows a place of a skeleton's text is a verb, and so no noun."""
    return _DID.match(text, after) is not None


def is_so(text: str, after: int) -> bool:
    """Whether that verb tells what its own are or have, as may be told of a group's members too."""
    return _STATE.match(text, after) is not None


# "Went to schools, 44 to libraries": what follows has no verb, and leans on the one before it.
_LINK = (
    r"(?:in|on|at|by|to|from|with|within|under|over|into|for|as|about|concerning|between|through|"
    r"across|during|after|before|outside|inside|near|against)"
)
_AFTER = re.compile(rf" (?P<link>{_LINK})\b")
_BEFORE = re.compile(rf"\b(?P<link>{_LINK}) (?:the |a |an |just |only |some |another )*$")


def link_after(text: str, after: int) -> str:
    """The preposition that follows a number or its brackets; empty where none does."""
    found = _AFTER.match(text, after)
    return found["link"] if found else ""


def link_before(text: str, at: int) -> str:
    """The preposition that a number stands right after; empty where it does not."""
    found = _BEFORE.search(text[:at])
    return found["link"] if found else ""
