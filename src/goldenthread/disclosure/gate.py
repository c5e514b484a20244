"""The gate: the attack on everything a report is about to print, before anything is written.

It is given what was let out and what is known inside, and looks for every withheld count again
from what is printed. What other publishers' tables leave open by themselves is told apart: it was
known before, and the report adds nothing to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from goldenthread.disclosure.drawn import Drawn, draw
from goldenthread.disclosure.drawn.counts import KEPT_BACK
from goldenthread.disclosure.drawn.earlier import as_release as statements_of
from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.publication.ledger import add_to_ledger
from goldenthread.disclosure.release import (
    counts_children,
    drawn_around_ours,
    ours,
    public_forms,
    rule_of,
    stated,
)
from goldenthread.disclosure.released import Released
from goldenthread.nouns import Figure, GoldenThreadError

if TYPE_CHECKING:
    from goldenthread.disclosure.attack import Attacked


@dataclass(frozen=True, slots=True)
class Withstood:
    """What the attack came to.

    ``attacked`` is how many figures are withheld, by us or by who published them; ``inherited``
    names the counts that others' own tables leave to be worked out, never what they are.
    """

    attacked: int
    inherited: tuple[str, ...]


def withstand(
    inside: Mapping[str, Figure], printed: Mapping[str, Released], earlier: Sequence[Figure] = ()
) -> Withstood:
    """Attack what is about to be printed.

    ``inside`` and ``printed`` have the same figures, as they are known and as they were let out;
    ``earlier`` are those printed before. Raises GoldenThreadError, naming it, where a withheld
    count can be worked out that could not be before.
    """
    kept = {each for each, released in printed.items() if released.symbol in KEPT_BACK}
    drawn = drawn_around_ours(inside.values(), kept, earlier)
    found = _found(drawn, printed, earlier) if drawn and drawn.ours else ()
    if found:
        raise GoldenThreadError(
            f"Nothing was written: {found[0]} is withheld, and can be worked out from the rest of "
            "the report; leave out a table that it stands in, or publish it apart."
        )
    counted = [each for each in kept if counts_children(inside[each])]
    return Withstood(len(counted), inherited(inside.values()))


def inherited(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The counts that public sources withhold and leave to be worked out, by name, sorted."""
    public = [figure for figure in figures if counts_children(figure) and not ours(figure)]
    drawn = draw(public, lambda _: False, lambda figure: not figure.known, with_ours=False)
    return _found(drawn, {}, ()) if drawn else ()


def as_release(
    title: str, published: date, printed: Iterable[Figure]
) -> tuple[str, dict[str, bytes]] | None:
    """What was printed of a partnership's own, as a release for the ledger: its name and files.

    None where nothing of its own was printed. The name begins with ``title`` and ends in a digest
    of what was printed, so that another edition of a report is another release.
    """
    own = [figure for figure in printed if counts_children(figure) and ours(figure)]
    if not own:
        return None
    rule = stated(rule_of(figure) for figure in own)
    return statements_of(title, published, own, rule)


def keep_in_ledger(ledger: Path, title: str, published: date, printed: Iterable[Figure]) -> bool:
    """Add what was printed of a partnership's own to a ledger, whole or not at all.

    Returns whether anything of its own was printed. The same numbers under the same title are kept
    once. Raises GoldenThreadError where the ledger cannot be written.
    """
    release = as_release(title, published, printed)
    if release is None:
        return False
    name, files = release
    with TemporaryDirectory() as folder:
        write_whole(safe := Path(folder) / name, files)
        add_to_ledger(ledger, safe)
    return True


def _found(
    drawn: Drawn, printed: Mapping[str, Released], earlier: Sequence[Figure]
) -> tuple[str, ...]:
    """The counts that can be worked out and could not be from what is public already."""
    forms = {figure_id: released.figure for figure_id, released in printed.items()}
    public = public_forms(drawn, earlier)
    try:
        attacked = attack_drawn(drawn, forms, public)
    except GoldenThreadError:
        # Sums that nobody here can add up were taken to hold, and they cannot all.
        attacked = attack_drawn(drawn, forms, public, doubtful=False)
    cells = {leak.cell for leak in attacked.leaks} | {each.cell for each in attacked.unproved}
    return tuple(sorted({cell.measure.rpartition(" [")[0] for cell in cells}))


def attack_drawn(
    drawn: Drawn,
    printed: Mapping[str, Figure],
    public: Mapping[str, Figure],
    *,
    doubtful: bool = True,
) -> "Attacked":
    """Attack what is drawn: ours as it is ``printed``, beside what is ``public`` already.

    Raises GoldenThreadError where the published numbers contradict one another.
    """
    # Loaded only here, like the protection: most of what is asked of this room needs no solver.
    from goldenthread.disclosure.attack import attack

    known = drawn.public_publication(public, doubtful=doubtful)
    ids = drawn.ours or drawn.public
    rule = stated(rule_of(drawn.figures[figure_id]) for figure_id in ids)
    if not drawn.ours:
        return attack(known, rule, explain=False)
    own, _ = drawn.our_publication(printed, doubtful=doubtful)
    return attack(own, rule, [known], explain=False)
