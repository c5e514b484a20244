"""What the sources leave open about children looked after, care leavers, the hub and neglect."""

from goldenthread.indicators.parameter import Parameter

IN_CARE = (
    Parameter(
        "months_up_to_the_day",
        "When do the twelve months, two years and two and a half years that end on a day begin?",
        (
            ("calendar", "the day after the same day of the month so many months before"),
            ("days", "364, 729 and 912 days before"),
        ),
        "The national release speaks of the year from 1 April to 31 March.",
    ),
    Parameter(
        "same_carer_moves",
        "Is a change of placement a new placement where the carer stays the same?",
        (
            ("not_counted", "no: the child moved from nobody"),
            ("counted", "yes: every change of placement is one"),
        ),
        "The measure is of how settled a child is, and reasons T and U of the national return say "
        "that the child stayed with the same carer, mostly where a carer moved house or was "
        "approved anew.",
    ),
    Parameter(
        "adoption_and_same_carer",
        "How is a child placed for adoption counted among those with the same carer?",
        (
            ("from_adopters", "from when the child came to live with the adopters"),
            ("with_placement_before", "from the start of the placement before it"),
        ),
        "The published row speaks of the same carer, and the adopters mostly are another one; the "
        "older national indicator took the placement before as part of it.",
    ),
    Parameter(
        "distance_not_known",
        "Does a child count whose distance from home is not known?",
        (
            ("left_out", "no: the child is left out above and below the line"),
            ("counted", "yes, as not placed far away"),
        ),
        "A child seeking asylum alone has no home to measure from, and others’ addresses are "
        "withheld: taking them for near would flatter.",
    ),
    Parameter(
        "looked_after_visit_within",
        "How soon after a visit to a child looked after must the next be made?",
        (
            ("6_weeks", "within six weeks"),
            (
                "6_weeks_then_3_months",
                "within six weeks in the first year of care, then within three months",
            ),
        ),
        "Regulations ask for six weeks in the first year and allow three months after it only "
        "where the placement is meant to last, which no format tells.",
    ),
    Parameter(
        "left_before_assessment",
        "Does a child count who left care before the initial health assessment was due?",
        (
            ("left_out", "no: none was due yet"),
            ("counted", "yes, like every other child who came into care"),
        ),
        "An assessment that was not yet due cannot be late.",
    ),
    Parameter(
        "health_assessments_due",
        "How many health assessments must a child looked after have had in the year?",
        (
            ("one", "one"),
            ("two_under_5", "two for a child under five, one for others"),
        ),
        "The release counts children who had their annual assessment; regulations ask for one "
        "every six months under five. The council’s own yearly answer holds before either.",
    ),
    Parameter(
        "missing_or_absent",
        "Do times count when a child was away without authorisation and not missing?",
        (
            ("missing", "no: only times recorded as missing, or not said which"),
            ("both", "yes"),
        ),
        "The release counts the two apart, and many councils no longer record the second.",
    ),
    Parameter(
        "interview_not_recorded",
        "Does a missing episode count of which nothing is recorded about an interview?",
        (
            ("not_offered", "yes, as one after which none was offered"),
            ("left_out", "no: it is left out"),
        ),
        "The duty is to offer and to record the offer.",
    ),
    Parameter(
        "hub_episode_counted_on",
        "On which day is an episode of the hub counted?",
        (
            ("decided", "on the day it was decided"),
            ("started", "on the day it began"),
        ),
        "Outcomes are published by the month they were decided in; whether all of the local return "
        "is so is to be confirmed.",
    ),
    Parameter(
        "red_decided_within",
        "Within how many hours must the hub decide an episode rated red?",
        (("4_hours", "within 4 hours"), ("24_hours", "within 24 hours")),
        "Set locally: confirm it in the hub’s own procedure.",
    ),
    Parameter(
        "amber_decided_within",
        "Within how many hours must the hub decide an episode rated amber?",
        (("24_hours", "within 24 hours"), ("48_hours", "within 48 hours")),
        "Set locally: confirm it in the hub’s own procedure.",
    ),
    Parameter(
        "green_decided_within",
        "Within how many hours must the hub decide an episode rated green, or not rated?",
        (("72_hours", "within 72 hours"), ("120_hours", "within 120 hours")),
        "Set locally: confirm it in the hub’s own procedure.",
    ),
    Parameter(
        "hub_hours",
        "In which hours does the time set for the hub and its agencies run?",
        (
            ("round_the_clock", "day and night, weekends and bank holidays with them"),
            (
                "working_hours",
                "from nine to five on working days, of which eight are a day: 24 hours are one",
            ),
        ),
        "The times are told in hours, and a child in danger at night cannot wait for the morning: "
        "a hub that is shut at night and told to count otherwise says so by choosing.",
    ),
    Parameter(
        "agency_answers_within",
        "How soon must an agency answer a request of the hub?",
        (
            ("by_rating", "within the hours that the episode is to be decided in"),
            ("24_hours", "within 24 hours, whatever the rating"),
        ),
        "Set locally: an answer that comes after the decision is due cannot inform it.",
    ),
    Parameter(
        "gcp2_counted",
        "Is an assessment of several children of a family counted once?",
        (
            ("assessments", "yes: each assessment once"),
            ("children", "no: once for each child in it"),
        ),
        "The indicator is how often the tool is used.",
    ),
    Parameter(
        "gcp2_within",
        "How recent must a neglect assessment of a child on a plan be?",
        (
            ("12_months", "completed within the twelve months that end on the day"),
            ("plan", "completed since the plan began"),
        ),
        "A profile mostly comes before the plan it leads to, and an old one says little of now.",
    ),
)
