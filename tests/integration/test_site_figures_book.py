"""The rows are the authority: the Parquet book is made of them, and can be made again."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from goldenthread.figures import FigureBook
from goldenthread.figures.rows import row_of
from goldenthread_site.figures.models import KeptFigure
from goldenthread_site.figures.shelves import book_of
from tests.factories.canary import a_partnership
from tests.factories.returns import a_town

pytestmark = pytest.mark.django_db
COLUMNS = {each.name for each in KeptFigure._meta.get_fields()} - {"id", "deposit"}


def rows():
    """Every row as it stands in the database, read by no code of the book's."""
    return sorted(
        (tuple(sorted(each.items())) for each in KeptFigure.objects.values(*COLUMNS)), key=str
    )


def in_file(path):
    found = (row_of(each) for each in FigureBook.open(path).figures())
    return sorted((tuple(sorted(each.items())) for each in found), key=str)


def test_the_book_written_twice_is_the_rows_both_times_and_the_same_bytes(tmp_path):
    town = a_town()
    town.accepted(town.ask())
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    out = StringIO()
    call_command("write_book", "luton", str(first), stdout=out)
    call_command("write_book", "luton", str(second), stdout=StringIO())
    assert "7 figures, with true counts" in out.getvalue()
    assert first.read_bytes() == second.read_bytes()
    assert in_file(first) == rows()
    first.unlink()  # lost, and made again
    call_command("write_book", "luton", str(first), stdout=StringIO())
    assert first.read_bytes() == second.read_bytes()


def test_every_form_of_number_and_nothing_comes_back_as_it_was(tmp_path):
    luton = a_partnership()
    path = tmp_path / "book.parquet"
    book_of(luton).write(path)
    assert in_file(path) == rows()


def test_nobody_elses_figures_are_in_it(tmp_path):
    a_partnership()
    with pytest.raises(CommandError, match="There is: luton"):
        call_command("write_book", "bedford", str(tmp_path / "book.parquet"))
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    with pytest.raises(CommandError, match="could not be written"):
        call_command("write_book", "luton", str(tmp_path / "taken" / "book.parquet"))
