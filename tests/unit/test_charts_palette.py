"""The palette's contrast, worked out as WCAG 2 does."""

import pytest

from goldenthread.charts import palette
from goldenthread.charts.palette import contrast


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("colour", [*palette.SEGMENTS, palette.GREY])
def test_every_mark_stands_out_on_paper_and_carries_readable_text(colour):
    assert contrast(colour, palette.PAPER) >= 3
    assert contrast(palette.readable_on(colour), colour) >= 4.5


def test_what_edges_a_band_stands_out_on_its_fill():
    assert contrast(palette.GREY, palette.SHADE) >= 3
    assert contrast(palette.BLUE, palette.PALE) >= 3


def test_lines_differ_by_more_than_colour():
    assert len({stroke.dash for stroke in palette.STROKES}) == len(palette.STROKES)
    assert len({stroke.shape for stroke in palette.STROKES}) == len(palette.STROKES)
