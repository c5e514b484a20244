"""Words that tell whether what is listed is all there is, and whether anyone may be in it twice."""

import re

_VERB = r"(?:were|was|are|is|came|went|goes|go|spent|lived?|living|put|chose|said|formed|had)"
_TO = r"(?:to|in|for|by|about|from|on|with|at|as|under|through)"
# The last of a list is all that the others leave; "all other schools" may stand for comparison.
_ELSE = (
    r"(?:(?:everything|everyone|everybody|anything|something|somewhere|somebody|someone) else|"
    r"all (?:the )?others?(?: (?!(?:than|teams?|schools?|areas?|districts?|wards?|staff|"
    r"years?|regions?|councils?|ages?|groups?|sites?|services?)\b)[a-z-]+){0,3}|elsewhere)"
)
_LEFT = r"(?:the )?(?:rest|remainder|balance)(?: of (?:them|it|these|those))?"
_BEFORE = r"(?:(?:^|[,;–] |\b(?:and|with|plus) )(?:{to} )?{rest}(?: {verb})?(?: {to})?[ ,:–=]*$)"
_AFTER = r"(?:^ (?:{verb} )*(?:{to} )?{rest}\b(?! (?:than|in|at|of)\b))"


def _as_last(frame: str, rest: str) -> re.Pattern[str]:
    return re.compile(frame.format(rest=rest, verb=_VERB, to=_TO))


_ELSE_BEFORE, _ELSE_AFTER = _as_last(_BEFORE, _ELSE), _as_last(_AFTER, _ELSE)
_LEFT_BEFORE, _LEFT_AFTER = _as_last(_BEFORE, _LEFT), _as_last(_AFTER, _LEFT)
_THE_LAST = re.compile(r"\bthe (?:last|final|remaining|other) $")
_CALLED_LAST = re.compile(r"\bthe last $")
# These tell of shares of one thing, and not of the rates of several.
_SHARES = re.compile(
    r"\b(?:formed|made up|account\w* for|c[ao]mes? from|went|goes|spent|where|who|which|what|how|"
    r"answers?|sources?|types?|kinds?|split|divided)\b"
    r"|(?:^|\b(?:made|sent|took|gave|paid) +)of [a-z]"
)
_OF_ONE = re.compile(
    r"\b(?:formed|made up|account\w* for|c[ao]mes? from|went|goes|spent|where|split|divided|"
    r"sources? of (?:referrals?|contacts?|calls?|enquir(?:y|ies)|applications?|income|funding))\b"
    r"|(?<!by )\b(?:legal status|tenure|ethnicity|ethnic group|placement type)(?: of [^:;.]+)?: "
)
_RATES = re.compile(
    r"\b(?:\w*rates?|absen\w+|attend\w*|turnover|uptake|take-up|vacan\w+|rose|risen?|fell|fallen|"
    r"grew|grown|(?<!made )(?<!make )up|down|increas\w+|decreas\w+|cuts?|growth|sick\w*|reoffen\w*|"
    r"unemploy\w*|satisf\w+|success\w*|timel\w+|"
    r"(?:on|in) time|conver\w+|pass(?:ed|es|ing)?|responses?|coverage|"
    r"prevalence|performance|complian\w+|likel\w+|occupancy|achiev\w+|chang\w+|pay|discounts?|"
    r"chances?|scor\w+|target\w*|trained|complet\w+|progress|by (?:team|school|ward|district))\b"
)
# One thing is split: "By where they lived, ...", "The grant was divided ...", "Where it went: ...".
_BY = (
    r"(?:where|who|whom|how (?:long|old|far|many|much|often)|age|age group|sex|gender|tenure|"
    r"length|duration|placement type|legal status|(?:type|kind|place) of (?:placement|"
    r"home|accommodation|tenure|setting)|year group|key stage|distance|level|grade|source)"
)
_SPLIT = re.compile(
    rf"(?:^|[.;:] )by {_BY}\b[^,:.;]*[,:] (?!far\b)"
    r"|\b(?:was|were|is|are|been|be) (?:split|divided (?:up|between|among|into|\S+ ways)|"
    r"shared out|broken down)\b"
    r"|^(?:the )?breakdown (?:is|was)\b"
    r"|^(?:this is )?where (?:it|they|the money|the pound|each pound|every pound) (?:all )?"
    r"(?:went|goes|go|comes? from|came from|lived?)\b[^:]*: "
)
_BY_NAME = re.compile(r"\bby (?!where|who|how)")
# Only some of a whole may be listed after these.
_SOME = re.compile(
    r"\b(?:mainly|mostly|largely|chiefly|notably|especially|top|largest|biggest|most|leading|"
    r"main|highest|commonest|such as|for example|include[sd]?|followed|first|then|next|half)\b"
)
# A person, a case or an answer may be in two of these.
_TWICE = re.compile(
    r"\b(?:more than one|(?:one|two|three) or more (?:answers?|reasons?|boxes|options|of (?:them|"
    r"these|the))|(?:tick|choose|chose|name|give|gave|pick|select|record|list)\w* "
    r"(?:several|as many|up to)|all that appl\w+|multiple (?:answers|responses|choices?|reasons)|"
    r"overlap\w*|several (?:answers?|reasons?|factors?|needs?|categor\w+|types?|may|might|"
    r"can|could)|counted twice|twice over|"
    r"(?:can|could|may|might) (?:\w+ ){1,2}?(?:two|several|both)|"
    r"(?:can|could|may|might|do|does|will|did|need|should|must)(?:n't|n’t| not|not) "
    r"(?:always )?(?:add|sum|total|make|come)|"
    r"(?:more than|over|beyond|above|exceed\w*) 100(?= ?%| per ?cent))",
    re.IGNORECASE,
)
# "No referral is counted under two headings", "nobody is in more than one group".
NEVER_TWICE = re.compile(
    r"\b(?:no(?:body| one| [a-z]+)|none) (?:is|are|was|were|can be|could be|may be|appears?|"
    r"appeared|stands?|stood|counts?|counted)\b[^.;]*?"
    r"\b(?:more than (?:one|once)|two|twice|both)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:factors?|reasons?|needs|issues|problems|concerns|barriers|themes?|topics|mention\w*|"
    r"tick\w*|raised|named|cited|wanted|languages|conditions|uses?|using|used|features?|featured|"
    r"present|asked|needed|sought|about|advice|enquir\w+|recorded in|help\w*|"
    r"worr\w+|disabilit\w+|harms?|abuse|risks?)\b",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"\b(?:supported|opposed|(?:dis)?agreed|backed|in favour|against it|no (?:view|opinion)|"
    r"undecided|unsure|(?:did|do)(?: not|n't|n’t) know)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:main|primary|chief|principal|most|single|sole|worst|biggest|best)\b", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"\b(?:not known|unknown|not (?:yet )?recorded|not stated|missing|no answer|blank|"
    r"did(?: not|n't|n’t) (?:say|answer|know)|prefer\w*|the (?:rest|others?|remain\w+)|"
    r"ungraded|not (?:yet )?(?:graded|rated|judged|measured|weighed)|"
    r"undecided|left out|too small|rounding|rounded)\b",
    re.IGNORECASE,
)


