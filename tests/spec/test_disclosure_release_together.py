"""What may leave together: what would give a withheld count away is withheld with it."""

from datetime import date

import pytest

from goldenthread.disclosure import (
    Release,
    as_release,
    figures_of,
    release,
    with_worked_out,
    withstand,
)
from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.publication import add_to_ledger, read_ledger
from goldenthread.nouns import Figure, GoldenThreadError, Symbol, Unit
from tests.factories import a_figure, a_thread
from tests.factories.monthly import MONTHS, QUARTER, a_table, local

SMALL = {"Neglect": (3, 14, 22), "Police": (30, 41, 9), "Other": (52, 61, 48)}


def hidden(out: Release, unit: Unit = Unit.COUNT) -> set[tuple[str, str]]:
    return {
        (each.figure.period.code, each.figure.breakdown.words)
        for each in out.values()
        if each.withheld and each.figure.unit is unit
    }


def let_out(figures: list[Figure], earlier: list[Figure] | None = None) -> Release:
    """What is let out, once the gate has tried it."""
    out = release(figures, earlier or [])
    withstand({figure.id: figure for figure in figures}, out, earlier or [])
    return out


def test_one_hidden_month_takes_another_with_it_and_another_issue():
    out = let_out(a_table(SMALL))
    assert ("2024-01", "Neglect") in hidden(out)
    in_row = [month for month, issue in hidden(out) if issue == "Neglect"]
    in_column = [issue for month, issue in hidden(out) if month == "2024-01"]
    assert len(in_row) > 1
    assert len(in_column) > 1


def test_nothing_small_nothing_hidden():
    large = {issue: tuple(100 + each for each in row) for issue, row in SMALL.items()}
    assert not hidden(let_out(a_table(large, shares=True)))


def test_a_share_beside_its_base_does_not_give_the_count_back():
    out = let_out(a_table(SMALL, shares=True))
    assert ("2024-01", "Neglect") in hidden(out, Unit.PERCENT)
    for month, issue in hidden(out):
        shares = [
            each
            for each in out.values()
            if each.figure.unit is Unit.PERCENT
            and (each.figure.period.code, each.figure.breakdown.words) == (month, issue)
        ]
        assert all(each.figure.numerator is None for each in shares)


def test_a_percentage_may_stay_where_only_its_counts_have_to_go():
    """Of all contacts others print but three, so their number goes: 40% of them may be told."""
    public = a_thread(source="dfe.c1", locator="row 2")
    whole, part = local(1003, "2023-24"), local(3, "2023-24", "issue=Neglect")
    rest = a_figure(1000, indicator="contacts", breakdown="issue=Police", thread=public)
    given = {"numerator": 401, "denominator": 1003, "decimals": 1}
    share = local(40.0, "2023-24", indicator="referrals", unit=Unit.PERCENT, **given)
    out = let_out([whole, part, rest, share])
    assert out.of(part).withheld
    assert out.of(whole).withheld
    assert (out.of(share).value, out.of(share).figure.denominator) == (40, None)


def test_what_others_publish_cannot_be_hidden_and_is_counted_in():
    """The national total of the year is public, so a month and another have to go."""
    months = [local(count, month) for month, count in zip(MONTHS, (3, 40, 57), strict=True)]
    public = a_thread(source="dfe.c1", locator="row 1")
    total = a_figure(100, indicator="contacts", period=QUARTER, thread=public)
    out = let_out([*months, total])
    assert out.of(total).value == 100
    assert [each.withheld for each in out.values()].count(True) == 2


def test_what_a_public_source_keeps_back_is_not_said_by_a_local_table():
    kept = a_figure(symbol=Symbol.CONFIDENTIAL, thread=a_thread(source="dfe.c4"))
    told = a_figure(12, thread=a_thread(source="local.data_report"))
    assert let_out([kept, told]).of(told).withheld


def test_a_change_beside_a_count_withheld_for_anothers_sake_is_withheld():
    figures = a_table(SMALL)
    out = release(figures)
    large = next(each for each in figures if out.of(each).withheld and each.value > 5)
    change = local(
        10.0,
        large.period.code,
        unit=Unit.PERCENT_CHANGE,
        thread={"calculation": "change", "inputs": (large.id,)},
    )
    assert release([*figures, change]).of(change).withheld


def test_no_digest_of_a_local_file_is_let_out():
    """Its table could be tried out until the digest fits."""
    own, public = local(12, "2023-24"), a_figure(12)
    out = release([own, public])
    assert out.of(own).figure.thread.digest == ""
    assert out.of(public).figure.thread.digest == "0" * 64
    assert release([local(3, "2023-24")])[local(3, "2023-24").id].figure.thread.digest == ""


def test_the_gate_refuses_what_primary_protection_alone_lets_out():
    figures = a_table(SMALL)
    inside = {figure.id: figure for figure in figures}
    alone = {figure.id: release([figure])[figure.id] for figure in figures}
    with pytest.raises(GoldenThreadError) as refusal:
        withstand(inside, alone)
    assert "contacts, Luton, 2024-01, issue=Neglect" in str(refusal.value)
    assert "3" not in str(refusal.value).replace("2023-24", "")


