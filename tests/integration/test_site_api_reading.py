"""What a program reads with a token: whose counts, which rows, how cheaply, and in which shape."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread_site.accounts.roles import Role
from goldenthread_site.api.v1 import shapes
from goldenthread_site.directory.models import Agency
from goldenthread_site.figures import actions as figures
from goldenthread_site.figures.permissions import READERS, TRUE_COUNTS
from goldenthread_site.trail.acting import Acting
from tests.factories import a_figure
from tests.factories.canary import BESIDE, CANARIES, INDICATOR, VALUE, a_partnership, holder
from tests.factories.returns import a_town
from tests.factories.signing_in import sign_in
from tests.factories.signing_in import standing as standing_of
from tests.factories.tokens import a_token, read, written_in

pytestmark = pytest.mark.django_db
ADDRESSES = ("partnerships", "indicators", "figures", "questions", "returns")


def enrolled(client, person):
    """With the second factor that some roles need."""
    return sign_in(client, person)


@pytest.mark.parametrize("role", list(Role))
def test_who_reads_a_small_count_with_a_token(client, role):
    luton = a_partnership()
    person = enrolled(client, holder(role, luton))
    for_ever = timezone.localdate() + timedelta(days=30)
    asked_for = written_in(person, luton, for_ever)  # with true counts, whoever it is
    texts = {each: read(each, asked_for) for each in ADDRESSES}
    if role not in READERS:
        assert {each.status_code for each in texts.values()} == {403}
        return
    inside = role in TRUE_COUNTS
    text = texts["figures"].content.decode()
    assert BESIDE in text
    assert (VALUE in text) == inside
    assert texts["figures"].json()["counts"] == ("true counts" if inside else "as released")
    for each in texts.values():
        assert inside or not [canary for canary in CANARIES if canary in each.content.decode()]
    # A token made for figures as released reads those, whoever made it.
    released = read("figures", a_token(person)[1]).content.decode()
    assert BESIDE in released
    assert not [canary for canary in CANARIES if canary in released]


def test_a_withheld_count_says_that_it_is(client):
    person = holder(Role.READER, a_partnership())
    found = read(f"figures?indicator={INDICATOR}&year=2023-24&area=821", a_token(person)[1]).json()
    (figure,) = found["items"]
    assert (figure["value"], figure["symbol"], figure["numerator"]) == (None, "c", None)
    assert figure["symbol_means"] == "withheld to protect children’s identities"
    assert figure["thread"]["source"] == "local.front_door"
    assert figure["thread"]["place"]
    assert figure["thread"]["file_digest"] == ""


def test_filters_narrow_and_a_misspelt_one_is_refused(client):
    _, secret = a_token(holder(Role.READER, a_partnership()))
    areas = {each["area_code"] for each in read("figures?area=E92000001", secret).json()["items"]}
    assert areas == {"E92000001"}
    assert read("figures?year=2022-23", secret).json()["count"] == 1
    assert read("figures?year=2022-23&year=2023-24", secret).json()["count"] == 4
    assert read("figures?breakdown=total", secret).json()["count"] == 4
    assert read("figures?breakdown=age", secret).json()["count"] == 0
    for wrong in ("figures?yaer=2022-23", "figures?indicator=no_such", "figures?per_page=9999"):
        assert read(wrong, secret).status_code == 422
    assert "year, indicator" in read("figures?yaer=2022-23", secret).json()["detail"]
    assert read("returns?x=1", a_token(holder(Role.ANALYST, _luton()))[1]).status_code == 422


def _luton():
    from goldenthread_site.directory.models import Partnership

    return Partnership.objects.get(slug="luton")


def test_pages_lead_on_and_are_all_of_one_state(client):
    luton = a_partnership()
    _, secret = a_token(holder(Role.READER, luton))
    first = read("figures?per_page=2", secret).json()
    assert (first["count"], first["pages"], len(first["items"])) == (4, 2, 2)
    path = first["next"].partition("/api/v1/")[2]
    second = read(path, secret).json()
    assert second["next"] is None
    ids = [each["id"] for each in (*first["items"], *second["items"])]
    assert len(set(ids)) == 4
    figures.keep_figures(
        by=Acting(job="test"), partnership=luton, figures=[a_figure(900)], because="Another"
    )
    assert read(path, secret).status_code == 409
    assert read("figures", secret).json()["count"] == 5


def test_other_values_of_a_thing_come_when_they_are_asked_for(client):
    luton = a_partnership()
    from tests.factories import a_thread

    later = [a_figure(900), a_figure(905, thread=a_thread(vintage="2025"))]
    figures.keep_figures(by=Acting(job="test"), partnership=luton, figures=later, because="Two")
    _, secret = a_token(holder(Role.READER, luton))
    one = [each for each in read("figures", secret).json()["items"] if each["unit"] == "count"]
    both = read("figures?every_value=true", secret).json()["items"]
    assert len(one) == 1
    assert sorted(each["value"] for each in both if each["unit"] == "count") == [900, 905]


def test_what_has_not_changed_is_not_sent_again(client, django_assert_max_num_queries):
    luton = a_partnership()
    _, secret = a_token(holder(Role.READER, luton))
    for path in ADDRESSES[:4]:
        first = read(path, secret)
        tag = first.headers["ETag"]
        assert "Authorization" in first.headers["Vary"]
        assert first.headers["Cache-Control"] == "private, no-cache"
        again = read(path, secret, **{"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    since = read("figures", secret).headers["Last-Modified"]
    assert read("figures", secret, **{"If-Modified-Since": since}).status_code == 304
    # Another token, which reads true counts, is told nothing by the first one's tag.
    tag = read("figures", secret).headers["ETag"]
    _, true = a_token(holder(Role.ANALYST, luton), true_counts=True)
    assert read("figures", true, **{"If-None-Match": tag}).status_code == 200
    figures.keep_figures(
        by=Acting(job="test"), partnership=luton, figures=[a_figure(900)], because="Another"
    )
    assert read("figures", secret, **{"If-None-Match": tag}).status_code == 200


def test_how_few_questions_a_refresh_asks_of_the_database(client, django_assert_max_num_queries):
    town = a_town()
    town.accepted(town.ask())
    for template, line in (("channel", "referrals"), ("gcp2", "assessments")):
        town.accepted(town.ask(template), {line: "3"})
    asker = standing_of(town.analyst.person)
    for number in range(3):
        figures.ask(
            by=town.analyst.by,
            standing=asker,
            indicator="contacts",
            year="2023-24",
            text=f"Question {number}",
            asked_of=Agency.objects.first(),
        )
    _, secret = a_token(town.analyst.person)
    for path in ADDRESSES:
        assert read(path, secret).status_code == 200
    most = {"partnerships": 4, "indicators": 2, "figures": 5, "questions": 5, "returns": 5}
    for path, queries in most.items():
        with django_assert_max_num_queries(queries):
            assert read(path, secret).status_code == 200
    tag = read("figures", secret).headers["ETag"]
    with django_assert_max_num_queries(5):
        assert read("figures", secret, **{"If-None-Match": tag}).status_code == 304


def keys_of(given):
    """The names in an answer, and in what stands in it."""
    if isinstance(given, dict):
        return {name: keys_of(each) for name, each in given.items()}
    return [keys_of(each) for each in given] if isinstance(given, list) else None


def test_every_answer_is_of_the_shape_that_is_described(client):
    town = a_town()
    town.accepted(town.ask())
    figures.ask(
        by=town.analyst.by,
        standing=standing_of(town.analyst.person),
        indicator="contacts",
        year="2023-24",
        text="Why?",
        asked_of=None,
    )
    _, secret = a_token(town.analyst.person, true_counts=True)
    described = {
        "partnerships": shapes.Partnerships,
        "indicators": shapes.Indicators,
        "figures": shapes.Figures,
        "questions": shapes.Questions,
        "returns": shapes.Returns,
    }
    for path, shape in described.items():
        given = read(path, secret).json()
        assert given["items"]
        told = shape.model_validate(given).model_dump(mode="json")
        assert keys_of(told) == keys_of(given)


def test_returns_say_how_far_they_are_and_never_what_was_sent(client):
    town = a_town()
    town.accepted(town.ask())
    _, secret = a_token(town.analyst.person)
    answer = read("returns", secret)
    (one,) = answer.json()["items"]
    assert (one["agency"], one["standing"], one["version"]) == (
        "Bedfordshire Police",
        "accepted",
        1,
    )
    assert "412" not in answer.content.decode()
    other = town.someone(Role.AGENCY_LEAD, town.fire).person
    assert read("returns", a_token(other)[1]).json()["items"] == []
    reader = town.someone(Role.READER).person
    assert read("returns", a_token(reader)[1]).status_code == 403