def is_left(before: str, after: str) -> bool:
    """Whether the words around a percentage call it what is left: "the last", "the rest"."""
    return bool(
        _THE_LAST.search(before) or _LEFT_BEFORE.search(before) or _LEFT_AFTER.search(after)
    )


def is_of_all_else(before: str, after: str) -> bool:
    """Whether they call it that of everything, everyone or all else."""
    return bool(_ELSE_BEFORE.search(before) or _ELSE_AFTER.search(after))


def tells_of_shares(words: str, *, of_one: bool) -> bool:
    """Whether words before a list tell of shares of one thing.

    ``of_one`` where nothing may be in two of them: "where they live", "which worries them most".
    """
    if of_one:
        return bool(_OF_ONE.search(words) or _ONE.search(words))
    return _SHARES.search(words) is not None


def has_rates(words: str) -> bool:
    """Whether words tell of rates and changes, which several groups have each for itself."""
    return _RATES.search(words) is not None


def called_last(words: str) -> str:
    """Words before a percentage without the "last" that means the last of all."""
    return _CALLED_LAST.sub("the ", words)


def is_split(lead: str, *, into_all: bool) -> bool:
    """Whether the words before a list tell that one thing is split.

    ``into_all`` where a list of its largest parts alone would be led in otherwise: "By source,
    38% came from the police" may go on to name two more sources of many.
    """
    found = _SPLIT.search(lead)
    if found is None or _SOME.search(lead):
        return False
    return not (into_all and _BY_NAME.search(found.group()))


def may_be_twice(around: str) -> bool:
    """Whether the words around a list say that its parts overlap, or do not add up."""
    return _TWICE.search(NEVER_TWICE.sub(" ", around)) is not None


def has_many(words: str) -> bool:
    """Whether what a list counts is such that one may have several, and no "main" one is meant."""
    return _MANY.search(words) is not None and not _ONE.search(words)


def has_views(words: str) -> bool:
    """Whether words tell what people thought of one thing, of which nobody thinks two."""
    return _VIEWS.search(words) is not None


def tells_of_others(words: str) -> bool:
    """Whether words say that some are in no part of a list."""
    return _UNKNOWN.search(words) is not None
