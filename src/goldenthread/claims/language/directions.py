"""Words of change: rose, fell, increase of, higher than; which way each points."""

import re

from goldenthread.claims.language.any_of import any_of

_UP_VERBS = (
    "rose risen rise rises rising increased increases increase increasing grew grown grow grows "
    "growing climbed climbs climb climbing jumped jumps jump soared soar soaring surged surge "
    "surging rocketed spiked gained expanded swelled swollen lengthened mounted shot~up "
    "went~up gone~up go~up "
    "goes~up going~up up~went up~go up~goes up~come "
    "leapt leaped ballooned mushroomed escalated inched~up nudged~up ticked~up pushed~up "
    "trended~up bounced~up ran~up came~up "
    "widened crept~up picked~up moved~up stepped~up edged~up"
)
_DOWN_VERBS = (
    "fell fallen fall falls falling decreased decreases decrease decreasing dropped drops drop "
    "dropping declined declines decline declining reduced reduces reduce reducing dipped dips dip "
    "shrank shrunk shrink shrinking slumped plunged plummeted plummeting tumbled slid slipped cut "
    "dwindled dwindling sank sunk sinking eased easing diminished diminishing lessened receded "
    "subsided waned plunging nosedived inched~down nudged~down ticked~down pushed~down "
    "trended~down fell~away fallen~away tailed~off dropped~off dropped~away dropped~back "
    "lost shed cuts cutting lowered contracted narrowed shortened fell~back fallen~back "
    "went~down gone~down go~down "
    "goes~down going~down down~went down~go down~goes down~came came~down "
    "come~down comes~down coming~down crept~down moved~down edged~down brought~down"
)
_UP_NOUNS = (
    "rise rises increase increases growth jump uplift climb surge upturn uptick hike gain gains "
    "expansion upward~trend leap"
)
_DOWN_NOUNS = (
    "fall falls decrease decreases drop drops reduction reductions decline declines dip cut "
    "slump downturn slide plunge contraction drop-off downward~trend"
)
_NEUTRAL_NOUNS = "change difference movement variation swing"
# Said of what is missing or left over between two sums, whichever comes first.
GAPS = "shortfall gap underspend overspend difference"
_NEUTRAL_VERBS = (
    "improved improves improving worsened deteriorated changed moved went shifted varied improve"
)
_NEUTRAL_JUDGEMENTS = "improvement deterioration"
_NEUTRAL_COMPARED = "better worse busier quieter slower faster quicker cheaper dearer older younger"
_UP_COMPARED = "higher more greater up above larger bigger longer additional extra"
_DOWN_COMPARED = "short lower fewer less down below smaller shorter beneath"


_NOUNS = f"{_UP_NOUNS} {_DOWN_NOUNS} {_NEUTRAL_NOUNS} {_NEUTRAL_JUDGEMENTS} {GAPS}"
_COMPARISONS = f"{_UP_COMPARED} {_DOWN_COMPARED} {_NEUTRAL_COMPARED}"


def _without(words: str, others: str) -> str:
    return " ".join(word for word in words.split() if word not in others.split())


VERB = any_of(f"{_UP_VERBS} {_DOWN_VERBS} {_NEUTRAL_VERBS}")
NOUN = any_of(_NOUNS)
COMPARED = any_of(_COMPARISONS)
# Nouns of a change, and no gap; comparisons that are no direction by themselves.
CHANGE = any_of(_without(_NOUNS, GAPS))
MORE_OR_LESS = any_of(_without(_COMPARISONS, "up down"))

_SIGNS = {
    word.replace("~", " "): sign
    for words, sign in (
        (f"{_NEUTRAL_NOUNS} {_NEUTRAL_VERBS} {_NEUTRAL_JUDGEMENTS} {GAPS} {_NEUTRAL_COMPARED}", 0),
        (f"{_UP_VERBS} {_UP_NOUNS} {_UP_COMPARED}", 1),
        (f"{_DOWN_VERBS} {_DOWN_NOUNS} {_DOWN_COMPARED}", -1),
    )
    for word in words.split(" ")
}

NEGATED = re.compile(
    r"\b(?:not|n't|no|never|without|neither|nor|cannot|rather than)\s(?:\w+\s){0,3}$"
)
# Words that may be adjectives of something else: "rising demand", "reduced anxiety".
LOOSE = frozenset(
    re.findall(
        r"\w+",
        "rising increasing growing falling declining decreasing reducing increased decreased "
        "reduced "
        "improved cut lowered expanded cutting",
    )
)


def sign_of(word: str) -> int:
    """1 for a word that says up, -1 for one that says down, 0 for one that says neither."""
    return _SIGNS.get(" ".join(word.split()), 0)
