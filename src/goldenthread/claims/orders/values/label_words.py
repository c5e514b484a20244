"""The words around the labels of a list of values, as patterns."""

import re

SEPARATOR = re.compile(
    r"(?:\s*[,;]\s*(?:and\s+|then\s+|but\s+|while\s+)?(?:currently\s+|finally\s+)?"
    r"|\s*[.]\s+(?=[A-Z0-9])"
    r"|\s+(?:and|to|then|&|but|while|whereas)\s+(?:currently\s+)?|\s+[–—-]\s+(?=[A-Z]))"
)
# What may stand between a separator and the next value without being its label.
LEAD_IN = re.compile(
    r"(?:(?:and|then|but|it|they|there|this|we|which|that|had|has|have|was|were|is|are|been"
    r"|before|after|when|while"
    r"|rising|falling|dropping|climbing|rose|fell|dropped|climbed|grew|increased|decreased|going"
    r"|went"
    r"|down|up|back|again|from|to|at|with|only|just|about|around|some|nearly|almost|over|stood"
    r"|reached"
    r"|against|compared|a|an|the|of|further|total)\s+)*[£*(]*",
    re.IGNORECASE,
)
NAME = (
    r"(?:(?:The|St|[A-Z])[\w’'&.-]*(?:\s+(?:of|and the|the|upon|in|on)?\s*(?:[A-Z][\w’'&.-]*"
    r"|\d{1,3}(?![\d%,.])))*)"
)
AFTER = re.compile(
    r"(?:\s+(?!in\b|at\b|for\b|during\b|about\b)[a-z][\w’'-]*){0,3}?"
    r"\s*(?:(?:\b(?:in|at|for|during|on|by|from|about|concerning|involving|via"
    r"|through)\s+(?:the\s+)?|\((?:in\s+|for\s+)?|[–-]\s+"
    r"|[-–](?=\d{4}/))(?P<label>[^()]+?)\)?)?\s*$"
)
DONE = (
    r"(?:[a-z]{2,}ed|had|has|have|saw|took|made|sent|gave|held|won|lost|got|sold|let|met|ran|kept"
    r"|built"
    r"|bought|brought|drew|came(?:\s+to)?|dealt\s+with|accounted\s+for)"
)
LINK = re.compile(
    r"(?:\s*[:=–-]|,?\s*\(|\s*,?\s+(?:there\s+(?:was|were)|(?:it|we|they|this|that"
    r"|there)\s+(?:was|were|had|stood\s+at|rose\s+to|fell\s+to"
    r"|dropped\s+to|climbed\s+to|went\s+(?:up|down)\s+to|came\s+to)|was"
    r"|were|had|has|have|with|at"
    r"|recorded|scored|saw|(?:was|were)\s+[a-z]+(?:ed|en)\s+by|by"
    r"|stood at|reported|made|received|took|on|"
    r"followed by|is|are|reached|fell to|rose to|dropped to|climbed to|of|accounted for"
    r"|accounting for|made up"
    rf"|making up|represented|for|contributed|totalled|follows\s+with|(?:came|comes)\s+(?:next"
    rf"|second)\s+with|{DONE})(?:\s+(?:only|just|a total of|at"
    r"|a score of|about|around|some))?)?\s*$"
)
CLAUSE = re.compile(
    r".*(?::|;|\.\s|\b(?:was|were|is|are|than|came\s+(?:\w+\s+)?from|went\s+to|was\s+(?:at|in"
    r"|from))\b)\s*(?=\S)",
    re.DOTALL,
)
FOLLOWED = re.compile(
    r"^(?:(?:and|then|but|while|with|on|in|at|for|by|during|the|also|of|from)\s+)*"
    r"(?:(?:followed\s+by|ahead\s+of|compared\s+(?:with|to)|against)\s+)?(?:(?:in|at|on|for|by"
    r"|the)\s+)*",
    re.IGNORECASE,
)
END = (
    r"(?:highest|largest|biggest|commonest|greatest|lowest|smallest|fewest|busiest|quietest|best"
    r"|worst"
    r"|longest|shortest|(?:most|least)\s+\w+|most|fewest|least)"
)
# "Theft was the most common offence with 310": the label comes first.
SUBJECT = re.compile(
    r"(?:.*[.;:]\s*)?(?P<label>[\w’' -]{2,40}?),?\s+(?:(?:(?:was|were|is|are|remains|remained"
    r"|being)\s+"
    r"(?:again\s+|still\s+|also\s+|now\s+|currently\s+)?(?:by\s+far\s+)?(?:(?:the"
    r"|our)\s+(?:\w+\s+)?)?"
    r"|[a-z]+\s+(?:the|our)\s+"
    r"(?:\w+\s+)?)"
    rf"{END}|topped\b|led\b|came\s+(?:top|first)\b|headed\b)",
    re.IGNORECASE,
)
# "Attendance was lowest at Oakfield (91%)": the label comes last.
PLACE = re.compile(rf"\s(?:at|in|for|on|by|from)\s+(?:the\s+)?(?P<label>{NAME})$")
SEASON = re.compile(
    r"\b(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)|(?:spring|summer|autumn"
    r"|winter)(?:\s+20\d\d)?|michaelmas"
    r"|(?:first|second|third)\s+(?:term|half|wave|round))\b",
    re.IGNORECASE,
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
ORDINAL = re.compile(r"(?:the\s+)?(first|second|third|fourth|last|final)\Z", re.IGNORECASE)
NO_LABEL = re.compile(
    r"^(?:the|a|an|this|that|its|our|total|from|to|up|down|around|about|compared|increase|it"
    r"|they|there|we|some|all|also|each|every|per|average|mean|median|target|budget"
    r"|national(?:ly)?|England|overall|than|more|fewer|only|just|which|who|of"
    r"|in|by|at|and|or|with|further|respectively|increasing|decreasing|rising|falling"
    r"|over|under|be|been|being|not)\b",
    re.IGNORECASE,
)
# A label says nothing: "Elm Road has nevertheless", "both", "lowest" are none.
SAYS = re.compile(
    r"\b(?:has|have|had|is|was|were|are|which|it|they|nevertheless|however|both|respectively"
    r"|highest"
    r"|lowest|most|fewest|largest|smallest|still|now)\b",
    re.IGNORECASE,
)
LOOSE_END = re.compile(
    r"\s(?:from|to|by|and|or|than|with|the|a|of|in|at|on|for|across|about|among|is|was|were|rose|fell|grew|increased"
    r"|decreased|dropped|declined|reduced|changed|up|down)$"
)
BETWEEN_VALUES = re.compile(r"\s*(?:,|;|and|,\s*and|&|then|,\s*then|to)\s*£?\s*")
# "At 97, December's figure was ..."
AT = re.compile(r"\b(?:[Aa]t|[Ww]ith|[Oo]n)\s+[£*]?$")
WHOSE = re.compile(
    r",\s+(?:the\s+)?(?P<label>[\w -]{2,30}?)(?:['’]s?)?\s+(?:figure|total|rate|number|count"
    r"|result|level|score|had|was|is|remains|came|has|recorded|topped|led)\b"
)
# "52% chose buses": what was chosen, without the verb.
CHOSE = re.compile(
    r"\s+(?:(?:chose|said|named|preferred|cited|picked|wanted|mentioned|were|was|is|are"
    r"|went\s+(?:to|by)|came\s+from"
    r"|used|took|selected|reported|of)\s+)?(?:the\s+)?(?P<label>(?!more\b|fewer\b|less\b|higher\b"
    r"|lower\b|up\b"
    r"|down\b|in\b|at\b|on\b|of\b|for\b|from\b|to\b|by\b|and\b|or\b|the\b|a\b|were\b|was\b|had\b"
    r"|did\b)"
    r"[a-z]+(?:\s[a-z]+)?)"
)
STOP = re.compile(r"[,;:.]|\s[–—-]\s|\s(?:and|but|which|so|while|with|when|as)\s|$")
