"""What looks like a number and is none: sections, levels, ages, telephone numbers, list marks."""

import re
from functools import lru_cache

from goldenthread.claims.language.any_of import any_of

BLANK = "\x00"


# Names that take a number however they are written, and names that do so with a capital only
# ("Year 6", but "in the year 386 children").
_ALWAYS = any_of(
    "sections section schedule articles article regulations regulation levels level tiers tier "
    "stages stage key~stage figures figure figs fig tables table charts chart graph pages page pp "
    "appendix annex annexe priority recommendations recommendation paragraphs paragraph paras para "
    "chapters chapter footnote version volume phases phase waves wave sweeps sweep deciles decile "
    "quintiles quintile quartiles quartile"
)
_CAPITAL = any_of(
    "Section Schedule Part Parts Article Regulation Reg Rule Level Tier Stage Step Steps "
    "Phase Band Grade Category Key~Stage Year Years Class Form Figure Table Chart Graph Box "
    "Page Appendix Annex Priority Recommendation Action Objective Objectives Standard "
    "Standards Outcome Paragraph Number No Nos Item Version Note Notes Question Type Module "
    "Week Case Volume Chapter Goal Principle Area Strand Theme Pillar Aim Ward Unit Room "
    "Group Line Channel Route Junction Edition Issue Ref Reference Radio Formula Protocol "
    "Pathway Day Slide Exhibit Option Scenario Wave Cohort Round Child Family School Zone "
    "Building Floor Sample Site Team Domain Criterion Map "
    "Figures Tables Charts Graphs Maps Boxes Pages Sections Chapters Paragraphs Appendices Annexes "
    "Articles Regulations Levels Tiers Stages Recommendations Notes Questions Items Volumes"
)
# "Number 12", and not "of that number 12 came".
_NUMBER = r"(?<!that )(?<!this )number"
# "95 in Year 12 and 86 in Year 13": what counts the next is no other of its name.
_COUNTED = r"\d[\d,]*\s(?:in|from|at|for|on|to)\s[A-Za-z][a-z]+\s\d"
_LIST = (
    r"\d+(?:\.\d+)*[a-z]?"
    rf"(?:\s?(?:[-–/&]|to|and|or)\s?(?!{_COUNTED})\d+(?:\.\d+)*[a-z]?)*"
)
_ENDS = r"(?![\w%]|\.\d|,\d{3}\b|\s?%|\s?per\s?cent|\s?pp\b|\s?percentage)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SMALL = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
_AGE_END = r"(?:[-\s]*(?:years?|yrs?|months?|weeks?)(?:[-\s]*olds?|\s+of\s+age)|\s*y/?o\b)"
_NUM = r"\d{1,2}(?!\d|[.,]\d|\s?%|\s?per\scent)"

# "At month 9", "in quarter three"; not "in the month 12 children came".
_IN_TURN = (
    r"(?=[QqMm])(?:(?<=\b[Aa]t )|(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Ff]or )|(?<=\b[Ff]rom )|"
    r"(?<=\bsince )|(?<=\bto )|(?<=\bof )|(?<=\band )|(?<=\bthan )|(?<=\b[Oo]n )|"
    r"(?<=\bwith )|(?<=\()|(?<=, )|(?<=\. ))"
    r"(?:[Qq]uarter|[Mm]onth)\s"
)

