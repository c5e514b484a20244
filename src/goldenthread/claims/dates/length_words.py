"""The words in which lengths of time and their ends are told, as patterns."""

import re

from goldenthread.claims.language.number_words import SMALL

TENS = {"twenty": 20, "twenty-four": 24, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NUMBERS = "|".join(sorted({*SMALL, *TENS}, key=len, reverse=True))
_PERIOD = (
    r"(?:period|strategy|plan|programme|average|window|time-?frame|span|trend|comparison|review"
    r"|consultation|pilot|project|contract|campaign|phase|closure|trial|scheme|grant|study|survey"
    r"|inquiry|inspection|event|heatwave|strike|agreement|licence|lease|deal|framework|fund|appeal"
    r"|season|exercise|operation|tour|course|cycle|figure|total|spell|stretch|suspension|ban"
    r"|freeze|visit|festival|half|run|break|shutdown|lockdown|partnership|commission|tender)"
)
_KIND = (
    r"(?:(?:full|complete|consecutive|calendar|financial|successive|whole|academic|fiscal|reporting"
    r"|winter|summer|spring|autumn|busy|quiet|peak|busiest|quietest|latest|recent|warmest|coldest"
    r"|municipal|school(?=\s(?:year|term)))\s){0,2}"
)
# Words between a length and its ends that make the ends speak of something else.
_APART = (
    r"(?:after|later|ago|before|earlier|on|into|from|to|since|olds?|behind|ahead|in|for|at|by|and"
    r"|or|as|was|were|is|are|has|had|when|than|with|without|longer|more|wait|waits|waiting)\b"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_ITEMS = r"(?:intake|cohort|winter|summer|autumn|spring|season|edition|election|census|wave)"
COUNT = re.compile(
    rf"""
    (?<![\w.,/£-])
    (?:(?P<number>\d{{1,3}}|{_NUMBERS}|(?<=\b)an?(?=\sfortnight\b))
       (?:\s|-){_KIND}
       (?:(?P<unit>month|quarter|year|week|day)|(?P<fortnight>fortnight)|(?P<term>term)
         |(?P<items>{_ITEMS}))(?:e?s)?
     |(?P<half>half[- ]year
        |(?:first|second)\ half\ of\ (?:the\ )?(?:financial\ )?(?:year|20\d\d(?:[/–-]\d\d)?))
     |(?P<and_half>(?P<halves>one|two|three|four)\s+and\s+a\s+half\s+years
        |a\s+year\s+and\s+a\s+half)
     |(?:a|the|last|past)\s+(?P<decade>decade)
     |(?:last|latest|final|first|previous|current|this|most\ recent)\ (?P<quarter>quarter)
        (?:['’]s\ [a-z]+)?
     |(?P<year>(?:full|whole|complete|financial)\ year)
    )\b['’]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "So far this financial year", "the last quarter of the financial year" tell of a part of it.
OPEN_YEAR = re.compile(
    r"\b(?:this|current|so\s+far|to\s+date|of\s+(?:the|a|each|every|this)|into\s+the|part|half"
    r"|into|in\s+the)\s+$",
    re.IGNORECASE,
)
_TO = (
    rf"(?:\s+(?:to|ending|ended"
    rf"|up\s+to)(?:\s+the\s+end\s+of)?\s+(?:\d{{1,2}}\s+)?(?:{_MONTH}\s*)?(?:20\d\d)?(?=\s*[(,]))"
)
GAP = re.compile(
    rf"""
    (?:(?P<noun>\s+(?:(?!{_APART})[a-z-]+\s){{0,3}}{_PERIOD}\b)|(?:\s+(?!{_APART})[a-z]+){{1,3}}(?=\s\())?
    {_TO}?
    (?:\s+(?:running|in\ a\ row|combined|together|taken\ together|under\ review|covered
        |of\ [a-z]+(?:\ [a-z]+)?(?=\s?[(,:–]|\sfrom\b|\sbetween\b)
        |of\ (?:the\ )?(?:financial\ |reporting\ |school\ |academic\ )?year
        |of\ 20\d\d(?:\s?[/–-]\s?\d\d)?))?
    (?:\s+since\s+(?:[\w/–-]+\s+){{0,5}}?[\w/–-]+(?=\s*\())?
    (?:\s+in\s+(?:early\s+|late\s+)?[A-Z][a-z]+(?:\s+20\d\d)?(?=\s*\())?
    (?P<comma>,)?\s*
    (?:(?P<bracket>\()|(?P<dash>[:–—-])
      |(?P<lead>(?:(?:that|which)\ )?
        (?:(?:running|covering|spanning|runs|ran|lasts|lasted|covers|covered|is|was)\ )?
        (?:from|between)\b(?P<event>\s+(?:[\w’']+\s+){{1,4}}?(?:in|on)\b)?)
      |(?P<of>of\b(?=\s\d)))?
    \s*(?:(?:i\.e\.,?\ |namely\ |covering\ |those\ of\ |in\ )?(?:from\ |between\ |the\ )?)
    (?:(?:the\ )?(?:beginning|start|first\ day)\ of\ )?{_WEEKDAY}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "An eight-week consultation on the new rules ran from": what lasted so long is told first.
RAN = re.compile(
    r"(?:\s+(?!(?:and|but|which|who|that|after|before|later|ago|into|when|while|than|then|since)\b)"
    r"[\w’'-]+){1,9}?\s+(?:ran|runs|running|lasted|lasts|took\s+place|takes\s+place|(?:was|were|is|be"
    r"|been)\s+(?:held|open|run|in\s+place|carried\s+out|closed|shut)|opened|covers|covered|covering"
    r"|spans|spanned|spanning|extends|extended|stretched|fell|goes|went)\s+(?:(?:in\s+all|in\s+total|daily"
    r"|online|nightly),?\s+)?(?:from|between)\s+(?:the\s+(?:beginning|start)\s+of\s+)?(?:\w+day,?\s+)?",
    re.IGNORECASE,
)
INCLUSIVE = re.compile(r"\s*,?\s*\(?(?:both\s+)?inclusive\b", re.IGNORECASE)
FROM_START = re.compile(
    r"\b(?:beginning|start|first\s+day)\s+of\s+(?:\w+day,?\s+)?$", re.IGNORECASE
)
TO_END = re.compile(r"\b(?:end|close|last\s+day)\s+of\s*$", re.IGNORECASE)
NOT_A_SPAN = re.compile(
    r"\b(?:rolling|moving|mean|median|survival|old|olds|service|sentences?|every|each)\b", re.I
)
LOOSE = re.compile(
    r"\b(?:up to|at least|at most|more than|nearly|almost|about|around|approximately|roughly|some"
    r"|within|under|less than|fewer than|every|each|per|another|further|aged?|circa|every other"
    r"|than|of up to|to date,?|so far,?|or|rolling|moving|of over)\s+$"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|half|any)\s+of\s+"
    r"(?:the|our|these|its|their)\s+(?:\w+\s+)?$"
    r"|\b(?:middle|midst|start|beginning|end|part|half|rest|remainder|most|months?|weeks?|days?)\s+of"
    r"\s+(?:the|this|that|these|our|its|their)\s+(?:\w+\s+)?$"
    r"|\b(?:waits?|waiting|delays?|lasting|sentences?|stays?|orders?|tenanc(?:y|ies)|placements?)"
    r"\s+(?:of\s+)?(?:over\s+|for\s+)?$",
    re.IGNORECASE,
)
# So many out of a longer time: "on six days between March and May", "years in which it rose",
# "any two years from 2010 to 2016".
CHOSEN = re.compile(
    r"\b(?:(?:there\s+(?:were|was|are|have\s+been|had\s+been)|on|except|apart\s+from|all\s+but)\s+"
    r"(?:only\s+|just\s+)?|(?:any|best|worst|at\s+least|choos\w+|chos\w+|select\w*|pick\w*)\s+"
    r"(?:(?:any|the|an?|of|best|worst)\s+){0,2})$",
    re.IGNORECASE,
)
CHOSEN_FOR = re.compile(r",?\s+(?:where|when|that|with|(?:in|on|during|for)\s+which)\b")
DEFINITE = re.compile(r"\b(?:the|these|those|past|last)\s+$", re.IGNORECASE)
SPAN_FIRST = re.compile(
    r"(?:\s*(?P<bracket>\()(?:a\s+period\s+of\s+|a\s+|an\s+|the\s+|over\s+)?"
    r"|(?:,|\s[–—-])\s*(?:(?P<of>(?:a|an)\s+(?:period|span|stretch|spell|total|run)\s+of)"
    r"|(?P<an>a|an|the)|(?P<all>(?=\w+\s\w+\s+in\s+(?:all|total)\b)))\s*)",
    re.IGNORECASE,
)
SPAN_FIRST_ENDS = {
    "bracket": re.compile(r"(?:\s+(?:period|in\s+all|in\s+total|inclusive))?\s*\)", re.IGNORECASE),
    "of": re.compile(r"\b"),
    "noun": re.compile(rf"\s+(?:{_PERIOD}\b|in\s+(?:all|total)\b)", re.IGNORECASE),
}
BEGAN = re.compile(
    r"(?:\s+[a-z-]+){0,3}?,?\s+(?P<began>(?:(?:which|that)\s+)?(?:began|begun|starts?|started"
    r"|starting|opened"
    r"|launched|beginning|starting|commenced|commencing|was\s+launched)\s+(?:in"
    r"|on)\s+(?:\w+day\s+)?)",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"[^.;()]{0,40}?\b(?:ended|ends?|ending|finish(?:ed|es|ing)|closed|closes|completed|concluded"
    r"|concludes|expired|expires|came\s+to\s+an\s+end)\s+(?:in|on|at\s+the\s+end\s+of)\s+"
    r"(?:\w+day\s+)?",
    re.IGNORECASE,
)
_NAME = r"(?:autumn|spring|summer|winter|michaelmas|hilary|trinity|lent)"
NAMES = re.compile(_NAME, re.IGNORECASE)
_NAME_IN = rf"(?:the\s+)?{_NAME}(?:\s+terms?)?(?:\s+(?:of\s+)?(?:19|20)\d\d)?"
LISTED_NAMES = re.compile(
    rf"{_NAME_IN}(?:\s*(?:,|and|&|,\s*and)\s*{_NAME_IN})+(?:\s+terms?)?", re.IGNORECASE
)
