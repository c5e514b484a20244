"""The site's rows of figures have the very columns of the core's figure book."""

import pyarrow as pa
import pytest
from django.db import models

from goldenthread.figures.rows import row_of
from goldenthread.figures.schema import COLUMNS
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.models import KeptFigure
from goldenthread_site.figures.shelves import book_of
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories import a_figure

KINDS = {
    pa.string(): (models.CharField, models.TextField),
    pa.date32(): (models.DateField,),
    pa.float64(): (models.FloatField,),
    pa.int8(): (models.SmallIntegerField,),
}


@pytest.mark.parametrize("column", COLUMNS, ids=lambda each: each.name)
def test_every_column_of_the_book_is_a_field_of_its_kind(column):
    field = KeptFigure._meta.get_field(column.name)
    assert isinstance(field, KINDS[column.type])
    assert field.null == (column.nullable)


def test_no_field_is_there_that_the_book_does_not_know():
    ours = {each.name for each in KeptFigure._meta.get_fields()} - {"id", "deposit"}
    assert ours == {each.name for each in COLUMNS}


@pytest.mark.django_db
def test_a_figure_comes_back_as_it_was_kept_and_the_trail_says_so():
    luton = Partnership.objects.create(name="Luton", slug="luton", areas=["821"])
    figure = a_figure(12)
    keep_figures(
        by=Acting(job="test"), partnership=luton, figures=[figure], because="A return, accepted"
    )
    (back,) = book_of(luton).figures()
    assert row_of(back) == row_of(figure)
    (link,) = Link.objects.all()
    assert (link.action, link.partnership, link.content.detail) == (
        "figures kept",
        luton.pk,
        {"figures": 1},
    )


@pytest.mark.django_db
def test_of_several_figures_all_are_kept_or_none():
    luton = Partnership.objects.create(name="Luton", slug="luton", areas=["821"])

    def some():
        yield a_figure(12)
        raise RuntimeError("the file broke off")

    with pytest.raises(RuntimeError):
        keep_figures(by=Acting(job="test"), partnership=luton, figures=some(), because="broken")
    assert not KeptFigure.objects.exists()
    assert not Link.objects.exists()
