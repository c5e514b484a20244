"""An error is what the words tell; what was inferred from numbers near by is a warning."""

from fractions import Fraction

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.distance import is_far_share
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.share_model import Share
from goldenthread.claims.wholes.share_faults import wrong


def read(text):
    return Reading((document_from_text("a.txt", text),))


def told(text):
    """The kinds of fault found, each with how sure it is."""
    return [(each.kind, str(each.severity)) for each in check(read(text)).faults]


@pytest.mark.parametrize(
    "text",
    [
        "The club has 320 members. Of these, 48 (25%) are under 18.",
        "We surveyed 180 people. One hundred and eight (64%) said it was easy to park.",
    ],
)
def test_a_part_right_before_its_share_is_of_the_whole_told_before(text):
    assert told(text) == [("share", "error")]


@pytest.mark.parametrize(
    ("before", "text", "sure"),
    [
        ("We sent 640 forms.", "In May 317 (36%) came back, and 9 were lost.", "error"),
        ("We sent 640 forms.", "In May 317 came back and 9 were lost, which is 36%.", "warning"),
        ("", "Of 640 forms 317 came back and 9 were lost, which is 36%.", "error"),
    ],
)
def test_a_share_of_a_whole_further_up_stands_right_after_its_part(before, text, sure):
    whole = f"{before} {text}".strip()
    skeleton = skeleton_of(whole)
    since = len(skeleton_of(before).text) + 1 if before else 0
    counts = [str(each.value) for each in skeleton.quantities]
    share = Share(counts.index("317"), counts.index("640"), counts.index("36"))
    fault = wrong(Utterance(read(whole).sentences[-1], skeleton, since), share)
    assert (str(fault.severity), fault.printed) == (sure, "36%")


@pytest.mark.parametrize(
    "text",
    [
        "We counted 500 visitors in all. Of these, 310 came by bus and 140 on foot. "
        "The remaining 80 came by car.",
        "We had 412 calls. Of these 250 were about parking and 98 about noise. "
        "The other 94 were about bins.",
    ],
)
def test_what_parts_further_up_leave_was_inferred(text):
    assert told(text) == [("share", "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "The shop sold 24 bicycles in spring. This compares with 31 last spring, a fall of 44%.",
        "The shop sold 41 bicycles in 2022. In 2023 it sold 62, an increase of 21%.",
    ],
)
def test_a_change_of_the_number_told_last_is_told(text):
    assert ("change", "error") in told(text)


def test_a_change_of_a_number_fetched_past_another_was_inferred():
    text = (
        "In 2022 we sold 240 cakes. We also gave away 30 loaves and 52 cakes. "
        "In 2023 we sold 300 cakes, 12% more."
    )
    assert told(text) == [("change", "warning")]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        # 1,754 are 42.1% of the children that have a service, whom another page counts.
        (
            "Taking both towns together, they have 40,000 children, which is 29.6% of the "
            "county's, and 1,754 of those receiving a service, which is 42.1%.",
            "warning",
        ),
        ("The club has 320 members. Of these, 48 (80%) are under 18.", "error"),  # tied by words
        ("The club has 320 members. Of these, 48 (25%) are under 18.", "error"),
        # Said of what it is, slips of the point or a digit, and the share of the rest.
        ("We found that 12 of 40 visits (85%) were on time.", "error"),
        ("The club has 320 members. Of these, 48 (1.5%) are under 18.", "error"),
        ("The club has 320 members. Of these, 48 (85%) are under 18.", "error"),
    ],
)
def test_a_share_nowhere_near_was_hardly_meant_of_those_numbers(text, sure):
    assert told(text) == [("share", sure)]


@pytest.mark.parametrize(
    ("told_share", "made", "far"),
    [
        *(("49", "8", True), ("71", "17", True), ("61", "30", True), ("36", "22", False)),
        *(("18", "8", False), ("7", "17", False), ("5.0", "50", False), ("20", "80", False)),
        ("42.1", "4.385", True),
    ],
)
def test_how_far_is_far(told_share, made, far):
    whole = "." not in told_share
    assert is_far_share(Fraction(told_share), Fraction(made), whole=whole) is far


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen tenants were evicted, fourteen for arrears and two for noise, which is three "
        "more than in 2022 (thirteen).",
        "Caseloads there average 17.2, with three workers above 24.",
    ],
)
def test_a_change_wrong_in_size_and_way_was_hardly_meant_of_those_numbers(text):
    assert ("change", "error") not in told(text)


@pytest.mark.parametrize(("percent", "faults"), [("12.5%", [("change", "error")]), ("15.2%", [])])
def test_a_size_told_twice_with_its_noun_between(percent, faults):
    text = f"Crimes rose from 487 in 2022 to 561 in 2023, an increase of 74 offences, or {percent}."
    assert told(text) == faults


TRAINING = """| Course | Places | Attended |
| --- | --- | --- |
| Core | 350 | 301 |
| Neglect | 160 | 139 |
| Online safety | 250 | {last} |

{after}
"""


def test_people_on_courses_are_no_meetings_that_a_charge_was_raised_at():
    after = "The charge for missing a course was raised 61 times."
    assert told(TRAINING.format(last=212, after=after)) == []


PLANS = """| Category | Children |
| --- | --- |
| Neglect | 214 |
| Emotional abuse | 148 |
| Physical abuse | 50 |
| All | 412 |

Neglect and emotional abuse between them account for 362 of the 412 children.
"""


def test_the_whole_of_a_table_is_no_row_of_it():
    assert told(PLANS) == []


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("six fewer families were kept waiting", "warning"),
        ("6 fewer families were kept waiting", "error"),
        ("six fewer", "error"),
    ],
)
def test_a_few_told_in_a_word_may_be_of_anything(said, sure):
    text = f"There were 30 orders in 2024 and 22 in 2022, so {said}."
    assert told(text) == [("change", sure)]
