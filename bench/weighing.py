"""``python -m bench.weighing``: finds what each piece of evidence weighs, on the labelled set.

A logistic regression with a ridge, over the sizes that no reading of the numbers bears out: those
that a label calls wrong against those of right cases. It writes ``weights.csv`` beside the code
that weighs.
"""

import argparse
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.labelled import LABELLED, cases
from goldenthread.claims.documents import document_from_text
from goldenthread.claims.language.assertions.model import Role
from goldenthread.claims.language.weighing import weighed
from goldenthread.claims.language.weighing.candidates import candidates
from goldenthread.claims.language.weighing.evidence import evidence
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

WEIGHTS = Path(weighed.__file__).with_name("weights.csv")
_KINDS = {"change", "share", "ratio_words", "percent_or_points"}
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# Evidence seen seldom has no weight, and one of its own in a role only where it is seen often.
_SEEN, _SEEN_IN_ROLE = 5, 15
_RIDGE, _ROUNDS, _STEPS, _STEP = 1.0, 2, 12, 3.0
_SCALE = 100


@dataclass(frozen=True, slots=True)
class Example:
    """A size that nothing bears out: the evidence of each pair it may be of, and if it is wrong."""

    case: str
    role: str
    pairs: tuple[frozenset[str], ...]
    wrong: bool


def examples(folder: Path) -> Iterator[Example]:
    """Every such size in the part for tuning of a labelled set."""
    for case in cases("tune", folder):
        named = [each for each in case.expect if each.severity is Severity.ERROR]
        mine = [each.printed for each in named if _KINDS & set(each.kinds)]
        told = [*mine, *case.also] if mine else []
        documents = tuple(
            document_from_text(f"text-{number}.txt", text)
            for number, text in enumerate(case.texts, start=1)
        )
        for window in windows(Reading(documents=documents, area=None)):
            for found in candidates(window.skeleton, window.since):
                stated = found[0].stated
                text = window.skeleton.quantities[stated.place].text
                if mine and not any(_names(words, text) for words in told):
                    continue
                pairs = tuple(frozenset(evidence(window.skeleton, each)) for each in found)
                yield Example(case.id, stated.role, pairs, bool(mine))


def _names(words: str, size: str) -> bool:
    one, other = set(_NUMBER.findall(words)), set(_NUMBER.findall(size))
    if one and other:
        return bool(one & other)
    return size.lower() in words.lower() or words.lower() in size.lower()


def _columns(seen: Sequence[Example]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for each in seen:
        for name in frozenset().union(*each.pairs):
            counts[name] += 1
            counts[f"{each.role}|{name}"] += 1
    names = [
        name for name, count in counts.items() if count >= (_SEEN_IN_ROLE if "|" in name else _SEEN)
    ]
    return {name: place for place, name in enumerate(sorted(names))}


def _places(each: Example, columns: dict[str, int]) -> list[list[int]]:
    return [
        [columns[key] for name in pair for key in (name, f"{each.role}|{name}") if key in columns]
        for pair in each.pairs
    ]


def fitted(seen: Sequence[Example]) -> tuple[dict[str, int], np.ndarray]:
    """The columns and their weights; of several pairs the one that weighs most is meant."""
    columns = _columns(seen)
    places = [_places(each, columns) for each in seen]
    wrong = np.array([each.wrong for each in seen], dtype=float)
    share = wrong.mean()
    counted = np.where(wrong == 1, 0.5 / share, 0.5 / (1 - share))
    ridge = np.array([_RIDGE * (2 if "|" in name else 1) for name in columns])
    ridge[columns["always"]] = 0.2 * _RIDGE
    weights = np.zeros(len(columns))
    for number in range(_ROUNDS):
        table = np.zeros((len(seen), len(columns)))
        for row, (each, pairs) in enumerate(zip(seen, places, strict=True)):
            most = _nearest(each) if number == 0 else _heaviest(pairs, weights)
            table[row, pairs[most]] = 1
        for _ in range(_STEPS):
            chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
            slope = table.T @ (counted * (chance - wrong)) + ridge * weights
            bend = (table * (counted * chance * (1 - chance) + 1e-3)[:, None]).T @ table
            step = np.linalg.solve(bend + np.diag(ridge), slope)
            weights -= min(1.0, _STEP / float(np.abs(step).max())) * step
    return columns, weights


def _heaviest(pairs: list[list[int]], weights: np.ndarray) -> int:
    return max(range(len(pairs)), key=lambda place: float(weights[pairs[place]].sum()))


def _nearest(each: Example) -> int:
    """The pair whose arithmetic comes nearest, before anything is known of weights."""

    def far(place: int) -> float:
        told = next((name for name in each.pairs[place] if name.startswith("near: ")), "")
        number = _NUMBER.search(told)
        return float(number.group()) if number else 9.0

    return min(range(len(each.pairs)), key=far)


def scored(each: Example, columns: dict[str, int], weights: np.ndarray) -> float:
    """What the evidence weighs for the likeliest pair."""
    return max(float(weights[pair].sum()) for pair in _places(each, columns))


def in_turn(seen: Sequence[Example]) -> list[tuple[float, Example]]:
    """Each example weighed by weights found without the thousand of cases it stands in."""
    parts = {each: int(re.sub(r"\D", "", each.case)) // 1000 for each in seen}
    found = []
    for part in sorted(set(parts.values())):
        columns, weights = fitted([each for each in seen if parts[each] != part])
        found += [(scored(e, columns, weights), e) for e in seen if parts[e] == part]
    return sorted(found, key=lambda pair: -pair[0])


def page(columns: dict[str, int], weights: np.ndarray) -> str:
    """The weights as a table: one row for each piece of evidence, one column for each role."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["evidence", *Role])
    for name in sorted({name.split("|")[-1] for name in columns}):
        keys = [[key for key in (name, f"{role}|{name}") if key in columns] for role in Role]
        each = [sum(float(weights[columns[key]]) for key in some) for some in keys]
        rows.writerow([name, *(round(_SCALE * value) for value in each)])
    return text.getvalue()


def main() -> int:
    """Find the weights; print how well they tell sizes apart that they were not found on."""
    parser = argparse.ArgumentParser(prog="python -m bench.weighing", description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", help="where labelled cases lie")
    parser.add_argument(
        "--write", action="store_true", help="write weights.csv and measure nothing"
    )
    given = parser.parse_args()
    seen = [each for folder in given.folder or [LABELLED] for each in examples(folder)]
    if given.write:
        WEIGHTS.write_text(page(*fitted(seen)), encoding="utf-8")
        return 0
    ranked = in_turn(seen)
    wrong = sum(each.wrong for each in seen)
    print(f"{wrong} wrong sizes and {len(seen) - wrong} right ones")
    for least in (4.0, 3.0, 2.5, 2.0, 1.5, 1.0):
        told = [each.wrong for weight, each in ranked if weight >= least]
        print(f"from {least}: {sum(told)} of {wrong} told, {len(told) - sum(told)} falsely")
    return 0


if __name__ == "__main__":
    sys.exit(main())
