"""The elements of the children in need census, 2017 to 2026, as its schemas name them."""

from goldenthread.sources.statutory.layout import Kind, Layout, folded

CHILD = "Child"
HEADER = "Header"
DETAILS = "CINdetails"
ASSESSMENT = "Assessments"
PLAN = "CINPlanDates"
SECTION_47 = "Section47"
PROTECTION = "ChildProtectionPlans"
PROCEEDINGS = "PreProceedingsandFGDM"
DISABILITY = "Disability"
FACTOR = "AssessmentFactors"
REVIEW = "CPPreviewDate"

LAYOUT = Layout(
    child=CHILD,
    kinds=(
        Kind(HEADER, ("Collection", "Year", "ReferenceDate", "LEA")),
        Kind(
            CHILD,
            (
                "LAchildID", "UPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate",
                "Sex", "GenderCurrent", "PersonDeathDate", "Ethnicity",
            ),
            spellings={"UPNUnknownType": "UPNunknown"},
        ),
        Kind(DISABILITY, (DISABILITY,), within=CHILD, item=True),
        Kind(
            DETAILS,
            (
                "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate",
                "ReasonForClosure", "DateOfInitialCPC", "ReferralNFA",
            ),
            within=CHILD,
            spellings={"DateOfInitialICPC": "DateOfInitialCPC"},
        ),
        Kind(
            ASSESSMENT,
            ("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
            within=DETAILS,
        ),
        Kind(FACTOR, (FACTOR,), within=ASSESSMENT, item=True),
        Kind(PLAN, ("CINPlanStartDate", "CINPlanEndDate"), within=DETAILS),
        Kind(
            SECTION_47,
            ("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"),
            within=DETAILS,
        ),
        Kind(
            PROTECTION,
            (
                "CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse",
                "NumberOfPreviousCPP",
            ),
            within=DETAILS,
        ),
        Kind(REVIEW, (REVIEW,), within=PROTECTION, item=True),
        Kind(
            PROCEEDINGS,
            (
                "PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "FGDMMeetingFac",
                "InitialPPMeetingDate", "ReviewMeetingsCount", "StepDecisionDate", "PPOutcome",
                "CourtAppDate",
            ),
            within=DETAILS,
        ),
    ),
    holders=folded(
        "Message", "CINdetailsCollection", "Children", "CollectionDetails", "Source",
        "ChildIdentifiers", "ChildCharacteristics", "Disabilities",
        "FactorsIdentifiedAtAssessment", "Reviews",
    ),
    # Who made the file, a pupil's former number, the review within an assessment that the law no
    # longer asks for, and the letter that began proceedings: no table has a column for them.
    passed_over=folded(
        "SourceLevel", "SoftwareCode", "Release", "SerialNo", "DateTime", "FormerUPN",
        "AssessmentInternalReviewDate", "LetterInitCPDate",
    ),
)  # fmt: skip
