"""Postcodes that cannot be: no place in the country has the letters ZZ."""

import numpy as np

_LETTERS = np.array(list("ABDEFGHJLNPQRSTUWXYZ"))


def postcodes(numbers: np.ndarray, kind: str) -> np.ndarray:
    """A postcode for each number, always the same for one; homes and placements have their own."""
    first = 10 if kind == "home" else 50
    place = numbers.astype(np.int64)
    district = (first + place % 40).astype(str)
    sector = (1 + place // 40 % 9).astype(str)
    left = _LETTERS[place // 360 % 20]
    right = _LETTERS[place // 7200 % 20]
    inward = np.char.add(np.char.add(sector, left), right)
    outward = np.char.add("ZZ", district)
    return np.char.add(np.char.add(outward, " "), inward).astype(object)
