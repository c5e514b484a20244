"""What stands in one order is of one measure, and a second place needs its first to be told."""

import pytest

from tests.factories.statements import errors_in

PANEL = """## Panel

| Year | Heard | Put off | % put off |
|---|---|---|---|
| 2020/21 | 112 | 9 | 8.0 |
| 2021/22 | 97 | 11 | 11.3 |
| 2022/23 | 118 | 17 | 14.4 |
| 2023/24 | 84 | 10 | 11.9 |

"""
TERMS = """## Plans

| Term | Pupils | Plan done | % |
|---|---|---|---|
| Autumn | 281 | 271 | 96.4 |
| Spring | 286 | 274 | 95.8 |
| Summer | 284 | 279 | 98.2 |

Exclusions by term: autumn 24, spring 19, summer 18. """
RATES = (
    "Orton had 904 thefts, Tarn 612 and Kesby 478. For every 1,000 homes that is 8.5 in Orton, 6.5 "
    "in Tarn and 9.3 in Kesby. "
)
QUARTERS = (
    "We took 38 calls in April to June, 46 in July to September, 29 in October to December and 51 "
    "in January to March. "
)
CAMERAS = """## Stops

| Quarter | Stops | Cameras used |
|---|---|---|
| Q1 | 1,312 | 94.1% |
| Q2 | 1,455 | 92.6% |
| Q3 | 1,238 | 95.8% |

"""
RIGHT = (
    PANEL + "On number heard, 84 is the lowest of the four years.",
    PANEL + "The year to March 2023, with 118 heard, was the highest of the four.",
    PANEL + "With 112 heard, 2020/21 was the second highest of the four years.",
    PANEL + "With 84 places, ours is the highest of the four rooms.",
    PANEL + "Of the wards, 84 is the highest of the four quarters.",
    TERMS + "Summer was the quietest term.",
    TERMS + "Autumn was the busiest term, as it is most years.",
    RATES + "So although Orton had the most thefts, the highest rate was in Kesby.",
    "Elm had 310 calls, Oak 280 and Ash 190. The rate was highest in Ash.",
    QUARTERS + "January to March was the busiest quarter, as it always is.",
    CAMERAS + "Use of cameras was lowest in quarter 2.",
    CAMERAS + "Use of force was lowest in quarter 1.",
    "Elm has 18 beds, Oak 11 and Ash 14. Elm's waiting list of 14 is the highest of the three.",
    "Cooking started 46 fires. Faults came second with 21, then candles with 13; the cause of the "
    "other four is not known.",
    "Cooking started 46 fires, against 51. Faults came second with 21, then candles with 13 and "
    "heaters with 9.",
    "Fires: cooking started twelve. Faults came second with 9, then candles with 4, heaters 3.",
)
WRONG = (
    PANEL + "On number heard, 84 is the second lowest of the four years.",
    PANEL + "The year to March 2021, with 112 heard, was the highest of the four.",
    TERMS + "Spring was the quietest term, as it is most years.",
    RATES + "So although Orton had the most thefts, the highest rate was in Tarn.",
    QUARTERS + "July to September was the busiest quarter, as it always is.",
    CAMERAS + "Use of cameras was lowest in quarter 1.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_true_order_of_one_of_several_measures_is_let_pass(text: str) -> None:
    assert not errors_in("extreme", text)


@pytest.mark.parametrize("text", WRONG)
def test_an_order_is_held_against_the_values_of_its_own_measure(text: str) -> None:
    assert errors_in("extreme", text)
