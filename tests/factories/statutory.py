"""Made-up statutory returns: a census and the tables of a 903, small, with texts that give away."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# No word of a message, so that a fault that held one would be found out.
CHILDREN = ("QZX-4711-A", "QZX-4711-B", "QZX-4711-C")
PUPIL = "W987654321098"
POSTCODE = "QX9 7ZZ"
WORKER = "WKR-7731-Q"
SECRETS = (*CHILDREN, PUPIL, POSTCODE, WORKER, "4711", "7731", "QX9")

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
<LEA>821</LEA><SoftwareCode>Any</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>
<DateTime>2024-05-01T09:00:00</DateTime></Source></Header>"""

IDENTIFIERS = f"""<ChildIdentifiers><LAchildID>{CHILDREN[0]}</LAchildID><UPN>{PUPIL}</UPN>
<FormerUPN>{PUPIL}</FormerUPN><UPNunknown>UN3</UPNunknown>
<PersonBirthDate>2015-03-27</PersonBirthDate>
<ExpectedPersonBirthDate>2015-03-20</ExpectedPersonBirthDate>
<GenderCurrent>2</GenderCurrent><PersonDeathDate>2024-03-01</PersonDeathDate></ChildIdentifiers>"""

CHARACTERISTICS = """<ChildCharacteristics><Ethnicity>ABAN</Ethnicity><Disabilities>
<Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>"""

MODULES = {
    "Assessments": """<Assessments>
<AssessmentActualStartDate>2023-06-02</AssessmentActualStartDate>
<AssessmentInternalReviewDate>2023-06-12</AssessmentInternalReviewDate>
<AssessmentAuthorisationDate>2023-07-18</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors>
<AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>""",
    "CINPlanDates": """<CINPlanDates><CINPlanStartDate>2023-07-19</CINPlanStartDate>
<CINPlanEndDate>2023-08-01</CINPlanEndDate></CINPlanDates>""",
    "Section47": """<Section47><S47ActualStartDate>2023-08-01</S47ActualStartDate>
<InitialCPCtarget>2023-08-22</InitialCPCtarget><DateOfInitialCPC>2023-08-18</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired></Section47>""",
    "ReferralNFA": "<ReferralNFA>0</ReferralNFA>",
    "ChildProtectionPlans": """<ChildProtectionPlans><CPPstartDate>2023-08-18</CPPstartDate>
<CPPendDate>2024-02-01</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2023-11-10</CPPreviewDate><CPPreviewDate>2024-01-20</CPPreviewDate>
</Reviews></ChildProtectionPlans>""",
    "PreProceedingsandFGDM": """<PreProceedingsandFGDM><PPStartDate>2024-01-09</PPStartDate>
<LBPSentDate>2024-01-20</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer>
<FGDMMeetingFac>0</FGDMMeetingFac><InitialPPMeetingDate>2024-01-28</InitialPPMeetingDate>
<ReviewMeetingsCount>3</ReviewMeetingsCount><StepDecisionDate>2024-02-01</StepDecisionDate>
<PPOutcome>A</PPOutcome><CourtAppDate>2024-02-18</CourtAppDate>
<LetterInitCPDate>2024-02-20</LetterInitCPDate></PreProceedingsandFGDM>""",
}

REFERRAL = """<CINreferralDate>2023-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N4</PrimaryNeedCode><CINclosureDate>2024-02-27</CINclosureDate>
<ReasonForClosure>RC1</ReasonForClosure>"""


def details(*modules: str, referral: str = REFERRAL) -> str:
    """One referral with its modules, by name or as they stand."""
    return (
        f"<CINdetails>{referral}{''.join(MODULES.get(each, each) for each in modules)}</CINdetails>"
    )


def a_child(*episodes: str, identifiers: str = IDENTIFIERS, more: str = CHARACTERISTICS) -> str:
    """One child; without ``episodes`` one referral with every module."""
    return f"<Child>{identifiers}{more}{''.join(episodes or [details(*MODULES)])}</Child>"


def another(number: int, *episodes: str) -> str:
    """A child like the first under another identifier."""
    return a_child(*episodes, identifiers=IDENTIFIERS.replace(CHILDREN[0], CHILDREN[number]))


def a_census(*children: str, header: str = HEADER) -> str:
    """A census of these children; without any, of one told of in full."""
    inside = "\n".join(children or [a_child()])
    return f"<Message>{header}<Children>\n{inside}\n</Children></Message>"


