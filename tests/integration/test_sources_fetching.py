"""Files are brought whole and unchanged, whatever the network does."""

import json
from email.utils import formatdate
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.fetching import Service, wanted
from goldenthread.sources.fetching.patience import Patience
from goldenthread.sources.published import datasets
from tests.factories.fetching import C4, FILE, fetched, files_in
from tests.factories.statistics_service import (
    CSV,
    Kept,
    StandIn,
    breaking_off,
    packed,
    saying,
    tag,
)


def test_a_file_comes_whole_and_is_recorded(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    (outcome,) = fetched(tmp_path, service)
    assert outcome.result == "fetched"
    assert (tmp_path / FILE).read_bytes() == CSV
    assert files_in(tmp_path) == {FILE, "fetched.json"}
    (entry,) = json.loads((tmp_path / "fetched.json").read_text(encoding="utf-8"))["files"]
    assert entry["sha256"] == sha256(CSV).hexdigest()
    assert entry["bytes"] == len(CSV)
    assert entry["dataset"] == "dfe.c4"
    assert entry["version"] == "1.0"
    assert entry["url_path"] == f"/v1/data-sets/{Kept(C4).id}/csv?dataSetVersion=1.0"
    assert entry["when"].endswith("+00:00")


def test_a_second_run_fetches_nothing_and_changes_no_byte(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    fetched(tmp_path, service)
    ledger = (tmp_path / "fetched.json").read_bytes()
    (outcome,) = fetched(tmp_path, service)
    assert outcome.result == "already here"
    assert len(stand_in.csv_requests) == 1
    assert (tmp_path / "fetched.json").read_bytes() == ledger


def test_a_new_version_and_a_file_that_was_changed_here_are_fetched_again(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    fetched(tmp_path, service)
    (tmp_path / FILE).write_bytes(b"edited by hand")
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert (tmp_path / FILE).read_bytes() == CSV
    stand_in.kept[0].version = "2.0"
    stand_in.kept[0].years = ("2013", "2025")
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert (tmp_path / FILE.replace("2024", "2025")).read_bytes() == CSV


def test_what_broke_off_goes_on_from_there(
    tmp_path: Path, service: Service, stand_in: StandIn, waits: list[float]
) -> None:
    stand_in.next_csv = [breaking_off(0.4)]
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert (tmp_path / FILE).read_bytes() == CSV
    first, second = stand_in.csv_requests
    assert "range" not in first
    have = int(len(packed(Kept(C4))) * 0.4)
    assert second["range"] == f"bytes={have}-"
    assert second["if-range"] == tag(packed(Kept(C4)))
    assert waits == [1.0]


def test_what_broke_off_for_good_goes_on_in_the_next_run(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    stand_in.next_csv = [breaking_off(0.4), *[saying(503)] * 3]
    with pytest.raises(GoldenThreadError, match="what has been fetched is kept"):
        fetched(tmp_path, service)
    assert FILE not in files_in(tmp_path)
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert stand_in.csv_requests[-1]["range"].startswith("bytes=")
    assert (tmp_path / FILE).read_bytes() == CSV
    assert files_in(tmp_path) == {FILE, "fetched.json"}


def test_a_server_without_ranges_is_begun_again(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    stand_in.ranges = False
    stand_in.next_csv = [breaking_off(0.4)]
    fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV


def test_a_file_that_changed_between_two_parts_is_begun_again(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    def changes(handler, kept):  # type: ignore[no-untyped-def]
        breaking_off(0.4)(handler, kept)
        kept.body = CSV.replace(b",7", b",8")

    stand_in.next_csv = [changes]
    fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV.replace(b",7", b",8")


def test_a_server_that_sends_another_part_than_asked_is_not_believed(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    def wrong_part(handler, kept):  # type: ignore[no-untyped-def]
        body = packed(kept)
        place = f"bytes 10-{len(body) - 1}/{len(body)}"
        handler.send(body[10:], {"Content-Range": place, "ETag": tag(body)}, 206)

    stand_in.next_csv = [breaking_off(0.4), wrong_part]
    fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV


def test_a_part_already_as_long_as_the_file_is_begun_again(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    body = packed(Kept(C4))

    def longer_than_it_is(handler, kept):  # type: ignore[no-untyped-def]
        headers = {"Content-Length": str(len(body) + 9), "ETag": tag(body)}
        handler.send(body, headers)
        handler.close_connection = True

    stand_in.next_csv = [longer_than_it_is]
    fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV
    assert [headers.get("range") for headers in stand_in.csv_requests] == [
        None,
        f"bytes={len(body)}-",
        None,
    ]


@pytest.mark.parametrize(
    ("header", "waited"),
    [("7", 7.0), ("", 1.0), ("soon", 1.0), ("-5", 1.0), (formatdate(0, usegmt=True), 0.0)],
)
def test_a_busy_server_is_given_the_time_it_asks_for(
    tmp_path: Path,
    service: Service,
    stand_in: StandIn,
    waits: list[float],
    header: str,
    waited: float,
) -> None:
    stand_in.next_csv = [saying(429, Retry_After=header)]
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert waits == [waited]


def test_waits_grow_and_end(
    tmp_path: Path, service: Service, stand_in: StandIn, waits: list[float]
) -> None:
    stand_in.next_csv = [saying(500)] * 4
    with pytest.raises(GoldenThreadError, match="answered 500"):
        fetched(tmp_path, service)
    assert waits == [1.0, 2.0, 4.0]


def test_a_wait_of_hours_is_not_waited_but_said(
    tmp_path: Path, service: Service, stand_in: StandIn, waits: list[float]
) -> None:
    stand_in.next_csv = [saying(429, Retry_After="7200")]
    with pytest.raises(GoldenThreadError, match="7,200 seconds"):
        fetched(tmp_path, service)
    assert waits == []


def test_what_the_service_does_not_offer_is_said_with_where_to_find_it(
    tmp_path: Path, service: Service
) -> None:
    offered, missing, elsewhere = fetched(tmp_path, service, "dfe.c4", "dfe.c5", "dfe.workforce")
    assert offered.result == "fetched"
    assert (missing.result, missing.entry) == ("not offered", None)
    assert "children-in-need" in missing.advice
    assert elsewhere.result == "not offered"


def test_two_data_sets_that_fit_are_not_guessed_between(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    stand_in.kept.append(Kept("C4 Another"))
    with pytest.raises(GoldenThreadError, match=r"--id dfe\.c4=ID"):
        fetched(tmp_path, service)
    stated = UUID(Kept("C4 Another").id)
    (outcome,) = fetched(tmp_path, service, ids={"dfe.c4": stated})
    assert outcome.entry is not None
    assert outcome.entry.id == str(stated)


def test_an_id_nobody_knows_is_said(tmp_path: Path, service: Service) -> None:
    with pytest.raises(GoldenThreadError, match="knows no data set"):
        fetched(tmp_path, service, ids={"dfe.c4": uuid4()})


def test_an_id_that_is_no_longer_known_is_looked_up_again(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    fetched(tmp_path, service)
    stand_in.kept[0] = Kept("C4 under a new id")
    (outcome,) = fetched(tmp_path, Service(service.client, service.address, service.patience))
    assert outcome.entry is not None
    assert outcome.entry.id == Kept("C4 under a new id").id


def test_a_data_set_nobody_knows_is_said_before_anything_is_asked(
    tmp_path: Path, service: Service, stand_in: StandIn
) -> None:
    with pytest.raises(GoldenThreadError, match="is not a data set"):
        fetched(tmp_path, service, "dfe.z9")
    assert stand_in.requests == []


def test_the_catalogue_is_asked_again_when_busy(
    tmp_path: Path, service: Service, stand_in: StandIn, waits: list[float]
) -> None:
    stand_in.next_json = [lambda handler: handler.send(b"", {"Retry-After": "3"}, 503)]
    assert fetched(tmp_path, service)[0].result == "fetched"
    assert waits == [3.0]


def test_no_connection_is_one_sentence(tmp_path: Path, waits: list[float]) -> None:
    with StandIn() as gone:
        address = gone.address
    with httpx.Client(timeout=1) as client:
        service = Service(client, address, Patience(attempts=2, sleep=waits.append))
        with pytest.raises(GoldenThreadError, match=r"could not be reached .* check the"):
            fetched(tmp_path, service)


def test_a_ledger_that_cannot_be_read_is_said(tmp_path: Path, service: Service) -> None:
    (tmp_path / "fetched.json").write_text('{"files": [{}]}', encoding="utf-8")
    with pytest.raises(GoldenThreadError, match="move it away"):
        fetched(tmp_path, service)


def test_progress_counts_up_to_the_whole(tmp_path: Path, service: Service) -> None:
    seen: list[tuple[int, int | None]] = []
    fetched(tmp_path, service, progress=lambda _: lambda have, of: seen.append((have, of)))
    size = len(packed(Kept(C4)))
    assert seen[0] == (0, size)
    assert seen[-1] == (size, size)
    assert seen == sorted(seen)


def test_every_data_set_has_words_of_its_own() -> None:
    known = wanted()
    assert len({want.file for want in known.values()}) == len(known)
    for want in known.values():
        rivals = [w.name for w in known.values() if w.slug == want.slug and w.words <= want.words]
        assert rivals == [want.name]


def test_the_readers_know_every_file_that_is_fetched() -> None:
    readers = {reader.source: reader for reader in datasets()}
    for name, want in wanted().items():
        assert readers[name].vintage_in(want.file_name("2013", "2024")) is not None, name
    fetchable = {name for name in readers if name.startswith("dfe.")}
    assert fetchable | {"ons.population"} == set(wanted())


def test_what_was_known_before_is_kept(tmp_path: Path, service: Service, stand_in: StandIn) -> None:
    fetched(tmp_path, service)
    stand_in.kept[0].version = "1.1"
    stand_in.kept[0].body = CSV.replace(b",7", b",8")
    fetched(tmp_path, service)
    assert (tmp_path / FILE).read_bytes() == CSV.replace(b",7", b",8")
    (kept,) = (tmp_path / "superseded").iterdir()
    assert kept.read_bytes() == CSV
    assert kept.name.endswith(FILE)
