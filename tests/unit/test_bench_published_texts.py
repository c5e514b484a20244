"""The table of what readers said of errors told on published texts, and the section made of it."""

import tomllib

from bench.published_texts import TABLE, counted, of_published_texts, summed
from goldenthread.claims.kinds import kinds


def test_every_row_is_of_a_kind_of_check_and_counts_verdicts() -> None:
    rows = counted()
    assert {each.kind for each in rows} <= set(kinds())
    assert {each.when for each in rows} == {
        "before",
        "mended",
        "kept_before",
        "now",
        "others_before",
        "others_now",
    }
    assert all(
        min(each.true, each.fair, each.conversion, each.false) >= 0 < each.all for each in rows
    )
    assert len({(each.when, each.kind) for each in rows}) == len(rows)


def test_the_section_adds_the_kinds_up() -> None:
    now = summed(counted(), "now")
    assert now.all == now.true + now.fair + now.conversion + now.false
    last = [line for line in of_published_texts() if line.startswith("| all kinds")]
    assert last == [
        f"| all kinds | {now.all} | {now.true} | {now.fair} | {now.conversion} | {now.false} |"
    ]


def test_the_page_kept_has_the_section_as_it_is_made() -> None:
    page = (TABLE.parents[2] / "docs" / "reference" / "accuracy.md").read_text(encoding="utf-8")
    assert "\n".join(of_published_texts()) in page


def test_what_the_pages_tell_of_it_is_what_was_counted() -> None:
    before = summed(counted(), "before")
    docs = TABLE.parents[2] / "docs"
    told = (docs / "explanation" / "how-the-proof-reader-was-measured.md").read_text("utf-8")
    assert (
        f"drew {before.all} errors: {before.true} true, {before.fair} fair,"
        f" {before.conversion} of conversion and {before.false} false."
    ) in " ".join(told.split())
    (decision,) = (docs / "decisions").glob("0029-*.md")
    words = " ".join(decision.read_text("utf-8").split())
    assert f"drew {before.all} errors, of which {before.true} were faults." in words


def test_what_the_pages_tell_of_slips_and_files_is_what_was_counted() -> None:
    of = tomllib.loads(TABLE.with_suffix(".toml").read_text(encoding="utf-8"))
    docs = TABLE.parents[2] / "docs"
    told = (docs / "explanation" / "how-the-proof-reader-was-measured.md").read_text("utf-8")
    words = " ".join(told.split())
    assert f"{of['slips_told_before']} of the {of['excerpts']} slips were told" in words
    assert (
        f"{of['slips_seen_told_before']} of these were told at first, and"
        f" {of['slips_seen_told']} after"
    ) in words
    assert f"that nobody looked at {of['slips_told']} were told when last tried" in words
    assert (f"fell from {of['kept_file_errors_before']} to {of['kept_file_errors']}") in words
    assert f"on the {of['texts_kept']} that stay unseen" in words
    (decision,) = (docs / "decisions").glob("0030-*.md")
    assert (
        f"drew {of['file_errors_before']:,} errors and {of['file_warnings_before']:,} warnings"
    ) in " ".join(decision.read_text("utf-8").split())