def test_what_a_public_source_leaves_open_is_inherited_by_name_and_without_a_number():
    issues = {"Neglect": 40, "Police": 35}
    public = a_thread(source="dfe.c3")
    told = [
        a_figure(count, breakdown=f"category={issue}", thread=public)
        for issue, count in issues.items()
    ]
    told.append(a_figure(symbol=Symbol.CONFIDENTIAL, breakdown="category=Other", thread=public))
    told.append(a_figure(79, thread=public))
    out = release(told)
    found = withstand({figure.id: figure for figure in told}, out)
    assert found.inherited == ("section_47_enquiries, Luton, 2023-24, category=Other",)
    assert found.attacked == 1


def kept(ledger, title, figures: list[Figure]) -> list[Figure]:
    """The figures of a ledger to which these have been added as they were let out."""
    out = release(figures, figures_of(read_ledger(ledger)))
    name, files = as_release(title, date(2024, 9, 30), (each.figure for each in out.values()))
    safe = ledger.parent / name
    write_whole(safe, files)
    add_to_ledger(ledger, safe)
    return figures_of(read_ledger(ledger))


def test_a_total_printed_later_does_not_give_back_a_month_withheld_before(tmp_path):
    months = [local(count, month) for month, count in zip(MONTHS, (3, 40, 57), strict=True)]
    before = kept(tmp_path / "ledger", "months", months)
    assert {figure.value for figure in before} == {40, 57}
    quarter = local(100, QUARTER)
    out = let_out([*months, quarter], before)
    assert out.of(quarter).withheld, "two months are public, so only the quarter can go"


def test_without_a_ledger_the_total_would_have_been_printed(tmp_path):
    months = [local(count, month) for month, count in zip(MONTHS, (3, 40, 57), strict=True)]
    assert let_out([local(100, QUARTER)])[local(100, QUARTER).id].value == 100
    before = kept(tmp_path / "ledger", "months", months)
    inside = {figure.id: figure for figure in [months[0], local(100, QUARTER)]}
    with pytest.raises(GoldenThreadError, match="2024-01"):
        withstand(
            inside, {each: release([figure])[each] for each, figure in inside.items()}, before
        )


def test_the_ledger_gives_figures_back_as_they_were_printed(tmp_path):
    counts = {"numerator": 10, "denominator": 24, "decimals": 1}
    share = local(41.7, "2023-24", "issue=Police", unit=Unit.PERCENT, **counts)
    counts = {"numerator": 75, "denominator": 60000, "decimals": 1}
    rate = local(12.5, "2023-24", unit=Unit.RATE_PER_10000, **counts)
    count = local(75, "2023-24")
    back = {
        figure.thread.locator: figure
        for figure in kept(tmp_path / "ledger", "all", [share, rate, count])
    }
    assert back.keys() == {share.id, rate.id, count.id}
    for first in (share, rate, count):
        again = back[first.id]
        assert again.key == first.key
        assert (again.value, again.numerator, again.denominator) == (
            first.value,
            first.numerator,
            first.denominator,
        )


def test_nothing_of_our_own_makes_no_release():
    assert as_release("none", date(2024, 9, 30), [a_figure(12)]) is None


def test_what_is_worked_out_later_is_judged_by_what_it_is_worked_out_from():
    small, large = local(3, "2023-24"), local(40, "2022-23")
    out = release([small, large])
    given = {"unit": Unit.PERCENT_CHANGE}
    of_small = local(-92.5, "2023-24", thread={"calculation": "c", "inputs": (small.id,)}, **given)
    of_large = local(5.0, "2022-23", thread={"calculation": "c", "inputs": (large.id,)}, **given)
    more = with_worked_out(out, [of_small, of_large])
    assert more.of(of_small).withheld
    assert more.of(of_large).value == 5
    assert more.of(small).withheld
    with pytest.raises(ValueError, match="not worked out"):
        with_worked_out(out, [local(3, "2021-22")])


def test_a_count_that_was_open_before_is_withheld_all_the_same_and_stops_no_report():
    """What is public already gives it away: its fellows and their total are in print."""
    public = a_thread(source="dfe.c1")
    told = [
        a_figure(count, indicator="contacts", breakdown=f"issue={issue}", thread=public)
        for issue, count in (("Police", 40), ("Health", 57))
    ]
    total = a_figure(100, indicator="contacts", thread=public)
    few = local(3, "2023-24", "issue=Neglect")
    many = local(40, "2023-24", "issue=Police")
    out = let_out([*told, total])
    assert not any(each.withheld for each in out.values())
    out = release([*told, total, few, many])
    assert out.of(few).withheld, "known before: the report adds nothing"
    inside = {figure.id: figure for figure in [*told, total, few, many]}
    assert withstand(inside, out).attacked == 1
