"""Any of many words, as one pattern that tells them apart letter by letter.

Words side by side are each tried at every place of a text; so written, most places are done with
after one letter. Of words that begin alike the longest is found, as if the longest stood first.
"""

_Tree = dict[str, "_Tree"]
_END = ""


def any_of(words: str, space: str = r"\s") -> str:
    """Alternatives without brackets around them; ``~`` in a word is a ``space``.

    >>> any_of("rise rises rose shot~up")
    'r(?:ise(?:s)?|ose)|shot\\\\sup'
    """
    tree: _Tree = {}
    for word in words.split():
        place = tree
        for letter in word:
            place = place.setdefault(letter, {})
        place[_END] = {}
    return "|".join(_branches(tree, space))


def _branches(tree: _Tree, space: str) -> list[str]:
    return [_after(letter, rest, space) for letter, rest in tree.items() if letter != _END]


def _after(letter: str, rest: _Tree, space: str) -> str:
    """A letter and what may follow it."""
    branches = _branches(rest, space)
    words = "|".join(branches)
    if branches and _END in rest:
        words = f"(?:{words})?"
    elif len(branches) > 1:
        words = f"(?:{words})"
    return f"{space if letter == '~' else letter}{words}"
