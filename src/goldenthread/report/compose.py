"""From contents to a document: gather, release, write.

The order matters. Every block first declares the figures it will print; all of them go through
disclosure together; then every block begins again without what was withheld, and only then is
anything written. So no order of rows, no mark and no word can rest on a withheld number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.disclosure import (
    Release,
    Withstood,
    held_back,
    release,
    with_worked_out,
    withstand,
)
from goldenthread.nouns import Fault, Figure, Severity
from goldenthread.report.blocks import Prepared, prepare
from goldenthread.report.contents import BlockPlan, Contents, ProsePlan, SectionPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Note, Section, Slot, SlotKind
from goldenthread.report.prose import Written, bind, read_prose
from goldenthread.wording.sentences import Writer


@dataclass
class Composed:
    """The sections with what the checks need to know about them.

    ``desk`` is the one they were written at, which knows nothing of what was withheld. ``inside``
    has every figure that was judged as it is known inside, ``judged`` what was decided of each,
    ``withstood`` what the attack on all of it came to.
    """

    desk: Desk
    inside: dict[str, Figure]
    judged: Release
    withstood: Withstood
    sections: tuple[Section, ...]
    summary: tuple[Block, ...]
    release: Release
    shown: set[str] = field(default_factory=set)
    not_known: set[str] = field(default_factory=set)
    filled: dict[str, list[str]] = field(default_factory=dict)
    empty: dict[str, list[str]] = field(default_factory=dict)
    lost: list[Fault] = field(default_factory=list)


@dataclass
class _Gathered:
    """Blocks prepared and prose read, by id, before anything is released.

    ``about`` has the indicators that each block names, none where it looks at all of them.
    """

    blocks: dict[str, Prepared] = field(default_factory=dict)
    prose: dict[str, Written | None] = field(default_factory=dict)
    about: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def block(self, plan: BlockPlan, desk: Desk) -> Prepared:
        """The block prepared, the first time it is asked for."""
        if plan.id not in self.blocks:
            self.blocks[plan.id] = prepare(plan, desk)
            self.about[plan.id] = plan.indicators
        return self.blocks[plan.id]

    def figures(self) -> list[Figure]:
        declared = [figure for block in self.blocks.values() for figure in block.figures]
        return declared + [f for piece in self.prose.values() if piece for f in piece.figures]


SUMMARY = BlockPlan(id="what-stands-out", show="outliers", limit=40, slots=False)


def compose(
    contents: Contents, desk: Desk, prose: Path | None, earlier: Sequence[Figure] = ()
) -> Composed:
    """Write every section of the contents for the desk's area and year.

    ``prose`` is the folder of the pieces people write, or None; ``earlier`` the figures printed
    before. Raises GoldenThreadError where a piece names a figure that is not known, or where a
    withheld count could be worked out from the rest.
    """
    gathered = _everything(contents, desk, prose)
    inside = {figure.id: figure for figure in _declared(gathered, desk)}
    judged = release(inside.values(), earlier)
    while safe := _news(held_back(inside, judged), desk):
        desk = desk.with_withheld(safe)
        changed = {figure.indicator for figure in safe.values()}
        gathered = _everything(contents, desk, prose, _unchanged(gathered, changed))
        again = {figure.id: figure for figure in _declared(gathered, desk)}
        # What was worked out again takes the place of what was worked out before.
        worked_out = {each: figure for each, figure in again.items() if figure.thread.inputs}
        found = {f.id for f in again.values() if f.id not in inside and f.id not in worked_out}
        inside |= worked_out | {each: again[each] for each in found}
        judged = (
            release(inside.values(), earlier)
            if found
            else with_worked_out(judged, worked_out.values())
        )
    withstood = withstand(inside, judged, earlier)
    released = judged.only(gathered.figures())
    writer = Writer(released)
    summary = gathered.blocks[SUMMARY.id].compose(writer)
    composed = Composed(desk, inside, judged, withstood, (), summary, released)
    composed.sections = tuple(
        _section(section, gathered, writer, composed) for section in contents.section
    )
    for block in gathered.blocks.values():
        composed.shown.update(block.shows)
        composed.not_known.update(block.not_known)
    composed.lost = _nobody_asks_for(prose, set(gathered.prose))
    return composed


def _everything(
    contents: Contents, desk: Desk, prose: Path | None, before: _Gathered | None = None
) -> _Gathered:
    """Every block prepared, but those of ``before``, which are taken as they are."""
    gathered = before or _Gathered()
    gathered.block(SUMMARY, desk)
    for section in contents.section:
        _gather(section, desk, prose, gathered)
    return gathered


def _unchanged(gathered: _Gathered, indicators: set[str]) -> _Gathered:
    """The blocks that are about other indicators by name, and so would be prepared the same."""
    return _Gathered(
        {
            block: made
            for block, made in gathered.blocks.items()
            if (about := gathered.about[block]) and not indicators.intersection(about)
        },
        about=gathered.about,
    )


def _declared(gathered: _Gathered, desk: Desk) -> Iterator[Figure]:
    """What the blocks will print, and the area's other values of it, which threads tell."""
    for figure in gathered.figures():
        yield figure
        if figure.area == desk.area:
            yield from desk.shelf.known(figure.key)


