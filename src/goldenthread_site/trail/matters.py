"""What on the trail belongs to a matter in which someone may have an interest.

The trail knows things by kind and number only. A room above says which of its things are part of a
matter, so that whoever declared an interest in it reads nothing of what was done with them either::

    belongs("returns.return", "directory.agency", lambda number: numbers of that agency's returns)
"""

from collections.abc import Callable, Iterable, Iterator

from goldenthread_site.barrier.asking import as_the_system

Finder = Callable[[int], Iterable[int]]
_BELONGING: dict[tuple[str, str], Finder] = {}


def belongs(kind: str, matter: str, finder: Finder) -> None:
    """Things of a kind are part of matters of another; ``finder`` gives their numbers for one."""
    _BELONGING[kind, matter] = finder


def within(matter: str, number: str) -> Iterator[tuple[str, list[str]]]:
    """The kinds of thing that are part of one matter, each with its numbers, and it itself."""
    yield matter, [number]
    for (kind, of), finder in sorted(_BELONGING.items(), key=lambda each: each[0]):
        if of == matter and number.isdigit():
            # What is read here is left out there: a row kept back would be let in by it.
            with as_the_system("what belongs to a matter that is shut"):
                numbers = [str(each) for each in finder(int(number))]
            yield kind, numbers
