"""What is no data, too large or badly named is refused, and nothing of it is left."""

import gzip
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.fetching import Service
from tests.factories.fetching import C4, FILE, fetched, files_in
from tests.factories.statistics_service import (
    CSV,
    Kept,
    StandIn,
    packed,
    saying,
    sending,
)

PAGE = b"<!doctype html><title>Sorry</title>"
PLAIN = "text/csv"
NOT_DATA = {
    "a page": sending(PAGE, Content_Type="text/html; charset=utf-8"),
    "a page that says it is CSV": sending(PAGE, Content_Type=PLAIN),
    "an error in JSON": sending(b'{"title": "Sorry"}', Content_Type="application/json"),
    "another CSV": sending(b"name,age\nno,one\n", Content_Type=PLAIN),
    "nothing": sending(b"", Content_Type=PLAIN),
    "half a packed file": sending(packed(Kept(C4))[:5000], Content_Type=PLAIN),
    "a packed file that is spoilt": sending(b"\x1f\x8bspoilt", Content_Type=PLAIN),
    "nothing known": saying(404),
    "another address": saying(302, Location="http://192.0.2.1/elsewhere"),
}


@pytest.mark.parametrize("behaviour", NOT_DATA.values(), ids=NOT_DATA)
def test_what_is_no_data_is_refused_and_nothing_is_left(
    tmp_path: Path, service: Service, stand_in: StandIn, behaviour
) -> None:
    stand_in.next_csv = [behaviour]
    with pytest.raises(GoldenThreadError):
        fetched(tmp_path, service)
    assert files_in(tmp_path) == set()
    assert fetched(tmp_path, service)[0].result == "fetched"


def test_an_old_file_survives_a_bad_answer(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    fetched(tmp_path, service)
    stand_in.kept[0].version = "1.1"
    stand_in.next_csv = [sending(PAGE, Content_Type=PLAIN)]
    with pytest.raises(GoldenThreadError, match="not a tidy CSV file"):
        fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV


@pytest.mark.parametrize("body", [gzip.compress(CSV * 20, mtime=0), CSV], ids=["bomb", "plain"])
def test_a_file_larger_than_allowed_is_refused(
    tmp_path: Path, service: Service, stand_in: StandIn, body: bytes
) -> None:
    stand_in.next_csv = [sending(body, Content_Type=PLAIN)]
    with pytest.raises(GoldenThreadError, match="bytes"):
        fetched(tmp_path, service, largest=len(CSV) - 1)
    assert FILE not in files_in(tmp_path)


def test_a_body_of_no_announced_length_is_bounded_too(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    def endless(handler, kept):  # type: ignore[no-untyped-def]
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(CSV)
        except OSError:
            handler.close_connection = True

    stand_in.next_csv = [endless]
    with pytest.raises(GoldenThreadError, match="larger than"):
        fetched(tmp_path, service, largest=2 * len(CSV))
    assert FILE not in files_in(tmp_path)


def test_names_come_from_here_and_not_from_the_server(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    stand_in.kept[0].years = ("../../2013", "2024")
    with pytest.raises(GoldenThreadError, match="years"):
        fetched(tmp_path / "inside", service)
    assert files_in(tmp_path) == {"inside"}
    assert files_in(tmp_path / "inside") == set()


@pytest.mark.parametrize("said", ["2024", "2023/24", "2023/2024", "2023-24"])
def test_a_period_names_the_year_it_ends_in(
    tmp_path: Path, service: Service, stand_in: StandIn, said: str
) -> None:
    stand_in.kept[0].years = ("2013", said)
    fetched(tmp_path, service)
    assert FILE in files_in(tmp_path)


@pytest.mark.parametrize(
    "answer",
    [
        lambda handler: handler.send(b"{", {}),
        lambda handler: handler.send(PAGE, {"Content-Type": "text/html"}),
        lambda handler: handler.send_json({"results": [{"id": "../..", "title": "x"}]}),
        lambda handler: handler.send(b" " * 11_000_000, {}),
        lambda handler: handler.send(b"spoilt", {"Content-Encoding": "gzip"}),
    ],
    ids=["broken", "page", "hostile id", "endless", "spoilt packing"],
)
def test_a_catalogue_that_is_none_is_refused(
    tmp_path: Path, service: Service, stand_in: StandIn, answer
) -> None:
    stand_in.next_json = [answer] * 4
    with pytest.raises(GoldenThreadError):
        fetched(tmp_path, service)
