"""The words that make an assertion, as lists by meaning: change, share, contrast of times, doubt.

No sentence stands here, nor any order of words: which number a word governs is asked elsewhere.
"""

import re

from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.skeleton import EARLIER, LAST, LATER


def either(words: str) -> str:
    """A pattern of any of several, the longest first; a tilde stands for a space."""
    return "|".join(sorted(words.split(), key=len, reverse=True)).replace("~", " ")


# Beyond the verbs, nouns and comparatives that other readings know: what people say freely.
UP = any_of(
    "taller heavier busier added adding gaining exceed exceeds exceeded exceeding beats beat "
    "betters bettered outstrips outstripped tops topped dearer costlier richer stronger surplus "
    "lengthening climbing widening raising heightening "
    "addition boost boosted escalation multiplied swelling recovery rebound "
    "on~top again~as better~off swells ▲ ↑ ⬆ plus further another",
    space=" ",
)
DOWN = any_of(
    "loss losses saving savings shrinkage erosion trimming pared whittled curtailed lessening "
    "shortening narrowing lowering halving "
    "off rarer gone lighter shrinks shrinking thinner saved saving sheds trimmed trims slashed "
    "slashing ebbed cleared ▼ ↓ ⬇ minus shy weaker poorer",
    space=" ",
)
NEITHER = any_of(
    "better worse quicker slower faster cleaner safer dirtier difference step improvement "
    "sooner later improving improved mended change changed progress worsening worsened "
    "deterioration",
    space=" ",
)
CHANGE = re.compile(rf"(?<![\w-])(?P<word>{VERB}|{NOUN}|{COMPARED}|{UP}|{DOWN}|{NEITHER})(?![\w-])")
_UP, _DOWN = re.compile(UP), re.compile(DOWN)

# The same words where they tell of no change: "gave rise to", "made up", "went to", "more than".
NO_CHANGE = re.compile(
    r"\b(?:(?:gives?|gave|giving) rise|(?:made|makes?|making|taken?|takes|taking|took|signed|"
    r"followed|turned|set|looked|picked|grew|closed|shut|put|turns?|broken?|wrote|written|laid|"
    r"lay|sat|sent|let|slowed|step|stepped|hung|call(?:ed|s)?) (?:up|down)|cut (?:short|off)|"
    r"in short|or (?:more|less|fewer|higher|lower|above|below|over|under|longer|shorter)|"
    r"(?:went|gone|go|goes) (?:to|on|into|home|without)|as well as|(?:more|less|fewer) "
    r"than|at least|more or less|once more|so far|further education|early years|up to|"
    r"up and down|in addition|saving (?:them|it|us|lives)|moved (?:to|into|in|out|abroad|on|home)|"
    r"other (?:than)|for a change|"
    r"(?:shown|seen|see|set out|described|listed|given|noted|mentioned|outlined|reported|stated) "
    r"(?:above|below)|"
    r"no (?:more|fewer|less)|(?:sign|sit|get|stand|give|come|catch|keep|follow) up|"
    r"(?:taken|signed|followed|turned) up)\b"
)


def way_of(word: str) -> int:
    """1 for a cue that says up, -1 for one that says down, 0 for neither."""
    if sign := sign_of(word):
        return sign
    return bool(_UP.fullmatch(word)) - bool(_DOWN.fullmatch(word))


# What may make a share that of what is left, and no longer of what is counted.
LEFT = re.compile(
    r"\b(?:all but|bar|save|except\w*|not|n't|never|without|rest|remain\w*|others?|leav\w+|left|"
    r"only|un\w+|non|fail\w*|miss\w*|lack\w*|no|none|neither|nor|else\w*|less|lost|withdr\w+|aside|"
    r"dropp\w+|away|still|declin\w+|refus\w+|empty|vacant|outstanding|unfilled|absent|yet)\b"
)
# Only with these are numbers added before they are compared.
TOGETHER = re.compile(
    r"\b(?:together|altogether|in all|in total|total\w*|combined|both|all told|overall|sum|whole)\b"
)
# Words that say nothing between a cue and its number, or between two ways of telling one size.
LIGHT = (
    r"(?:by|of|a|an|the|just|only|some|about|further|another|almost|nearly|over|more|less|than|to|"
    r"is|was|were|are|be|been|being|it|this|that|these|which|so|thus|therefore|hence|or|and|i\.e\.|"
    r"say|worth|means?|meaning|makes?|making|gives?|giving|represents?|representing|equals?|equal|"
    r"equivalent|amounts?|amounting|came|comes|coming|works?|out|at|fully|fall|rise|growth|"
    r"increase|decrease|reduction|drop|change|gain|loss|[a-z]+ly|in|other|words|total|all|full|"
    r"massive|modest|welcome|small|large|whopping|mere|rate|share|proportion|as|much|saw|has|had|"
    r"have|seen|reckoned|call|calls|called|put|down|up|again|back|overall|steady|clear|cut|net)"
)
# A number is compared with one of another time, or set in its stead.
CONTRAST = re.compile(
    rf"[{EARLIER}{LAST}{LATER}]|→|->|\b(?:against|compared|versus|vs|than|previous\w*|former\w*|"
    r"ago|earlier|before|prior|used to|had (?:been|stood|numbered|made|spent)|now|nowadays|today|"
    r"currently|then|once|later|was|were|had|from|beg[au]n|start\w*|end\w*|opened|became|become|"
    r"last|this|spring|summer|autumn|winter|easter|christmas|until|since|instead|in place of|"
    r"rather|opposed|taking|bring\w*|brought|stood|stands|first|second|year on year|up|down|"
    r"exceed\w*|joined|left)\b"
)
