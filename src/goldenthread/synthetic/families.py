"""Families and their children: when a family first comes to notice, and who its children are."""

from dataclasses import dataclass

import numpy as np

from goldenthread.synthetic import rates
from goldenthread.synthetic.draws import Draws


@dataclass
class Children:
    """The children of an area, family by family; arrays of one length, one place a child.

    ``first`` is the number of the first: children who have only contacts come after the others.
    """

    family: np.ndarray
    born: np.ndarray
    sex: np.ndarray
    ethnicity: np.ndarray
    disabled: np.ndarray
    asylum: np.ndarray
    plans_before: np.ndarray

    def __len__(self) -> int:
        return len(self.family)

    @classmethod
    def together(cls, *parts: "Children") -> "Children":
        """Several groups as one, families and children numbered on."""
        families, shift = [], 0
        for part in parts:
            families.append(part.family + shift)
            shift += int(part.family.max(initial=-1)) + 1
        names = [name for name in cls.__dataclass_fields__ if name != "family"]
        rest = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
        return cls(family=np.concatenate(families), **rest)


def families(draws: Draws, first_seen: np.ndarray) -> Children:
    """The children of families first seen on some days, each family's beside one another."""
    sizes = draws.codes("families.children", len(first_seen)).astype(np.int32)
    family = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    count = len(family)
    place = np.arange(count) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    age = np.repeat(draws.amounts("children.age", len(sizes)), sizes)
    gaps = draws.amounts("children.gap", count) * place
    # Brothers and sisters are older or younger, as the range of childhood allows.
    older = draws.happens(0.5, count)
    older = np.where(age + gaps > 6300, False, older | (age - gaps < -140))
    ages = np.clip(np.where(older, age + gaps, age - gaps), -140, 6400)
    return _children(draws, family, np.repeat(first_seen, sizes) - ages, "children.ethnicity")


def asylum_seekers(draws: Draws, first_seen: np.ndarray) -> Children:
    """Children who came alone and seek asylum."""
    count = len(first_seen)
    born = first_seen - draws.amounts("children.asylum_age", count)
    made = _children(draws, np.arange(count, dtype=np.int32), born, "children.asylum_ethnicity")
    made.asylum[:] = True
    made.sex = np.where(draws.happens(0.92, count), "M", "F").astype(object)
    made.disabled[:] = False
    made.plans_before[:] = 0
    return made


def _children(draws: Draws, family: np.ndarray, born: np.ndarray, ethnicity: str) -> Children:
    count = len(family)
    of_family = draws.codes(ethnicity, int(family.max(initial=-1)) + 1)
    return Children(
        family=family,
        born=born.astype(np.int32),
        sex=draws.codes("children.sex", count),
        ethnicity=of_family[family] if count else of_family,
        disabled=draws.happens("children.disabled", count),
        asylum=np.zeros(count, dtype=bool),
        plans_before=draws.happens(rates.value("children.plans_before"), count).astype(np.int32),
    )
