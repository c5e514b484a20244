"""Tables of who came: by columns, by marks for each meeting, of meetings told in words."""

import pytest

from tests.factories.checked_tables import errors_in, faults_in

RIGHT = [
    """\
Ticks and crosses

| Member | 4 May | 6 July | 9 Nov | Attended |
|---|---|---|---|---|
| Chair | ✓ | ✓ | ✓ | 3 |
| Nurse | ✓ | ✗ | ✓ | 2 |
| Head teacher | ✗ | ✓ | ✓ | 2 |""",
    """\
Apologies beside those present; P present, A apologies, D deputy sent

| Agency | Q1 meeting | Q2 meeting | Q3 meeting | Q4 meeting | Attended |
|---|---|---|---|---|---|
| Council | P | P | A | P | 3 |
| Police | P | D | P | A | 3 |
| Health | D | P | P | P | 3 |
| Schools | A | A | P | P | 2 |""",
    """\
A may be attended or absent: attendance at meetings

| Agency | May | July | Nov | Attended |
|---|---|---|---|---|
| Council | A | A | A | 3 |
| Police | A |  | A | 2 |
| Fire | A | A |  | 2 |""",
    """\
Present and apologies by meeting

| Trustee | 1 May | 3 July | 4 Sept | 6 Nov | Attendance (%) |
|---|---|---|---|---|---|
| Chair | Present | Present | Present | Present | 100% |
| Treasurer | Present | Apologies | Present | Present | 75% |
| Secretary | n/a | n/a | Present | Apologies | 50% |""",
    """\
Attendance at the four meetings, with the numbers present

| Member | 3 Apr | 5 Jul | 4 Oct | 10 Jan |
|---|---|---|---|---|
| Lay member | Yes | Yes | No | Yes |
| Housing | No | Yes | Yes | Yes |
| Probation | Yes | Yes | Yes | No |
| Number present | 2 | 3 | 2 | 2 |""",
    """\
Policies in place

| School | Online safety | Attendance policy | Lone working | Total |
|---|---|---|---|---|
| Ash | Yes | No | Yes | 5 |
| Elm | Yes | Yes | Yes | 8 |""",
    """\
The board met on six occasions.

| Trustee | Meetings attended |
|---|---|
| Chair | 6 |
| Treasurer | 5 |
| Secretary | 6 |""",
    """\
The board met six times and its finance committee four times.

| Trustee | Board and committee meetings attended |
|---|---|
| Chair | 10 |
| Treasurer | 9 |
| Secretary | 6 |""",
    """\
One meeting was cancelled.

| Member | Attended | Apologies |
|---|---|---|
| Council | 5 | 1 |
| Police | 4 | 1 |
| Health | 6 | 0 |""",
    """\
Six members attended all meetings of the panel.

| Member | Attended |
|---|---|
| Council | 8 |
| Police | 7 |
| Health | 8 |""",
    """\
Boards side by side

| Director | Board attended | Board possible | Audit attended | Audit possible |
|---|---|---|---|---|
| Chair | 7 | 8 | 3 | 3 |
| Finance | 8 | 8 | 3 | 3 |
| Nursing | 6 | 8 | 0 | 0 |""",
    """\
Seven meetings of the forum were held.

| Member | Attended in person | Attended online | Apologies |
|---|---|---|---|
| East | 3 | 4 | 0 |
| West | 5 | 1 | 1 |
| North | 2 | 4 | 1 |""",
    """\
Number of meetings: 5

| Governor | Present | Of which online | Apologies |
|---|---|---|---|
| Parent | 4 | 3 | 1 |
| Staff | 5 | 2 | 0 |
| Local authority | 3 | 0 | 2 |""",
    """\
Attendance (out of 4)

| Member | Attended (out of 4) |
|---|---|
| Council | 4 |
| Police | 3 |
| Health | 2 |""",
]
WRONG = [
    (
        "3",
        """\
Ticks and crosses

| Member | 4 May | 6 July | 9 Nov | Attended |
|---|---|---|---|---|
| Chair | ✓ | ✓ | ✓ | 3 |
| Nurse | ✓ | ✗ | ✓ | 2 |
| Head teacher | ✗ | ✗ | ✓ | 3 |""",
    ),
    (
        "4",
        """\
P present, A apologies, D deputy sent

| Agency | Q1 meeting | Q2 meeting | Q3 meeting | Q4 meeting | Attended |
|---|---|---|---|---|---|
| Council | P | P | A | P | 3 |
| Police | P | D | P | A | 4 |
| Health | P | P | P | P | 4 |
| Schools | A | A | P | P | 2 |""",
    ),
    (
        "80%",
        """\
Present and apologies by meeting

| Trustee | 1 May | 3 July | 4 Sept | 6 Nov | Attendance (%) |
|---|---|---|---|---|---|
| Chair | Present | Present | Present | Present | 100% |
| Treasurer | Present | Apologies | Present | Present | 80% |
| Secretary | Apologies | Present | Present | Apologies | 50% |""",
    ),
    (
        "3",
        """\
Attendance at the four meetings, with the numbers present

| Member | 3 Apr | 5 Jul | 4 Oct | 10 Jan |
|---|---|---|---|---|
| Lay member | Yes | Yes | No | Yes |
| Housing | No | Yes | Yes | No |
| Probation | Yes | Yes | Yes | No |
| Number present | 2 | 3 | 3 | 1 |""",
    ),
    (
        "7",
        """\
The board met on six occasions.

| Trustee | Meetings attended |
|---|---|
| Chair | 6 |
| Treasurer | 7 |
| Secretary | 6 |""",
    ),
    (
        "Housing",
        """\
There were five meetings of the group in the year.

| Member | Came | Sent apologies |
|---|---|---|
| Council | 5 | 0 |
| Housing | 4 | 2 |
| Health | 3 | 2 |""",
    ),
    (
        "4",
        """\
Boards side by side

| Director | Board attended | Board possible | Audit attended | Audit possible |
|---|---|---|---|---|
| Chair | 7 | 8 | 3 | 3 |
| Finance | 8 | 8 | 4 | 3 |
| Nursing | 6 | 8 | 2 | 3 |""",
    ),
    (
        "West",
        """\
Seven meetings of the forum were held.

| Member | Attended in person | Attended online | Apologies |
|---|---|---|---|
| East | 3 | 4 | 0 |
| West | 5 | 2 | 1 |
| North | 2 | 4 | 1 |""",
    ),
    (
        "6 of 5",
        """\
Meetings of the panel

| Member | Attended |
|---|---|
| Council | 5 of 5 |
| Police | 6 of 5 |
| Health | 4 of 5 |""",
    ),
    (
        "9",
        """\
| Director | Actual attendance | Maximum possible |
|---|---|---|
| Chair | 8 | 8 |
| Finance | 9 | 8 |
| Nursing (from July) | 5 | 5 |""",
    ),
    (
        "5",
        """\
Attendance (out of 4)

| Member | Attended (out of 4) |
|---|---|
| Council | 4 |
| Police | 5 |
| Health | 2 |""",
    ),
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text.partition("\n")[0])
def test_it_is_let_be(text):
    assert faults_in(text) == []


@pytest.mark.parametrize(("printed", "text"), WRONG)
def test_the_number_that_cannot_be_is_found(printed, text):
    assert [(kind, at) for kind, at, _ in errors_in(text)] == [("attendance", printed)]