# Few places of a text may begin any of these: parted by what they begin with, so that each is tried
# there alone.
_OF_MARKS = (
    # Thresholds: "three or more placements", "£10,000 or less".
    rf"(?<![\d,.])(?:\b{_SMALL}|£?\d+(?:,\d{{3}})*(?:\.\d+)?)"
    r"\sor\s(?:more|fewer|less|greater)\b",
    # Telephone numbers.
    r"(?<![\w.,])(?:\+44\s?(?:\(0\))?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b0\d{9,10}\b",
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]",
    r"(?<!\w)#\d+",
    # What stands below or above the line: "CO~2~e", "m^2".
    r"~\d+~|\^\d+\^?|<su[bp]>[^<]{1,6}</su[bp]>",
    r"[¹²³⁴-⁹⁰]+",
    r"['’]\d0s\b",
)
_OF_DIGITS = (
    # The size of a file beside its link: "XLS format (28.5 Kb)"; not "30 Mb per second".
    r"(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:[KkM][Bb]|GB|[Kk]ilobytes|[Mm]egabytes)\b"
    r"(?!\s?/|\s?per\b|\sa\ssecond)",
    # Times of day, and what is always open.
    r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|noon)\b|\b[0-2]?\d:[0-5]\d\b",
    r"\b24[/-]7\b|\b24\s?hours?\s?a\s?day\b",
    r"\b(?:999|101|111)\s(?:calls?|service|line|emergency)\b",
    r"\b\d{1,2}\s?(?:%|per\scent|percent)\s(?:most|least|poorest|richest|wealthiest)\b",
    r"\b(?:90|95|99)(?:\.\d)?\s?(?:%|per\scent)\s(?:level\sof\s)?(?:CIs?\b|[Cc]onfidence)",
    rf"\b{_NUM}(?:\s?(?:-|–|to|and|or|/|,)\s?{_NUM})*{_AGE_END}",
    r"\b\d{1,2}-?\s(?:and|to|or)\s\d{1,2}[-\s]year[-\s]olds?\b",
    rf"\b{_NUM}\s?(?:\+|plus\b|(?:and|or)\s(?:over|under|above|below|older|younger)\b)",
    r"\b0\s?[-–]\s?(?:5|11|16|17|18|19|24|25)\b",
    rf"\b{_NUM}\s?(?:-|–|to)\s?{_NUM}(?=\s(?:service|age|years?\b|cohort|olds?\b))",
    r"\b1[67]\s?(?:/|&|or|and)\s?1[78]\b(?!\s?%)",
    # Bands told one after the other, each with its share: "16 to 24 (12.1%), 25 to 34 (9.7%)".
    rf"\b{_NUM}\s(?:to|-|–)\s{_NUM}(?=\s\(\d+(?:\.\d+)?%\)(?:,|\sand|;)\s\d+\s(?:to|-|–)\s\d)",
    rf"(?<=%\),\s){_NUM}\s(?:to|-|–)\s{_NUM}(?=\s\(\d+(?:\.\d+)?%\))",
    rf"(?<=%\)\sand\s){_NUM}\s(?:to|-|–)\s{_NUM}(?=\s\(\d+(?:\.\d+)?%\))",
    # Parts of old fractions, and days beside a month: "5-7/8", "February 21-28".
    r"\b\d+-\d/\d{1,2}\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–]|to|and)\s?(?=\d{{1,2}}(?:st|nd|rd|th)"
    rf"?\s(?:{_MONTHS}))",
    # A page or a note between a line and the next sentence: "to judge what 12 In some cases".
    r"(?<=[a-z,.;:)]\s)\d{1,3}(?=\s(?:In|The|This|That|These|Those|See|It|For|Where|When|If|There|"
    r"We|They|While|Although|At|On|However|Under|Source|Note)\s)",
    r"\b\d{4}s\b",
    r"\b\d+[ABCDEFGHIJLNOPQRSTUVWXYZ]\b",
    r"\b\d+(?:\.\d+){2,}\b",
    r"(?<![\w,.£])\d{6,}(?![\w,.]|\s?%)",
    r"\b\d{1,3}/\d{4,}\b|\b\d{5,}/\d+\b",
)
_OF_WORDS = (
    # Addresses of the web and of letters.
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@\S+\.\S+",
    # Postcodes.
    r"\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b",
    r"\bNHS\s?111\b|\b(?:call|dial|ring)\s\d{3}\b",
    # Named things: "section 47", "Level 3", "Figure 2", "No. 4", "s47", "GCP2", "COVID-19".
    rf"(?<![\w-])(?:{_ALWAYS}|(?:{_CAPITAL})s?|no\.|p\.|{_NUMBER})\.?\s?(?:\(\s?)?#?{_LIST}{_ENDS}",
    rf"(?<![\w-])(?:{_ALWAYS}|{_CAPITAL}|{_NUMBER})\s{_SMALL}\b"
    r"(?!\s?(?:per cent|hundred|thousand|out of|in\s))",
    rf"{_IN_TURN}(?:\d{{1,2}}{_ENDS}|{_SMALL}\b(?!\s?(?:per cent|hundred|thousand|out of)))",
    r"(?<![\w'’])[Ss]s?\.?\s?\d{1,3}[A-Z]?(?:\s?[/&]\s?\d{1,3})*(?![\w%]|[.,]\d|\s?%)",
    r"\b(?!vs\d)[A-Za-z]+[-–/]?\d+(?:[.\-/]\d+)*[A-Za-z]?\b(?!%)",
    # School years, indices and standards by their number: "years 7 to 11", "the FTSE 100".
    rf"(?<!\d )\byears\s{_NUM}\s?(?:-|–|to|and)\s?{_NUM}\b(?!\s(?:per|out|of))",
    r"\b(?:FTSE|S&P|Fortune|Nikkei|DAX|CAC|NASDAQ|ISO|BS|EN|Agenda|Windows|Euro)\s\d+\b",
    r"\b(?:Act|Acts|Together|Regulations|Order|Census|Bill|Code|KCSIE|Education|Children|©)"
    r"(?:\sto\sSafeguard\sChildren)?\s?\(?(?:19|20)\d\d(?![\d/])",
    # A condition, and no level: "set to zero if there were none".
    r"\b(?:set|equal|equals|defaults?)\s(?:to\s)?zero\b",
    # Codes with what they stand for: "EPA 4 (Noise)".
    r"\b[A-Z]\w*[A-Z]\w*\s\d{1,2}(?=\s\([A-Z][a-z])",
    # Parts of a year, and groups called by their share: "the first three quarters of 2021", "the
    # 10% most deprived areas", "the poorest 20%".
    r"\b(?:[Ff]irst|[Ll]ast|[Ff]inal|[Ll]atest|[Pp]ast|[Pp]revious|[Nn]ext)\s(?:two|three|[23])"
    r"\squarters(?=\sof\s(?:the\s(?:financial\s|calendar\s)?year|(?:19|20)\d\d))",
    r"\b(?:poorest|richest|wealthiest|(?:most|least)\s(?:deprived|affluent|disadvantaged))\s"
    r"\d{1,2}\s?(?:%|per\scent|percent)",
    # "Type 1 attendances", and how sure an estimate is: "95% CI: 195.4 to 197.7".
    r"\btypes?\s\d\b(?:\s?(?:and|or|/|&)\s?\d\b)*(?!\s?(?:%|per\scent|[.,]\d))",
    # Bases of rates: "per 10,000".
    r"\b(?:per|in\severy|for\severy)\s(?:1,?000|10,?000|100,?000)\b",
    # Ages and age bands.
    rf"\b[Uu]nder\s?\d{{1,2}}\s?(?:-|–|to)\s?\d{{1,2}}{_AGE_END}?",
    r"\b(?:[Aa]ges?|[Aa]ged|[Aa]ge\s?(?:groups?|bands?|range))\s?(?:of\s|from\s|between\s|under\s|"
    r"over\s|below\s|above\s|up\sto\s|is\s|was\s|:\s?|the\sages\sof\s)*"
    rf"{_NUM}(?:\s?(?:-|–|—|to|and|or|/)\s?{_NUM})*(?:\s?\+)?{_AGE_END}?"
    r"(?:\s(?:and|or)\s(?:over|under|above|below|older|younger))?",
    r"\b(?:are|is|were|was)\s(?:over|under)\s\d{1,2}(?=\s?[(),.;]|$)",
    rf"\b{_SMALL}(?:\s(?:and|to|or)\s{_SMALL})?[-\s]years?[-\s]olds?\b",
    r"\b(?:[Uu]nder|[Oo]ver)[\s-]?\d{1,2}(?:['’]?s)\b",
    r"\b(?:children|those|infants|babies|people|pupils|girls|boys|young\speople|adults|residents|"
    r"mothers|men|women|population)\s(?:who\s(?:are|were)\s)?(?:aged\s)?(?:under|over|below|above)"
    rf"\s(?:the\sage\sof\s)?{_NUM}",
    rf"\b(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?\s?[-–]\s?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?%)",
    # Numbers that only pick out a list: "top ten", "16 Days of Action", marks of lists and notes.
    rf"\b(?:[Tt]op|[Bb]ottom)\s?(?:\d{{1,2}}|{_SMALL})\b",
    r"\b(?:\d+|[Ss]ixteen)\s[Dd]ays\sof\s[A-Z]\w+",
    r"\b(?:decile|quintile|quartile)\sgroups?\s\d{1,2}(?:\s(?:to|and)\s\d{1,2})?\b",
)
# The marks of lists and notes.
_AT_THE_START = (
    r"^\s*(?:\d{3}[.)](?=\s+[A-Z])|\d{1,2}(?:\.\d{1,2})*[.):]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3})"
    r"(?=\s(?!per\s?cent|%|million|billion|thousand|bn\b))",
    # The number of a note that names a source: "12 Green, R. et al. (2013). Visits by bus."
    r"^\s*\d{1,3}(?=\s[A-Z].*(?:\((?:19|20)\d\d[a-z]?\)|\bet\sal\b|\[Internet\]|\bcited\s|\bdoi\b|"
    r"\b[Oo]p\.?\scit|\b[Ii]bid\b))",
)


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


_MASK = re.compile(
    rf"{_any(_OF_MARKS)}|\b(?:(?=\d)(?:{_any(_OF_DIGITS)})|{_any(_OF_WORDS)})|"
    rf"^(?:{_any(_AT_THE_START)})"
)
_DIGIT = re.compile(
    r"\d|zero|or (?:more|fewer|less)|[Ss]ixteen|quarters|[Tt]op |[Bb]ottom |year|"
    r"[A-Z]\w+ [OTFSNotfsn]|(?:arter|onth) [otfsenOTFSEN]|[a-z]el? "
)


@lru_cache(maxsize=8192)
def masked(text: str) -> str:
    """The text with what is no quantity blanked out, each character by one, so offsets hold."""
    return _MASK.sub(_blank, text) if _DIGIT.search(text) else text


def blanked(text: str, start: int, end: int) -> str:
    """The text with one stretch blanked out."""
    return f"{text[:start]}{BLANK * (end - start)}{text[end:]}"


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())
