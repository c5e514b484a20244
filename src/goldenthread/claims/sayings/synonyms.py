"""Different words of the field for one thing, brought to one: "became subject of", "started"."""

import re

# Phrases, as they stand in a text, and what is read for them.
_PLAN = r"(?= (?:an? |the )?(?:new )?(?:child protection|protection) plan)"
_AGES = r"two|three|four|five|six|\d+"
_PHRASES = (
    (r"children and young people|young people and children", "children"),
    (
        r"looked[- ]after|in (?:our |local authority |public |the council['’]s )?care"
        r"(?! (?:homes?|plans?|leavers?|proceedings|packages?|services?|settings?)\b)",
        "incare",
    ),
    (r"(?:becoming|became|become|becomes) (?:the )?subject (?:of|to)", "starting"),
    (rf"(?:becoming|became|become|becomes|placed|put) on{_PLAN}", "starting"),
    (rf"(?:the )?subject (?:of|to){_PLAN}", "on"),
    (r"section 47s?|s\.? ?47s?|sec 47", "section-47"),
    (r"ICPCs?", "initial child protection conferences"),
    (r"CPPs?", "child protection plans"),
    (r"EHCPs?|EHC plans?|education,? health (?:and|&) care plans?", "ehc plans"),
    (r"CSE", "child sexual exploitation"),
    (
        r"first[- ]time entrants?(?: (?:in)?to the (?:youth |criminal )?justice system)?",
        "first-time entrants",
    ),
    (r"(?:accident and emergency|A&E)(?: department)?", "emergency department"),
    (
        rf"(?:{_AGES})[- ]years?[- ]olds?|(?:at )?(?:aged?|at) (?:{_AGES})(?: years?(?: old)?)?"
        r"(?=[\s,.;:)]|$)(?!\s?(?:[-–]|to\s|and\s|or\s|sites|schools|of\b))",
        "age",
    ),
)
_ANY = re.compile(
    r"\b(?:"
    + "|".join(rf"(?P<p{at}>(?:{pattern})(?!\w))" for at, (pattern, _) in enumerate(_PHRASES))
    + ")",
    re.IGNORECASE,
)
_NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_AGE = re.compile(_AGES, re.IGNORECASE)

# Stems for one thing.
_SAME = {
    "begin": "start",
    "commenc": "start",
    "ceas": "end",
    "enrolment": "enroll",
    "workforc": "staff",
    "employe": "staff",
    "student": "pupil",
    "learner": "pupil",
    "fundrais": "rais",
    "immunis": "vaccin",
    "immunisation": "vaccin",
    "vaccinat": "vaccin",
    "vaccination": "vaccin",
    "jab": "vaccin",
    "referr": "referral",
    "refer": "referral",
    "complain": "complaint",
    "earning": "incom",
    "satisfaction": "satisfi",
    "completion": "complet",
    "donation": "donat",
    "spend": "cost",
    "expenditur": "cost",
}
# Where the first words stand, the others say nothing more: "referrals to children's social care".
_IMPLIED = (
    (frozenset(("contact",)), frozenset(("front", "door"))),
    (frozenset(("referral",)), frozenset(("social", "car"))),
    (frozenset(("plan", "start")), frozenset(("new",))),
    (frozenset(("rais",)), frozenset(("fund",))),
    (frozenset(("rais",)), frozenset(("money",))),
    (frozenset(("grant",)), frozenset(("award",))),
    (frozenset(("enroll",)), frozenset(("pupil",))),
    (frozenset(("hold", "conferenc")), frozenset(("hold",))),
    (frozenset(("hold", "meet")), frozenset(("hold",))),
    (frozenset(("staff",)), frozenset(("person",))),
)
_VACCINES = re.compile(r"mmr\d?|hpv|bcg|flu|polio")
_NEW = frozenset(("new", "plan"))


def in_one_form(text: str) -> str:
    """A text with the phrases of the field that mean one thing brought to one form."""
    text, phrases = _ANY.subn(_put, text)
    # "became subject of a plan": the second phrase is made by the first.
    return _ANY.sub(_put, text) if phrases else text


def _put(match: re.Match[str]) -> str:
    put = _PHRASES[int((match.lastgroup or "p0")[1:])][1]
    if put == "age":
        found = _AGE.search(match.group())
        number = found.group().lower() if found else ""
        return f"age{_NUMBERS.get(number, number)}"
    return put


def settled(words: frozenset[str]) -> frozenset[str]:
    """Stems brought to one for each thing, without those that say nothing more."""
    found = {_SAME.get(word, word) for word in words}
    if found >= _NEW and "protection" in found:
        found = found - {"new"} | {"start"}
    for where, more in _IMPLIED:
        if where <= found and more <= found:
            found -= more
            if where == frozenset(("referral",)):
                found -= {"child"}
    if any(_VACCINES.fullmatch(word) for word in found):
        found -= {"vaccin"}
    return frozenset(found)
