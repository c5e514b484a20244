"""The pages that are asked for, one line each. A page of the site without a line fails a test.

``{name}`` in an address or in what is sent stands for something of the agency asked about: see
``world.py`` for the names there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from goldenthread_site.home.setting_up.starter import starter
from tests.seeing.belonging import OF_A_PARTNERSHIP, Whose
from tests.seeing.world import INDICATOR, YEAR

EVERY = tuple(Whose)
NOT_A_THING = (Whose.OWN,)  # a page about nothing that belongs to anyone in particular


@dataclass(frozen=True, slots=True)
class Line:
    """``sent``: what a POST sends; ``look``: a GET is an answer too; ``shows``: what of the agency
    is looked for on the page, so that a list tells whom it lists. ``writes``: the POST changes
    something for whoever may; ``program``: asked with a token; ``nobody``: not even one's own is
    shown. ``matter``: shut to whoever declared an interest in the agency; ``everyones``: done by
    any role for oneself, such as taking a file away.
    """

    room: str
    title: str
    address: str
    of: tuple[Whose, ...] = EVERY
    sent: Mapping[str, str] | None = None
    look: bool = True
    shows: str = ""
    writes: bool = True
    program: bool = False
    nobody: bool = False
    everyones: bool = False

    @property
    def matter(self) -> bool:
        """True for what an agency sent or said, and for what it is asked."""
        return Whose.SHUT in self.of and self.room in (WORK, RETURNS, FIGURES, TRAIL)


def day(name: str) -> dict[str, str]:
    """Today, in the three boxes of a field."""
    today = timezone.localdate()
    return {
        f"{name}_day": str(today.day),
        f"{name}_month": str(today.month),
        f"{name}_year": str(today.year),
    }


WORK, RETURNS, FIGURES = "Your work", "Returns", "Figures, commentary and questions"
DIRECTORY, PEOPLE = "Agencies, groups, posts and schools", "People and declared interests"
TRAIL, PROGRAMS = "The trail and records", "Tokens, and what a program reads by one"
ROOMS = (WORK, RETURNS, FIGURES, DIRECTORY, PEOPLE, TRAIL, PROGRAMS)
_CAME = "/returns/came/?template=operation_encompass&period="
_ONE = f"/figures/{INDICATOR}/"
_OF = f"?year={YEAR}"
_QUERIED = "/trail/?action=return+queried"
_TYPED = {"in_time": "55.5"}
_CSV = {"form": "csv", "counts": "released"}
_CHECKED = {"confirmed": "yes"}


def lines() -> tuple[Line, ...]:
    """Every one, in the order of the page."""
    return (
        *_work(),
        *_set_up(),
        *_returns(),
        *_figures(),
        *_directory(),
        *_people(),
        *_trail(),
        *_programs(),
    )


def _work() -> list[Line]:
    return [
        Line(WORK, "First page", "/", NOT_A_THING),
        Line(WORK, "What needs attention: a question", "/attention/", shows="question_words"),
        Line(WORK, "What needs attention: a late return", "/attention/", shows="late"),
        Line(WORK, "Choose a partnership", "/partnership/", NOT_A_THING),
        Line(WORK, "One’s own account", "/account/", NOT_A_THING),
    ]


def _set_up() -> list[Line]:
    about = {"name": "Luton Partnership", "areas": "Luton", "colour": "plum"}
    agencies = {"council_821": "A new council"} | day("since") | _CHECKED
    groups = {"groups": starter().group[0].key}
    asked = {"requests": "{hospitals}:hospital"}
    at, nobodys = "/set-up/", NOT_A_THING
    return [
        Line(WORK, "Set the partnership up", at, nobodys),
        Line(WORK, "Set up: what it is", at + "partnership/", nobodys, sent=about),
        Line(WORK, "Set up: agencies", at + "agencies/", nobodys, sent=agencies),
        Line(WORK, "Set up: groups", at + "groups/", nobodys, sent=groups),
        Line(WORK, "Set up: first returns", at + "requests/", nobodys, sent=asked),
    ]


def _returns() -> list[Line]:
    asked = "/returns/asked/{request_%s}/"
    at = "/returns/{%s}/"
    draft = at % "draft"
    file = {"rows": "Notices that reached the school in time\t44.4"}
    about = {"footprint": "agency", "period": "2020-21 Q1", "quality": "good", "note": "n"}
    ask = {"agency": "{agency}", "template": "operation_encompass", "period": "2018-19 Q1"}
    ask |= {"footprint": "{area}"} | day("due")
    signing = {"post": "Safeguarding lead, {agency_name}", "agreed": "on"}
    said = {"text": "Said"}
    return [
        Line(RETURNS, "The list of returns", "/returns/", shows="late"),
        Line(RETURNS, "The list, as a file", "/returns/export/", sent=_CSV, shows="agency_name"),
        Line(RETURNS, "What is asked for", asked % "asked"),
        Line(RETURNS, "A draft", draft),
        Line(RETURNS, "A draft, from what was asked", asked % "draft", shows="draft_link"),
        Line(RETURNS, "A submitted return", at % "submitted"),
        Line(RETURNS, "A queried return", at % "queried"),
        Line(RETURNS, "An accepted return", at % "accepted"),
        Line(
            RETURNS, "What came: a draft’s number", _CAME + "2020-21 Q1", shows="value", nobody=True
        ),
        Line(RETURNS, "What came: a submitted number", _CAME + "2020-21 Q3", shows="value"),
        Line(RETURNS, "What came: an accepted number", _CAME + "2021-22 Q4", shows="value"),
        Line(
            RETURNS,
            "An accepted return, as a file",
            at % "accepted" + "export/",
            sent={"form": "csv", "why": "To see it"},
            shows="value",
        ),
        Line(RETURNS, "Ask for a return", "/returns/ask/", sent=ask),
        Line(
            RETURNS,
            "Ask for the next period",
            "/returns/calendar/",
            sent={"requests": "{request_accepted}"},
        ),
        Line(RETURNS, "Begin a return", asked % "asked" + "begin/", sent={}, look=False),
        Line(RETURNS, "Fill in a draft", draft + "fill-in/", sent=_TYPED),
        Line(RETURNS, "Keep a draft while typing", draft + "keep/", sent=_TYPED, look=False),
        Line(RETURNS, "Say what a draft is about", draft + "about/", sent=about),
        Line(RETURNS, "Paste into a draft", draft + "paste/", sent=file),
        Line(RETURNS, "Upload into a draft", draft + "upload/", sent={"file": "upload"}),
        Line(RETURNS, "Stop reading a file", "/returns/{read}/reading/{reading}/", sent={}),
        Line(RETURNS, "The file to fill in", draft + "template/"),
        Line(RETURNS, "Submit a draft", draft + "check/", sent={}),
        Line(RETURNS, "Sign a submitted return", at % "submitted" + "sign/", sent=signing),
        Line(RETURNS, "Take a return back", at % "submitted" + "take-back/", sent=said),
        Line(RETURNS, "Query a signed return", at % "signed" + "query/", sent=said),
        Line(RETURNS, "Accept a signed return", at % "signed" + "accept/", sent={}),
        Line(RETURNS, "Answer a query", at % "queried" + "answer/{query}/", sent=said),
    ]


def _figures() -> list[Line]:
    year = {"year": YEAR, "value": "80", "owner": "{post}", "source": "Minutes"} | day("agreed")
    changed = {"reason": "Another form", "source": "Minutes"} | day("when")
    saying = {"voice": "{agency}", "text": "Words", "shared_with": "readers"}
    question = "/figures/questions/{question}/"
    asking = {"text": "Why?", "asked_of": "{agency}"}
    return [
        Line(FIGURES, "The scorecard", "/figures/" + _OF, NOT_A_THING),
        Line(
            FIGURES,
            "The scorecard, as a file",
            "/figures/export/",
            NOT_A_THING,
            sent=_CSV,
            everyones=True,
        ),
        Line(FIGURES, "An indicator", _ONE + _OF, NOT_A_THING),
        Line(FIGURES, "An indicator: a question", _ONE + _OF, shows="question_words"),
        Line(FIGURES, "Commentary kept to its writers", _ONE + _OF, shows="said_kept"),
        Line(FIGURES, "Commentary for the partners", _ONE + _OF, shows="said_partners"),
        Line(FIGURES, "Commentary for every reader", _ONE + _OF, shows="said_shared"),
        Line(
            FIGURES,
            "An indicator, as a file",
            _ONE + "export/" + _OF,
            NOT_A_THING,
            sent=_CSV,
            everyones=True,
        ),
        Line(FIGURES, "Comment for an agency", _ONE + "comment/" + _OF, sent=saying),
        Line(
            FIGURES,
            "Comment as the analyst",
            _ONE + "comment/" + _OF,
            NOT_A_THING,
            sent=saying | {"voice": "analyst"},
        ),
        Line(FIGURES, "Set a target", _ONE + "target/" + _OF, OF_A_PARTNERSHIP, sent=year),
        Line(
            FIGURES,
            "Take a target back",
            _ONE + "target/end/" + _OF,
            NOT_A_THING,
            sent={"why": "No longer"},
        ),
        Line(FIGURES, "Mark a break", _ONE + "break/" + _OF, NOT_A_THING, sent=changed),
        Line(FIGURES, "The questions", "/figures/questions/", shows="question_words"),
        Line(
            FIGURES,
            "The questions, as a file",
            "/figures/questions/export/",
            sent=_CSV,
            shows="question_words",
        ),
        Line(FIGURES, "Ask an agency a question", _ONE + "ask/" + _OF, sent=asking),
        Line(FIGURES, "Answer a question", question + "answer/", sent={"text": "Because"}),
        Line(FIGURES, "Close a question", question + "close/", sent={"because": "Done"}),
    ]


def _directory() -> list[Line]:
    agency, group, post = "/agencies/{agency}/", "/groups/{group}/", "/posts/{post}/"
    named = {"name": "Another name", "short_name": "Another"} | day("since")
    new = named | {"standing": "relevant", "sector": "other", "footprint": "Luton"}
    succession = {"successor": "{beside}", "how": "merged"} | day("on") | _CHECKED
    ended = {"exists": "yes", "why": "It left"} | day("until") | _CHECKED
    where = {"footprint": "Luton", "why": "It moved"}
    title = {"title": "Head of all"}
    held = {"person": "{person}"} | day("since")
    here = OF_A_PARTNERSHIP
    return [
        Line(DIRECTORY, "The agencies", "/agencies/", shows="agency_name"),
        Line(DIRECTORY, "An agency", agency),
        Line(DIRECTORY, "An agency: its people", agency, shows="colleague"),
        Line(DIRECTORY, "Add an agency", "/agencies/add/", NOT_A_THING, sent=new),
        Line(DIRECTORY, "Rename an agency", agency + "rename/", sent=named | _CHECKED),
        Line(DIRECTORY, "Change where it works", agency + "footprint/", sent=where),
        Line(DIRECTORY, "End its part", agency + "end/", sent=ended),
        Line(DIRECTORY, "Record its successor", agency + "succession/", sent=succession),
        Line(DIRECTORY, "Add a post in it", agency + "posts/add/", sent=title),
        Line(DIRECTORY, "Give a post", post + "give/", sent=held),
        Line(DIRECTORY, "Leave a post empty", post + "leave/", sent=day("until")),
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


def _people() -> list[Line]:
    given = {"email": "someone.new@made-up.example", "role": "agency_contributor"}
    given |= {"agency": "{agency}"} | day("since")
    person, invitation = "/people/{person}/", "/people/invitations/{invitation}/"
    interest = {"person": "{me}", "matter": "directory.agency:{agency}", "note": "A relative"}
    ended = {"when": "now", "why": "They left"}
    return [
        Line(PEOPLE, "The people", "/people/", shows="person_name"),
        Line(PEOPLE, "The people: who is invited", "/people/", shows="invited"),
        Line(PEOPLE, "A person", person),
        Line(PEOPLE, "Give a role", "/people/give-a-role/", sent=given),
        Line(PEOPLE, "End a role", "/people/roles/{role_held}/end/", sent=ended),
        Line(PEOPLE, "Take a lost factor away", person + "second-factor/", sent={"why": "Seen"}),
        Line(PEOPLE, "Invite again", invitation + "again/", sent={}),
        Line(PEOPLE, "Withdraw an invitation", invitation + "withdraw/", sent={}),
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


def _trail() -> list[Line]:
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


def _programs() -> list[Line]:
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
        Line(PROGRAMS, "Questions", api + "questions", shows="question_words", program=True),
        Line(PROGRAMS, "Returns", api + "returns", shows="agency_name", program=True),
    ]
