"""The words that say what is counted: a clause without its grammar, each word cut to a stem."""

import re
from functools import lru_cache

from goldenthread.claims.sayings.synonyms import in_one_form, settled

WORD = re.compile(r"[A-Za-z0-9]+(?:[’'-][A-Za-z0-9]+)*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Grammar, and words that say nothing of what is counted.
STOP = _set(
    "a an the this that these those of to in on at by for from with within into onto upon "
    "across and or but nor so as than then there here it its itself he she his her we us our "
    "ours you your they them their i my me who whom whose which what when where while whilst "
    "whereas although though because since until till if is are was were be been being am has "
    "have had having do does did done will would can could may might shall should must yes "
    "also too very just only even still already yet again ever always about around "
    "approximately roughly nearly almost over under more most less least fewer than up down "
    "out off such other some any all both each every own same however therefore thus hence "
    "overall altogether total totals totalling number numbers figure figures count counts "
    "amount amounts amounting level levels sum value values n year years yearly annual "
    "annually period periods reporting financial fiscal calendar during throughout between "
    "against compared comparison comparing versus vs current currently now today latest "
    "recent recently final headline headlines key fact facts summary highlight highlights "
    "shown shows show showing see seen above below following table chart graph data "
    "statistics according mean means meaning equal equals equivalent thanks remarkable strong "
    "good welcome sharp significant significantly slight slightly marked markedly "
    "considerable considerably substantial substantially further once whole respectively et "
    "eg ie etc per-cent percent cent percentage proportion share rate rates ratio full"
)
# Verbs of being counted, and of moving: what is counted stays the same whichever is used.
LIGHT = _set(
    "stand stands stood standing reach reaches reached remain remains remained stay stays "
    "stayed rise rises rose risen rising fall falls fell fallen falling increase increases "
    "increased increasing decrease decreases decreased decreasing drop drops dropped dropping "
    "reduce reduces reduced reduction grow grows grew grown climb climbs climbed dip dipped "
    "decline declined went go goes gone come comes came coming change changed move moved "
    "improve improved improvement worsen worsened record recorded records recording report "
    "reported reports receive received receives receiving make made makes set note noted find "
    "found give given gave take taken took see saw seen have had get got occur occurred "
    "happen happened amount amounted represent represents represented constitute register "
    "registered numbered numbering totalled totalling comprised amounted experience "
    "employ employs employed employing thank thanks logged logging handled handling dealt "
    "looking uptake coverage "
    "experienced undertake undertook undertaken carry carried be low lower lowest high higher "
    "highest peak peaked stable steady similar consistent doubled halved double"
)
# Who says it or does it: where only one of two sayings names them, the sameness is inferred.
AGENTS = _set(
    "trust council department partnership service services board authority force association "
    "agency organisation team company charity society college university government hospital "
    "helpline committee commissioner constabulary inspectors inspector"
)
_WORD_BEFORE = tuple(f"{letter} " for letter in "abcdefghijklmnopqrstuvwxyz")
# "Under 18" and "over 18" are two groups, though "under" and "over" mostly are grammar.
_BOUNDED = re.compile(r"\b(under|over|below|above|before|after)[\s-](?:the age of )?(\d+)", re.I)
_FOOTNOTE = re.compile(r"\[\d+\]")
# The forms of verbs that change within, the plain one first.
_VERBS = (
    "fly flies flew flown,write writes wrote written,drive drives drove driven,teach taught,"
    "build built,send sent,grow grows grew grown,sell sold,pay pays paid,buy bought,win wins won,"
    "lose loses lost,run runs ran,choose chooses chose chosen,break broke broken,bring brought,"
    "steal steals stole stolen,catch caught,draw drew drawn,swim swam swum,sing sang sung,"
    "ride rides rode ridden,keep kept,feed fed,fight fought,hear heard,seek sought,lend lent"
)
_IRREGULAR = {
    "children": "child",
    "people": "person",
    "persons": "person",
    "women": "woman",
    "men": "man",
    "became": "become",
    "becoming": "become",
    "becomes": "become",
    "began": "begin",
    "begun": "begin",
    "beginning": "begin",
    "started": "start",
    "families": "family",
    "men's": "man",
    "lives": "life",
    "held": "hold",
    "led": "lead",
    "met": "meet",
    "meeting": "meeting",
    "meetings": "meeting",
    "spent": "spend",
    "cost": "cost",
    "left": "left",
    "was": "be",
    **{form: forms.split()[0] for forms in _VERBS.split(",") for form in forms.split()},
    "bus": "bus",
    "yrs": "year",
    "dv": "domestic-abuse",
    "cpp": "child-protection-plan",
}


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending, so that "reported" and "reports" are one; not always a word."""
    text = word.lower().replace("’", "'")
    text = text.removesuffix("'s").removesuffix("'")
    if text in _IRREGULAR:
        return _IRREGULAR[text]
    if not text.isalpha() or len(text) <= 3:
        return text
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if text.endswith(ending):
            return text[: -len(ending)] + put
    if text.endswith("s") and not text.endswith(("ss", "us", "is")):
        text = text[:-1]
    for ending in ("ing", "ed"):
        if text.endswith(ending) and len(text) - len(ending) >= 3:
            text = text[: -len(ending)]
            if len(text) > 3 and text[-1] == text[-2] and text[-1] not in "lsz":
                text = text[:-1]
            break
    return text.removesuffix("e")


@lru_cache(maxsize=32768)
def content(text: str) -> frozenset[str]:
    """The stems of a text's words that say what is counted."""
    text = in_one_form(_FOOTNOTE.sub(" ", text))
    found = {f"{match[1].lower()}{match[2]}" for match in _BOUNDED.finditer(text)}
    for match in WORD.finditer(text):
        word = match.group()
        low = word.lower().replace("’", "'")
        if len(word) == 1 and word.isalpha():
            if word.isupper() and text[: match.start()].endswith(_WORD_BEFORE):
                found.add(word)  # "School A": a name; "A school": grammar
            continue
        if low in STOP or low in LIGHT:
            continue
        for part in low.split("-") if "-" in low and not any(c.isdigit() for c in low) else (low,):
            if part and part not in STOP and part not in LIGHT:
                found.add(stem(part))
    return settled(frozenset(found))


AGENT_STEMS = frozenset(stem(word) for word in AGENTS)
# A saying of one of these words alone says too little to be compared.
GENERIC_STEMS = frozenset(
    stem(word)
    for word in _set(
        "children child young people person families family staff cases case pupils students "
        "patients residents members members' meetings adults individuals women men girls boys "
        "practitioners professionals responses respondents items actions visits places area areas"
    )
)
