"""The pages of agencies, people, the trail and tokens that are asked for, one line each."""

from tests.seeing.belonging import OF_A_PARTNERSHIP
from tests.seeing.line import CHECKED, DIRECTORY, NOT_A_THING, PEOPLE, PROGRAMS, TRAIL, Line, day

_QUERIED = "/trail/?action=return+queried"


def directory() -> list[Line]:
    agency, group, post = "/agencies/{agency}/", "/groups/{group}/", "/posts/{post}/"
    named = {"name": "Another name", "short_name": "Another"} | day("since")
    new = named | {"standing": "relevant", "sector": "other", "footprint": "Luton"}
    succession = {"successor": "{beside}", "how": "merged"} | day("on") | CHECKED
    ended = {"exists": "yes", "why": "It left"} | day("until") | CHECKED
    where = {"footprint": "Luton", "why": "It moved"}
    title = {"title": "Head of all"}
    held = {"person": "{person}"} | day("since")
    here = OF_A_PARTNERSHIP
    return [
        Line(DIRECTORY, "The agencies", "/agencies/", shows="agency_name"),
        Line(DIRECTORY, "An agency", agency),
        Line(DIRECTORY, "An agency: its people", agency, shows="colleague"),
        Line(DIRECTORY, "Add an agency", "/agencies/add/", NOT_A_THING, sent=new),
        Line(
            DIRECTORY, "Rename an agency", agency + "rename/", sent=named | CHECKED, of_agency=True
        ),
        Line(DIRECTORY, "Change where it works", agency + "footprint/", sent=where, of_agency=True),
        Line(DIRECTORY, "End its part", agency + "end/", sent=ended, of_agency=True),
        Line(
            DIRECTORY,
            "Record its successor",
            agency + "succession/",
            sent=succession,
            of_agency=True,
        ),
        Line(DIRECTORY, "Add a post in it", agency + "posts/add/", sent=title, of_agency=True),
        Line(DIRECTORY, "Give a post", post + "give/", sent=held, of_agency=True),
        Line(DIRECTORY, "Leave a post empty", post + "leave/", sent=day("until"), of_agency=True),
        Line(DIRECTORY, "The groups", "/groups/", here, shows="group_name"),
        Line(DIRECTORY, "A group", group, here),
        Line(DIRECTORY, "Add a group", "/groups/add/", NOT_A_THING, sent={"name": "Another group"}),
        Line(DIRECTORY, "Change a group", group + "change/", here, sent={"name": "Another name"}),
        Line(DIRECTORY, "Add a post in a group", group + "posts/add/", here, sent=title),
        Line(DIRECTORY, "The schools", "/schools/", here, shows="school_name"),
        Line(
            DIRECTORY,
            "Bring in a list of schools",
            "/schools/bring-in/",
            NOT_A_THING,
            sent={"file": "schools"},
            writes=False,
        ),
        Line(DIRECTORY, "Confirm that list", "/schools/check/", NOT_A_THING, sent={}),
        Line(
            DIRECTORY,
            "Name a school’s lead",
            "/schools/{school}/lead/",
            here,
            sent={"name": "Another"} | day("since"),
        ),
    ]


def people() -> list[Line]:
    given = {"email": "someone.new@made-up.example", "role": "agency_contributor"}
    given |= {"agency": "{agency}"} | day("since")
    person, invitation = "/people/{person}/", "/people/invitations/{invitation}/"
    interest = {"person": "{me}", "matter": "directory.agency:{agency}", "note": "A relative"}
    ended = {"when": "now", "why": "They left"}
    return [
        Line(PEOPLE, "The people", "/people/", shows="person_name"),
        Line(PEOPLE, "The people: who is invited", "/people/", shows="invited"),
        Line(PEOPLE, "A person", person),
        Line(PEOPLE, "Give a role", "/people/give-a-role/", sent=given, of_agency=True),
        Line(PEOPLE, "End a role", "/people/roles/{role_held}/end/", sent=ended, of_agency=True),
        Line(
            PEOPLE,
            "Tell of a role again",
            "/people/roles/{role_held}/tell/",
            sent={},
            look=False,
            writes=False,
            of_agency=True,
        ),
        Line(
            PEOPLE,
            "Take a lost factor away",
            person + "second-factor/",
            sent={"why": "Seen"},
            of_agency=True,
        ),
        Line(PEOPLE, "Invite again", invitation + "again/", sent={}, of_agency=True),
        Line(PEOPLE, "Withdraw an invitation", invitation + "withdraw/", sent={}, of_agency=True),
        Line(PEOPLE, "Declared interests", "/people/interests/", shows="person_name"),
        Line(
            PEOPLE,
            "Declare an interest",
            "/people/interests/declare/",
            sent=interest,
            everyones=True,
        ),
        Line(PEOPLE, "End one", "/people/interests/{interest}/end/", sent=day("last")),
    ]


def trail() -> list[Line]:
    here = OF_A_PARTNERSHIP
    hold, asked = "/trail/records/holds/{hold}/", "/trail/records/requests/{record_request}/"
    log = {"kind": "police", "reference": "P1", "asked_by": "Police", "what": "It"}
    log |= day("received") | day("due")
    answered = {"answer": "All of it"} | day("answered")
    return [
        Line(TRAIL, "The trail", _QUERIED, shows="agency_name"),
        Line(
            TRAIL,
            "The trail, as a file",
            "/trail/export/?action=return+queried",
            shows="agency_name",
        ),
        Line(TRAIL, "Records: a hold", "/trail/records/", here, shows="hold_words"),
        Line(TRAIL, "Records: a request", "/trail/records/", here, shows="reference"),
        Line(TRAIL, "Put a hold", "/trail/records/hold/", NOT_A_THING, sent={"why": "Coroner"}),
        Line(TRAIL, "Lift a hold", hold + "lift/", here, sent={"why": "Over"}),
        Line(TRAIL, "Log a request", "/trail/records/requests/log/", NOT_A_THING, sent=log),
        Line(TRAIL, "Answer a request", asked + "answer/", here, sent=answered),
        Line(
            TRAIL,
            "Review and erase",
            "/trail/records/review/",
            NOT_A_THING,
            sent={"erase": "yes"},
            look=False,
        ),
    ]


def programs() -> list[Line]:
    made = {"name": "Another", "counts": "released"} | day("last_day")
    api = "/api/v1/"
    return [
        Line(PROGRAMS, "Tokens", "/account/tokens/", shows="person_name"),
        Line(
            PROGRAMS,
            "Make a token",
            "/account/tokens/make/",
            NOT_A_THING,
            sent=made,
            everyones=True,
        ),
        Line(PROGRAMS, "End a token", "/account/tokens/{token}/end/", sent={"why": "Over"}),
        Line(PROGRAMS, "How to connect", "/api/", NOT_A_THING),
        Line(PROGRAMS, "Partnerships", api + "partnerships", shows="slug", program=True),
        Line(PROGRAMS, "Definitions", api + "indicators", NOT_A_THING, program=True),
        Line(PROGRAMS, "Figures", api + "figures", NOT_A_THING, program=True),
        Line(
            PROGRAMS,
            "Figures: a number of an accepted return",
            api + "figures?every_value=true",
            shows="value",
            program=True,
            of_agency=True,
        ),
        Line(PROGRAMS, "Questions", api + "questions", shows="question_words", program=True),
        Line(PROGRAMS, "Returns", api + "returns", shows="agency_name", program=True),
    ]
