"""Records are read and measured by a program that never loads pandas, and others still may."""

import subprocess
import sys

import pytest

from bench.records import write_census

MEASURED = """
import sys
from goldenthread.cli import main
main(sys.argv[1:], standalone_mode=False)
print("pandas" in sys.modules)
"""
SPARED = """
import sys
import pyarrow as pa
from goldenthread.cli.sparing import spare_pandas
def hidden():
    return any("goldenthread" in getattr(each, "__module__", "") for each in sys.meta_path)
{}
pa.array(["x"])
loaded = ["pandas" in sys.modules]
frame = pa.table({{"x": [1.5, None]}}).to_pandas()
loaded.append("pandas" in sys.modules)
print(loaded, len(frame), pa.array(frame["x"]).null_count, hidden())
"""


def said(program: str, *arguments: object) -> str:
    command = [sys.executable, "-c", program, *(str(each) for each in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()[-1]


def test_a_census_is_measured_without_pandas(tmp_path):
    write_census(tmp_path / "census.xml", children=40)
    given = [tmp_path / "census.xml", "--period", "2023-24", "--validate"]
    assert said(MEASURED, "measure", *given, "--out", tmp_path / "figures.parquet") == "False"


@pytest.mark.parametrize(("spared", "loaded"), [("", True), ("spare_pandas()", False)])
def test_whatever_needs_pandas_has_it_afterwards(spared, loaded):
    assert said(SPARED.format(spared)) == f"[{loaded}, True] 2 1 False"
