"""What ``make load`` does to the site, in small: nobody is answered wrongly."""

from bench import load_people
from bench.load import measure
from goldenthread.nouns import PeriodKind
from goldenthread_site.returns.templates import templates


def test_people_read_and_each_quarterly_return_is_uploaded_and_submitted(monkeypatch):
    monkeypatch.setattr(load_people, "THINKS", (0.0, 0.2))
    quarterly = [each for each in templates().values() if each.period_kind is PeriodKind.QUARTER]
    taken = measure("SQLite", people=len(quarterly), seconds=2)
    assert taken.errors == []
    assert len(taken.times["Submit (sent)"]) == len(quarterly)
