"""Charts drawn in a process of their own are those drawn here; a process that fails says why."""

import os
import sys
import time

import pytest

from goldenthread.charts.apart import Apart, NoAnswerError
from goldenthread.charts.draw import draw
from goldenthread.charts.drawing import Drawing
from goldenthread.nouns import GoldenThreadError
from tests.factories.charts import PLAIN

CHARTS = [PLAIN["years"], PLAIN["neighbours"], PLAIN["grid"]]


def lives(process):
    """Whether a process of that number still is."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Writes a program and gives the name of the module it is."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def write(program):
        (tmp_path / "a_helper.py").write_text(program, encoding="utf-8")
        return "a_helper"

    return write


def test_charts_drawn_apart_are_those_drawn_here():
    with Drawing() as drawing:
        drawing.draw(CHARTS)
        apart = [drawing(chart) for chart in CHARTS]
    assert apart == [draw(chart) for chart in CHARTS]
    assert len(set(apart)) == len(CHARTS)


def test_a_drawing_that_is_not_wanted_after_all_leaves_no_process():
    with Drawing() as drawing:
        process = drawing._process.pid
        assert lives(process)
    assert not lives(process)


def test_without_the_extra_the_message_comes_before_any_work(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(GoldenThreadError, match=r'pip install ".\[report\]"'):
        Drawing()


def test_charts_that_cannot_be_drawn_say_why():
    with Drawing() as drawing:
        drawing.hand(b"[1, ")
        with pytest.raises(RuntimeError, match=r"could not be drawn(?s:.*)JSONDecodeError"):
            drawing(CHARTS[0])


def test_an_answer_may_be_large_and_come_before_the_job_is_read(module):
    echo = (
        "import sys\n"
        "sys.stdout.write('a' * 300_000)\n"
        "sys.stdout.write(sys.stdin.read())\n"
        "sys.stderr.write('b' * 300_000)\n"
    )
    with Apart(module(echo)) as apart:
        apart.hand(b"c" * 300_000)
        assert apart.answer(20) == b"a" * 300_000 + b"c" * 300_000


@pytest.mark.parametrize(
    ("program", "refused", "told"),
    [
        ("import sys; sys.stderr.write('page 3'); sys.exit(3)", True, "page 3"),
        ("raise ValueError('lost')", False, "ValueError: lost"),
        ("import os; os._exit(9)", False, "ended with code 9"),
    ],
)
def test_a_process_that_fails_says_why(module, program, refused, told):
    with Apart(module(program)) as apart:
        apart.hand(b"d" * 300_000)
        with pytest.raises(NoAnswerError, match=told) as caught:
            apart.answer(20)
    assert caught.value.refused is refused


def test_a_process_that_does_not_end_is_not_waited_for(module):
    began = time.monotonic()
    with Apart(module("import time; time.sleep(60)")) as apart:
        apart.hand(b"e" * 300_000)
        with pytest.raises(TimeoutError, match="no answer"):
            apart.answer(0.2)
        process = apart._process.pid
    assert time.monotonic() - began < 20
    assert not lives(process)


def test_no_file_of_the_folder_one_is_in_is_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Drawing() as drawing:
        drawing.draw(CHARTS[:1])
        assert drawing(CHARTS[0]).startswith("<svg")
