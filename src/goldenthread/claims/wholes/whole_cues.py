"""Words by which a text says that a list is all of a number told before it or after it."""

import re

from goldenthread.claims.language.skeleton import COUNT, QUANTITY, TIMES
from goldenthread.claims.wholes.listed import AMOUNT

_GAP = f"[^{QUANTITY}.;:]"
_OF = rf"(?<!of )(?<!of the )(?<!of these )(?<!of our )(?P<whole>{AMOUNT})"
# "... 772 beds, made up of", "14.6 posts, made up as follows:"
_MADE_OF = re.compile(
    rf"{_OF}{_GAP}*?\b(?:(?:made|make) up (?:as follows|of|from)|compris(?:ing|es|ed|e)(?: of)?|"
    r"consist(?:ing|ed|s)? of|namely|as follows|broken down (?:as follows|as|into|between|by)|"
    r"(?:split|divided?s?|shared)(?: up| out)? (?:as follows|into|between|among(?:st)?))"
    r"[:,]? "
)
# "... six never events in the year: three ..."
_COLON = re.compile(rf"{_OF}(?P<what> {_GAP}{{2,90}}?): ")
# "... 772 beds across three hospitals, with"
_ACROSS = re.compile(
    rf"{_OF}{_GAP}*? (?:across|in|at|over|from|among|between|by|through)(?: the| our| its| all)*"
    rf" (?P<many>[{COUNT}]) [^{QUANTITY}.;:,()]*?(?:, with|,|:| –|, namely) "
)
# "... numbered 342 (October 121, November 117 and December 104)"
_BRACKET = re.compile(rf"{_OF}(?: [a-z'-]+){{0,5}} \((?=[^()]*\))")
BEFORE = ((_MADE_OF, True), (_COLON, True), (_ACROSS, True), (_BRACKET, False))

_TOTAL = r"(?:(?:overall|combined|grand|full) )?total"
_ALL = r"(?:in all|in total|altogether|all told|between them)"
AFTER = re.compile(
    r"(?:[,;:–)]|\)[,;]| –) ?(?:and (?=making|giving|so\b|which|totalling))?(?:"
    rf"(?:(?:together|thus|so) )?(?:making|giving|to make|to give|which (?:makes?|made|gives?|gave)"
    rf"|totalling|amounting to|adding up to|bringing the {_TOTAL} to)(?: up)?(?: an?| the)?"
    rf"(?: {_TOTAL}(?: of)?| {_ALL})? (?P<made>{AMOUNT})"
    rf"(?=(?: [a-z'-]+){{0,3}}(?:[,.;)]|$)| (?:{_ALL}|for|over|across|in|during)\b|"
    rf"(?: [a-z'-]+){{1,3}} (?:{_ALL}|for the|over the|across the|in the)\b)"
    rf"|so that {_GAP}{{3,40}}? (?P<so>{AMOUNT})(?: [a-z'-]+){{0,2}} {_ALL}\b"
    rf"|(?:an?|the|for an?|making an?|giving an?|in all an?) {_TOTAL} of (?P<total>{AMOUNT})"
    rf"|(?:or|so|that is|{_ALL}|in all,) (?P<all>{AMOUNT})(?=(?: [a-z'-]+){{0,2}}(?:[,.;)]|$))"
    rf"|(?:or |so |that is )?(?P<in>{AMOUNT})"
    rf"(?:(?! (?:were|was|had|have)\b){_GAP}){{0,30}} {_ALL}\b)"
)
_LINKS = (
    r"(?: (?:of|was|is|were|are|an?|the|these|they|all|up|to|for the year|there|overall|total|"
    r"makes?|made|gives?|gave|adds?|added|comes?|came|therefore|thus|so)\b,?)*"
)
# The sentence after the list: "The total of 358 is ...", "Together these make 358."
NEXT = re.compile(
    rf"(?:the {_TOTAL}\b|together\b|in all\b|in total\b|altogether\b|"
    r"(?:this|these|that|they) (?:makes?|made|gives?|gave|adds? up|added up|comes?|came)\b)"
    rf",?{_LINKS} (?P<whole>{AMOUNT})"
)
# The sentence of the list after that of the whole: "By main type these were ...".
FOLLOWS = re.compile(
    rf"(?:by {_GAP}{{3,60}}?,? (?:these|they|those|the {_GAP}{{3,40}}?) "
    r"(?:were|are|was|came|divided?(?: into)?|split(?: into)?)"
    rf"|(?:these|they|those|this|that|it|the (?:total|sum|figure|number|amount))"
    r" (?:were|are|was|is) made up(?: of| as follows)?|"
    r"(?:these|they|those|this|that|it) (?:compris(?:ed?|es)|consist(?:ed|s)? of|divided? into|"
    r"br(?:eak|oke) down (?:as follows|as|into)))(?: as follows)?[:,]? "
)
# What ends in a colon before a list of bullets.
LEADS = re.compile(r"[:–-]\s*$")

# A sentence after the list that goes on with it.
MORE = re.compile(
    r"\b(?:further|another|others?|remain\w+|rest|in addition|additional|also|plus|exclud\w+|"
    r"not (?:known|counted|recorded|stated))\b",
    re.IGNORECASE,
)

# Where a list may be only some of the whole, parts be counted twice, or not be parts at all.
NOT_ALL = re.compile(
    r"\b(?:includ\w+|such as|among(?:st)? (?:them|these|those|others)|mainly|mostly|chiefly|"
    r"(?<!by )main|themes?|factors?|features?|issues|(?<!main )(?<!primary )reasons?|common\w*|"
    r"largely|largest|biggest|most|highest|top|leading|key|principal\w*|notabl[ey]|for example|"
    r"multiple (?:answers|responses|reasons|needs|choices?|categories)|"
    r"e\.g|particularly|especially|more than one|several|some of|also|overlap\w*|twice|"
    r"not all|not mutually|each of|average\w*|of (?:whom|which|them)|at least|up to|"
    r"than|compared|against|previous\w*|target|national\w*|england|rose|fell|"
    r"increas\w+|decreas\w+|respectively|exclud\w+|except|apart from|not counting|in addition|"
    r"as well as|estimat\w+|further|per|net|less|minus|fewer|more|both|could give|either|"
    rf"rounded|rounding|because)\b|[{TIMES}]"
)
# In an item these tell of that item alone, where the list goes on after it.
_ASIDE = re.compile(rf"\b(?:such as|because)\b[^{QUANTITY},;.:()]*(?=,[^.]*{AMOUNT})")
_SET_AGAINST = re.compile(r"(?:^|[.;] )against (?:that|this|these),")  # what the list is not of
# After "made up of" the items are all there are, and "the four largest" are in one of them.
_SAYS_ALL = re.compile(r"\b(?:made up|compris\w+|consist\w+)(?: as follows| of| from)?:? $")
_LARGEST = re.compile(r"\b(?:largest|biggest|main|most|highest|top|leading)\b")


def without_asides(text: str, start: int, end: int) -> str:
    """A text of the same length without what is said in passing of one item of its list.

    The list stands from ``start`` to ``end``.
    """
    row = _ASIDE.sub(lambda found: " " * len(found.group()), text[start:end])
    if _SAYS_ALL.search(text[:start]):
        row = _LARGEST.sub(lambda found: " " * len(found.group()), row)
    head = _SET_AGAINST.sub(lambda found: " " * len(found.group()), text[:start])
    return head + row + text[end:]
