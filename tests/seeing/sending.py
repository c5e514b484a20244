"""The pages of work, returns and figures that are asked for, one line each."""

from goldenthread_site.home.setting_up.starter import starter
from tests.seeing.belonging import OF_A_PARTNERSHIP
from tests.seeing.line import CHECKED, FIGURES, NOT_A_THING, RETURNS, WORK, Line, day
from tests.seeing.world import INDICATOR, YEAR

_CAME = "/returns/came/?template=operation_encompass&period="
_ONE = f"/figures/{INDICATOR}/"
_OF = f"?year={YEAR}"
_ALL = f"/figures/{_OF}"
_TYPED = {"in_time": "55.5"}
_CSV = {"form": "csv", "counts": "released"}


def work() -> list[Line]:
    return [
        Line(WORK, "First page", "/", NOT_A_THING),
        Line(WORK, "What needs attention: a question", "/attention/", shows="question_words"),
        Line(WORK, "What needs attention: a late return", "/attention/", shows="late"),
        Line(WORK, "Measure from children’s records", "/measuring/", NOT_A_THING),
        Line(WORK, "Choose a partnership", "/partnership/", NOT_A_THING),
        Line(WORK, "One’s own account", "/account/", NOT_A_THING),
    ]


def set_up() -> list[Line]:
    about = {"name": "Luton Partnership", "areas": "Luton", "colour": "plum"}
    agencies = {"council_821": "A new council"} | day("since") | CHECKED
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


def returns() -> list[Line]:
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
        Line(RETURNS, "Send a reminder again", asked % "asked" + "remind/", sent={}, look=False),
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


def figures() -> list[Line]:
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
        Line(FIGURES, "The scorecard: a number of an accepted return", _ALL, shows="value"),
        Line(FIGURES, "An indicator: a number of an accepted return", _ONE + _OF, shows="value"),
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