def _news(safe: dict[str, Figure], desk: Desk) -> dict[str, Figure]:
    """What the desk does not yet know to be withheld."""
    return {each: figure for each, figure in safe.items() if desk.withheld.get(each) != figure}


def _nobody_asks_for(prose: Path | None, names: set[str]) -> list[Fault]:
    """A fault for each piece of writing that the contents have no place for."""
    written = sorted(prose.glob("*.md")) if prose else []
    return [
        Fault(
            rule="prose-without-a-place",
            message="the contents have no block or piece of that name, so it is not printed: "
            "correct its name or the contents",
            file=piece.name,
            severity=Severity.WARNING,
        )
        for piece in written
        if piece.stem not in names
    ]


def _gather(section: SectionPlan, desk: Desk, prose: Path | None, gathered: _Gathered) -> None:
    for piece in section.prose:
        gathered.prose[piece.id] = read_prose(
            prose, piece.id, desk.shelf, desk.area.code, piece.signed
        )
    for plan in section.block:
        gathered.block(plan, desk)
        if plan.slots:
            for kind in SlotKind:
                name = slot_name(plan, kind)
                gathered.prose[name] = read_prose(prose, name, desk.shelf, desk.area.code)
    for inner in section.section:
        _gather(inner, desk, prose, gathered)


def slot_name(plan: BlockPlan, kind: SlotKind) -> str:
    """The file, without its ending, that a slot's prose is looked for in."""
    return f"{plan.id}-{kind.name.lower()}"


def _section(
    section: SectionPlan, gathered: _Gathered, writer: Writer, composed: Composed
) -> Section:
    inner: list[Section] = []
    blocks: list[Block] = []
    for plan in section.block:
        made = gathered.blocks[plan.id]
        if made.absent:
            continue
        written = (*made.compose(writer), *_slots(plan, made, gathered, writer))
        if plan.title and len(section.block) > 1:
            inner.append(Section(id=plan.id, title=plan.title, blocks=written))
        else:
            blocks += written
        held = composed.filled if made.shows or made.written else composed.empty
        for kind in section.kinds:
            held.setdefault(kind, []).append(plan.id)
    inner += [_piece(piece, section, gathered, writer, composed) for piece in section.prose]
    inner += [_section(each, gathered, writer, composed) for each in section.section]
    return Section(id=section.id, title=section.title, blocks=tuple(blocks), sections=tuple(inner))


def _piece(
    piece: ProsePlan, section: SectionPlan, gathered: _Gathered, writer: Writer, composed: Composed
) -> Section:
    written = gathered.prose[piece.id]
    held = composed.filled if written else composed.empty
    for kind in dict.fromkeys((*piece.kinds, *(() if section.block else section.kinds))):
        held.setdefault(kind, []).append(piece.id)
    if written is None:
        signed = f" It is to be signed by: {piece.signed}." if piece.signed else ""
        return Section(
            id=piece.id,
            title=piece.heading,
            blocks=(Note((f"Nothing written yet.{signed}",), heading=""),),
        )
    return Section(id=piece.id, title=piece.heading, blocks=(bind(written, writer),))


def _slots(
    plan: BlockPlan, made: Prepared, gathered: _Gathered, writer: Writer
) -> tuple[Slot, ...]:
    """The three slots; where no figure is known, only those somebody has written in."""
    if not plan.slots:
        return ()
    slots = []
    for kind in SlotKind:
        name = slot_name(plan, kind)
        written = gathered.prose[name]
        if written is None and not made.figures:
            continue
        slots.append(Slot(name, kind, bind(written, writer) if written else None))
    return tuple(slots)
