"""Text about another council's children in a report that is about one's own."""

import re

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.places import Named, councils_named
from goldenthread.nouns import Area, AreaKind
from goldenthread.nouns.fault import Severity

_PEOPLE = (
    r"children|young people|young person|child|babies|infants|teenagers|adolescents|famil(?:y|ies)"
    r"|parents|carers|residents|communit(?:y|ies)|practice|practitioners?|professionals|workers?"
    r"|workforce|staff|services?|arrangements|safeguarding|leaders(?:hip)?|schools?|head ?teachers"
    r"|teachers|nurser(?:y|ies)|partners|partnership|agencies|thresholds?|front door|hub|teams?"
    r"|system|support|early help|provision|care leavers|offending|managers|chairs|conferences"
    r"|reviews|visits|audits|plans|decisions|decision[- ]making|responses?|referrals|victims"
)
# "Practice in Y", "children who live in Y", "offending by children across Y".
_GOVERNED = re.compile(
    rf"\b(?:{_PEOPLE})(?:\s(?:and|of|by|work|working|who|that|which|are|is|live|living|growing|up|"
    r"at|risk|there|social|young|people|children|families|care|need|safe|safely|well|delivered|"
    r"provided|offered|available))*\s(?:in|within|across|throughout|of|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(r"\b(?:in|within|across|throughout)\s(?:the\s)?$", re.IGNORECASE)
_OWNED = re.compile(rf"\s(?:\w+\s){{0,2}}?(?:{_PEOPLE})\b", re.IGNORECASE)
_ASSURED = re.compile(
    r"\b(?:assur\w+|confiden(?:t|ce)|satisf\w+|reassur\w+|embedded|understood|effective(?:ly)?)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:assur\w+|confiden(?:t|ce)|satisf\w+|reassur\w+|safe(?:ly|r|ty)?|safeguarded|protect\w*"
    r"|effective(?:ly|ness)?|strong|stronger|robust|well|quick(?:ly)?|early|earlier|good|better"
    r"|outstanding|heard|seen|listened|understood|understand|know|knows|improv\w+|finds?|found"
    r"|keeps?|kept|get|gets|receives?|received|supported|embedded|consistent(?:ly)?|timely|promptly"
    r"|evidence[sd]?|ensur\w+|respond\w*|benefit\w*|cut|reduce[sd]?|at the (?:centre|heart)"
    r"|sets? out|will|committed|continue[sd]?|priorit\w+|makes? a difference|proud|pleased|valued?"
    r"|believ\w+|told us|tell us|mature|trust|enough|sufficien\w+|meets?|thriv\w+|met|works?"
    r"|working|highest quality"
    r"|high quality|progress)\b",
    re.IGNORECASE,
)
# Words by which a text speaks of elsewhere on purpose.
_ELSEWHERE = re.compile(
    r"\b(?:compar\w+|than|similar|unlike|likewise|neighbou?r\w*|average|rates?|elsewhere"
    r"|(?:an)?other (?:areas?|councils?|local authorit(?:y|ies)|partnerships?|places?|parts)"
    r"|also|as well"
    r"|jointly|joint|shared? (?:services?|arrangements?|teams?|contracts?|with|by|between|across)"
    r"|works? with|worked with|working with|alongside|together with|collaborat\w+|between"
    r"|cross[- ]border|pilot\w*|(?:a|the) model|modelled|draws? on|drew on|drawn|based on|learnt"
    r"|learned|learn(?:ing)? from|lessons?|inspired|adopted|copied|visited|(?:a|the) visit|hosted"
    r"|hosts?|(?:an|the) event|attended (?:a|an|the)|seminar|inquir\w+|enquiry into|l?cspr"
    r"|serious case|case reviews?|practice reviews?|rapid reviews?|national (?:review|panel)"
    r"|murders?|death of|killed|publish\w*|peer (?:review|challenge)\w*|inspection (?:of|in)"
    r"|ofsted (?:inspected|inspection|report)|placed|placements?|placing|mov(?:e|ed|es|ing)"
    r"|transferr?\w*|originat\w+|arriv\w+|commission\w*|contracts?|footprint|region\w*"
    r"|sub-region\w*|county|county-?wide|pan[- ]|born|lived|previously|formerly|used to|came"
    r"|travel\w*|serve[sd]?|serving|covers?|covering|merge\w*|boundar\w+|borders?|stud(?:y|ies)"
    r"|research|trial\w*|university|e\.g|for instance|like those|as in)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:;|, and that)\s")
_SCHOOL_SUBJECT = re.compile(
    r"\b(?:writing|maths|mathematics|phonics|spelling|literacy|key stage|attainment|progress)\b",
    re.IGNORECASE,
)


def _run(reading: Reading, findings: Findings) -> None:
    own = reading.area
    if own is None or own.kind is not AreaKind.COUNCIL:
        return
    for sentence in reading.sentences:
        if sentence.passage.heading or not _CLAIMED.search(sentence.text):
            continue
        for text in _CLAUSES.split(sentence.text):
            _look(sentence, text, own, findings)


def _look(sentence: Sentence, text: str, own: Area, findings: Findings) -> None:
    """Look at one clause, which may stand beside another about the report's own area."""
    places = list(councils_named(text))
    strange = [each for each in places if _is_strange(each, own)]
    if not strange or len(strange) < len(places) or _names_own(text, own):
        return
    if len({each.area.code for each in strange}) > 1 or _ELSEWHERE.search(text):
        return
    if place := next((each for each in strange if _is_claimed(text, each)), None):
        findings.add(
            ClaimFault(
                file=sentence.file,
                locator=sentence.locator,
                kind=KIND.name,
                severity=Severity.WARNING,
                printed=place.text,
                expected="",
                message=f"This text is about {own.called}, and the sentence speaks of "
                f"{place.area.called} as if it were about it: put the right place, or say why "
                "the other is named.",
                evidence=f"“{_around(text, place)}” names {place.area.called} and not {own.called}",
            )
        )


def _is_strange(place: Named, own: Area) -> bool:
    """Whether a council is another than the report's own, and no part or double of its name."""
    code = place.area.code
    if code == own.code or code in own.predecessors or code in own.successors:
        return False
    one, other = place.area.called, own.called
    return one not in other and other not in one


def _names_own(text: str, own: Area) -> bool:
    return re.search(rf"\b{re.escape(own.called)}\b", text) is not None


def _is_claimed(text: str, place: Named) -> bool:
    before = text[: place.start]
    if place.area.name == "Reading" and _SCHOOL_SUBJECT.search(text):
        return False
    if place.owning:
        return bool(_OWNED.match(text, place.end))
    if _GOVERNED.search(before):
        return True
    return bool(_ANYWHERE.search(before) and _ASSURED.search(text)) or bool(
        re.match(r"\s(?:children|young people|families|residents)\b", text[place.end :])
    )


def _around(text: str, place: Named) -> str:
    begin = max(0, place.start - 50)
    begin = text.find(" ", begin) + 1 if begin else 0
    end = text.find(" ", place.end + 30)
    whole = text[begin:] if end < 0 else text[begin:end]
    return f"{'... ' if begin else ''}{whole}{'' if end < 0 else ' ...'}"


KIND = Kind(
    name="another_area",
    title="Another area’s text",
    asks="Is a report about one council assured of children or practice in another?",
    examples=(
        Example(
            text="Children in Luton told us that they feel safe at school.",
            area="Luton",
            fault=False,
        ),
        Example(
            text="The rate here is below those of Slough and Peterborough, and practice is good.",
            area="Luton",
            fault=False,
        ),
        Example(
            text="Our officers learned a great deal from children's services in Leeds.",
            area="Luton",
            fault=False,
        ),
        Example(
            text="Leicester Royal Infirmary is confident that its staff know the signs.",
            area="Luton",
            fault=False,
        ),
        Example(
            text="The board is assured that practice in Peterborough is safe.",
            area="Luton",
            fault=True,
        ),
        Example(
            text="Slough's children are seen within a day, and families told us they are heard.",
            area="Luton",
            fault=True,
        ),
        Example(
            text="Partners are confident that young people across Walsall get help early.",
            area="Luton",
            fault=True,
        ),
    ),
    limits=(
        "Works only where the area is given with --area, and knows councils by their names today "
        "and before: towns, districts and wards are not known.",
        "A sentence that names the report’s own area too, several others, or a reason to speak "
        "of elsewhere (a comparison, a review, a visit, a shared service) passes.",
        "A council whose name is part of the report’s own, as Derby’s is of Derbyshire’s, is left "
        "alone.",
    ),
    run=_run,
)