def as_file(folder: Path, name: str, text: str | bytes) -> Path:
    """A file of that text."""
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


A, B, C = CHILDREN

TABLES: Mapping[str, str] = {
    "header.csv": f"""CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
{A},2,27/03/2006,ABAN,{PUPIL},1,09/09/2023
{B},1,14/02/2013,REFU,,0,
{C},1,28/02/2008,WBRI,,,
""",
    "episodes.csv": f"""CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,\
REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
{A},15/06/2023,S,C1,N1,U6,PR1,14/08/2023,X1,CARPL,{POSTCODE},{POSTCODE},SC012345
{A},14/08/2023,P,C2,N1,K2,PR4,,,,{POSTCODE},{POSTCODE},SC012346
{B},01/02/2024,S,V2,N8,A5,PR1,09/03/2024,E11,,{POSTCODE},{POSTCODE},
""",
    "reviews.csv": f"CHILD,DOB,REVIEW,REVIEW_CODE\n{A},27/03/2006,30/08/2023,PN1\n",
    "uasc.csv": f"CHILD,SEX,DOB,DUC\n{C},1,28/02/2008,28/02/2026\n",
    "oc2.csv": f"""CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,\
HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
{A},27/03/2006,17,,0,,1,1,1,0,,
{B},14/02/2013,,SDQ2,0,,1,0,1,0,,
""",
    "oc3.csv": f"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n{A},27/03/2006,YES,F2,U1\n{C},,NO,0,0\n",
    "ad1.csv": f"""CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
{B},14/02/2013,22/11/2023,22/12/2023,1,2,MF,L11
""",
    "placed.csv": f"""CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
{B},14/02/2013,22/11/2023,,
{C},28/02/2008,02/05/2023,07/07/2023,RD1
""",
    "permanence.csv": f"CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n{A},27/03/2006,P2,821,zz/06/2019\n",
    "missing.csv": f"CHILD,DOB,MISSING,MIS_START,MIS_END\n{A},27/03/2006,M,13/11/2023,25/11/2023\n",
    "workers.csv": f"""CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
{A},27/03/2006,{WORKER},01/04/2023,01/05/2023,MANAGE
""",
    "liberty.csv": f"CHILD,DOB,DOLO_START,DOLO_END\n{A},27/03/2006,01/01/2024,02/02/2024\n",
}


def a_return(folder: Path, names: Iterable[str] = TABLES) -> list[Path]:
    """Files of these tables of a 903 return of 2024."""
    return [as_file(folder, name, TABLES[name]) for name in names]


def as_markup(tables: Mapping[str, str] = TABLES) -> str:
    """The same return as XML after its schema, without the tables that has no place for."""
    rows = {name: list(csv.DictReader(text.splitlines())) for name, text in tables.items()}
    children = []
    for child in rows["header.csv"]:
        own = {
            name: [row for row in each if row["CHILD"] == child["CHILD"]]
            for name, each in rows.items()
        }
        head = [_elements(child, ["CHILD", "UPN", "SEX", "DOB", "ETHNIC"])]
        head += [f"<UASC>1</UASC>{_elements(row, ['DUC'])}" for row in own["uasc.csv"]]
        head += [_elements(row) for name in ("ad1.csv", "oc3.csv") for row in own[name]]
        head += [_elements(child, ["MOTHER", "MC_DOB"])]
        for name, around in _AROUND.items():
            head += [f"<{around}>{_elements(row)}</{around}>" for row in own[name]]
        episodes = [f"<EPISODE>{_elements(row)}</EPISODE>\n" for row in own["episodes.csv"]]
        children.append(f"<CHILD>\n<HEADER>{''.join(head)}</HEADER>\n{''.join(episodes)}</CHILD>\n")
    return f"<EXPSSDA903>\n{''.join(children)}</EXPSSDA903>"


_AROUND = {
    "missing.csv": "AMISSING",
    "reviews.csv": "AREVIEW",
    "permanence.csv": "PERMANENCE",
    "oc2.csv": "OC2",
    "placed.csv": "AD_PLACED",
}


def _elements(row: Mapping[str, str], names: Sequence[str] = ()) -> str:
    """Cells as elements; without ``names`` those that are not of the child."""
    called = {"CHILD": "CHILDID", "PLACE": "PL"}
    chosen = names or [name for name in row if name not in ("CHILD", "DOB")]
    tags = ((called.get(name, name), row[name]) for name in chosen)
    return "".join(f"<{tag}>{text}</{tag}>" if text else f"<{tag}/>" for tag, text in tags)
