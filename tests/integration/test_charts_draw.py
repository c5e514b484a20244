"""Every chart as it is drawn: accessible, readable, in the palette, the same on every run."""

import re
import subprocess
import sys
from hashlib import sha256
from itertools import combinations
from xml.etree import ElementTree

import pytest

from goldenthread.charts import lettering, palette
from goldenthread.charts.draw import draw, lay_out
from goldenthread.charts.renderer import _converter, render
from goldenthread.nouns import GoldenThreadError
from tests.factories.charts import OURS, PLAIN, YEARS, a_years_chart, series
from tests.factories.gallery import GALLERY

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (640, 360)
EVERY = [(name, width) for name in GALLERY for width in WIDTHS]
# What may be in a chart beside the four colours: ink, paper, and greys that carry no meaning.
QUIET = {palette.INK, palette.PAPER, palette.GRID, palette.GREY, palette.PALE, palette.SHADE}


@pytest.fixture(scope="module")
def drawn():
    """Every chart at both widths, drawn once."""
    return {(name, width): draw(GALLERY[name], width) for name, width in EVERY}


@pytest.fixture
def root(drawn, request):
    return ElementTree.fromstring(drawn[request.param])


every = pytest.mark.parametrize("root", EVERY, indirect=True)


@every
def test_a_picture_is_named_and_described(root):
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text
    assert desc.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


@every
def test_a_picture_holds_nothing_but_shapes_and_text(root):
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "line", "rect", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not any("href" in name or name.startswith("on") for name in names)
    assert {element.get("font-family") for element in root.iter()} == {None, lettering.FAMILY}


@every
def test_a_picture_shrinks_with_its_page(root):
    _, _, width, height = root.get("viewBox").split()
    assert root.get("style") == f"width:100%;max-width:{width}px;height:auto"
    assert (root.get("width"), root.get("height")) == (width, height)


@every
def test_at_most_four_colours_of_the_palette(root):
    used = {
        element.get(paint)
        for element in root.iter()
        for paint in ("fill", "stroke")
        if element.get(paint)
    }
    meaning = used - QUIET - {"none"}
    assert meaning <= set(palette.SEGMENTS)
    assert len(meaning) <= 4


@every
def test_text_is_at_least_twelve_pixels_and_inside_the_picture(root):
    _, _, width, height = map(float, root.get("viewBox").split())
    for text in root.iter(f"{SVG}text"):
        left, top, right, foot = box(text)
        assert float(text.get("font-size")) >= 12
        assert left >= -0.5, text.text
        assert right <= width + 0.5, text.text
        assert top >= -0.5, text.text
        assert foot <= height, text.text


@every
def test_no_text_covers_another(root):
    boxes = [(text.text, box(text)) for text in root.iter(f"{SVG}text")]
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one!r} covers {other!r}"


@every
def test_numbers_have_at_most_two_decimals(root):
    given = " ".join(value for element in root.iter() for value in element.attrib.values())
    assert not re.search(r"\.\d{3}", given)


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_every_text_stands_out_on_what_it_stands_on(name, width):
    for text in lay_out(GALLERY[name], width).texts:
        assert palette.contrast(text.fill, text.on) >= 4.5


def box(text):
    """Left, top, right and foot of a text element, by the widths of the fonts shipped."""
    x, y = map(float, re.findall(r"-?[\d.]+", text.get("transform")))
    size = float(text.get("font-size"))
    wide = lettering.width(text.text, size, bold=text.get("font-weight") == "bold")
    assert float(text.get("textLength")) == pytest.approx(wide, abs=0.01)
    left = x - {None: 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
    return left, y - 0.74 * size, left + wide, y + 0.2 * size


def test_ids_are_unique_when_all_share_a_page(drawn):
    ids = [found for svg in drawn.values() for found in re.findall(r' id="([^"]+)"', svg)]
    assert len(ids) == len(set(ids))


def test_a_second_drawing_in_another_order_is_the_same(drawn):
    for name in reversed(PLAIN):
        assert draw(PLAIN[name]) == drawn[name, 640]


def test_another_process_draws_the_same(drawn):
    code = (
        "from hashlib import sha256\n"
        "from goldenthread.charts.draw import draw\n"
        "from tests.factories.charts import PLAIN\n"
        "print(sha256(draw(PLAIN['years']).encode()).hexdigest())"
    )
    assert python(code) == sha256(drawn["years", 640].encode()).hexdigest()


def test_importing_the_room_does_not_load_the_converter():
    code = (
        "import sys, goldenthread.charts, goldenthread.charts.draw\n"
        "print('vl_convert' in sys.modules)"
    )
    assert python(code) == "False"


def python(code):
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    _converter.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(GoldenThreadError, match=r'pip install ".\[report\]"'):
        draw(PLAIN["years"])
    _converter.cache_clear()


def test_nothing_is_fetched():
    specification = {"data": {"url": "https://example.invalid/a.csv"}, "mark": "point"}
    with pytest.raises(ValueError, match=r"example\.invalid"):
        render(specification)


def test_the_line_runs_through_the_very_values(drawn):
    root = ElementTree.fromstring(drawn["years", 640])
    ticks = {
        float(text.text): float(re.findall(r"[\d.]+", text.get("transform"))[1])
        for text in root.iter(f"{SVG}text")
        if text.text in {"0", "300"}
    }
    scale = 300 / (ticks[0] - ticks[300])
    (line,) = (
        element
        for element in root.iter(f"{SVG}path")
        if element.get("stroke") == palette.BLUE and element.get("stroke-width") == "3"
    )
    heights = [float(pair.split(",")[1]) for pair in re.split("[ML]", line.get("d"))[1:]]
    top = heights[-1]
    for height, value in zip(heights, OURS, strict=True):
        assert OURS[-1] - (height - top) * scale == pytest.approx(value, abs=0.05)


def test_a_withheld_value_leaves_a_gap_and_its_letter(drawn):
    root = ElementTree.fromstring(drawn["years with two breaks and gaps", 640])
    ours = [
        element.get("d")
        for element in root.iter(f"{SVG}path")
        if element.get("stroke") == palette.BLUE and element.get("stroke-width") == "3"
    ]
    points = sum(path.count(",") for path in ours)
    assert len(ours) == 3  # 2017-18 stands alone, between a break and a gap
    assert points == 7
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "c = withheld to protect children’s identities; x = not available." in texts
    assert texts.count("c") == 1


def test_an_axis_that_does_not_start_at_zero_says_so(drawn):
    assert "The axis does not start at zero." in drawn["years not from zero", 640]
    assert "The axis does not start at zero." not in drawn["years", 640]


def test_a_title_with_markup_in_it_is_text():
    root = ElementTree.fromstring(draw(a_years_chart(title="<script>a</script> & 'b' \x07")))
    assert root.find(f"{SVG}title").text == "<script>a</script> & 'b' "


def test_the_description_given_is_the_one_told():
    root = ElementTree.fromstring(draw(a_years_chart(description="Said by the report.")))
    assert root.find(f"{SVG}desc").text == "Said by the report."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"labels": ()}, "no labels"),
        ({"series": ()}, "no series"),
        ({"labels": (*YEARS, YEARS[0])}, "twice"),
        ({"labels": YEARS[1:]}, "2014-15"),
        ({"series": tuple(series(str(n), YEARS, OURS) for n in range(5))}, "small multiples"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(changes, reason):
    with pytest.raises(ValueError, match=reason):
        lay_out(a_years_chart(**changes))


def test_a_picture_too_narrow_to_read_is_refused():
    with pytest.raises(ValueError, match="at least 320"):
        lay_out(PLAIN["years"], 200)
