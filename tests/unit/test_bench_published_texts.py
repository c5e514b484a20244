"""The table of what readers said of errors told on published texts, and the section made of it."""

from bench.published_texts import TABLE, counted, of_published_texts, summed
from goldenthread.claims.kinds import kinds


def test_every_row_is_of_a_kind_of_check_and_counts_verdicts() -> None:
    rows = counted()
    assert {each.kind for each in rows} <= set(kinds())
    assert {each.when for each in rows} == {"before", "mended", "kept_before", "now"}
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
