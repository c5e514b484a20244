"""Reading a census and a 903 return, beside a plain read of the same file: the ratio counts."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from pyarrow import csv

from bench.measured import Measured, seconds
from goldenthread.sources import cin_census, ssda903

CHILDREN = 8_000
LINES = 416_000
ROUNDS = 3
ROOT = Path(__file__).resolve().parents[1]
DATED = date(2023, 4, 1)

# A process that does nothing but read one file, and says how much it held at most.
READING = """
import sys
from pathlib import Path
from bench.measured import peak_megabytes
from goldenthread.sources import cin_census, ssda903
kind = {each.KIND: each for each in (cin_census, ssda903)}[sys.argv[1]]
got = kind.read([Path(sys.argv[2])], area="821", year=2024)
print(peak_megabytes())
"""


def measure(_data: Path | None) -> list[Measured]:
    """Seconds, their ratio and memory, of a census of 8,000 children and of 416,000 episodes."""
    with TemporaryDirectory() as folder:
        census = Path(folder) / "census.xml"
        write_census(census)
        episodes = Path(folder) / "episodes.csv"
        write_episodes(episodes)
        return [
            *_one(
                f"A census of {CHILDREN:,} children, {census.stat().st_size / 1e6:.0f} MB",
                census,
                cin_census.KIND,
                lambda: cin_census.read([census]),
                lambda: _plain_elements(census),
                most=(2, 10, None),
            ),
            *_one(
                f"{LINES:,} episodes of a 903 return",
                episodes,
                ssda903.KIND,
                lambda: ssda903.read([episodes], area="821", year=2024),
                lambda: csv.read_csv(episodes),
                most=(4, 20, 600),
            ),
        ]


def write_census(path: Path, children: int = CHILDREN) -> None:
    """A made-up census of so many children."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_census(children))


def write_episodes(path: Path) -> None:
    """416,000 made-up episodes of a 903 return."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_episodes())


def _one(
    what: str,
    file: Path,
    kind: str,
    work: Callable[[], object],
    plain: Callable[[], object],
    most: tuple[float, float, float | None],
) -> list[Measured]:
    """One file: both reads in turn, the quickest of each, since other work only ever adds."""
    rounds = [(seconds(plain), seconds(work)) for _ in range(ROUNDS)]
    plainly, read = (min(times) for times in zip(*rounds, strict=True))
    done = subprocess.run(
        [sys.executable, "-c", READING, kind, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        Measured(f"{what}, plain read", plainly, "seconds"),
        Measured(f"{what}, read into tables", read, "seconds", most=most[0]),
        Measured(f"{what}, beside a plain read", read / plainly, "times", most=most[1]),
        Measured(f"{what}, peak memory", float(done.stdout), "megabytes", most=most[2]),
    ]


def _plain_elements(file: Path) -> int:
    """Every element of the file once, and nothing done with it."""
    count = 0
    for _, element in etree.iterparse(file, events=("end",)):
        count += 1
        if element.tag == "Child":
            element.clear()
    return count


def _day(number: int) -> str:
    """Some day of two years, as the census writes it."""
    return (DATED + timedelta(days=number * 37 % 700)).isoformat()


def _census(children: int) -> Iterator[str]:
    """A made-up census, child by child: nobody's, and of the usual size."""
    yield (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
        "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><LEA>821</LEA>"
        "</Source></Header>\n<Children>\n"
    )
    for number in range(children):
        yield (
            "  <Child>\n    <ChildIdentifiers>\n"
            f"      <LAchildID>MADE{number:07d}</LAchildID>\n"
            f"      <PersonBirthDate>{_day(number * 11)[:4]}-06-01</PersonBirthDate>\n"
            f"      <GenderCurrent>{number % 2 + 1}</GenderCurrent>\n    </ChildIdentifiers>\n"
            "    <ChildCharacteristics>\n      <Ethnicity>WBRI</Ethnicity>\n"
            "      <Disabilities>\n        <Disability>NONE</Disability>\n      </Disabilities>\n"
            "    </ChildCharacteristics>\n    <CINdetails>\n"
            f"      <CINreferralDate>{_day(number)}</CINreferralDate>\n"
            f"      <ReferralSource>{number % 3 + 1}A</ReferralSource>\n"
            f"      <PrimaryNeedCode>N{number % 8 + 1}</PrimaryNeedCode>\n"
            f"{_modules(number)}      <ReferralNFA>0</ReferralNFA>\n"
            "    </CINdetails>\n  </Child>\n"
        )
    yield "</Children>\n</Message>\n"


def _modules(number: int) -> str:
    factors = "".join(
        f"          <AssessmentFactors>{each}A</AssessmentFactors>\n"
        for each in range(1, number % 4 + 2)
    )
    return (
        "      <Assessments>\n"
        f"        <AssessmentActualStartDate>{_day(number + 1)}</AssessmentActualStartDate>\n"
        f"        <AssessmentAuthorisationDate>{_day(number + 2)}</AssessmentAuthorisationDate>\n"
        f"        <FactorsIdentifiedAtAssessment>\n{factors}"
        "        </FactorsIdentifiedAtAssessment>\n      </Assessments>\n"
        f"      <CINPlanDates>\n        <CINPlanStartDate>{_day(number + 3)}</CINPlanStartDate>\n"
        "      </CINPlanDates>\n      <Section47>\n"
        f"        <S47ActualStartDate>{_day(number + 4)}</S47ActualStartDate>\n"
        f"        <DateOfInitialCPC>{_day(number + 5)}</DateOfInitialCPC>\n"
        "        <ICPCnotRequired>false</ICPCnotRequired>\n      </Section47>\n"
        "      <ChildProtectionPlans>\n"
        f"        <CPPstartDate>{_day(number + 5)}</CPPstartDate>\n"
        "        <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>\n"
        "        <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\n"
        "        <NumberOfPreviousCPP>0</NumberOfPreviousCPP>\n        <Reviews>\n"
        f"          <CPPreviewDate>{_day(number + 6)}</CPPreviewDate>\n"
        "        </Reviews>\n      </ChildProtectionPlans>\n"
    )


def _episodes() -> Iterator[str]:
    """Made-up episodes, two to a child."""
    yield (
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
        "PL_POST,URN\n"
    )
    for number in range(LINES):
        began = (DATED + timedelta(days=number % 360)).strftime("%d/%m/%Y")
        yield (
            f"MADE{number // 2:07d},{began},{'SP'[number % 2]},C2,N1,U6,PR{number % 4 + 1},,,,"
            f"ZZ{number % 90} 9ZZ,ZZ{number % 97} 8ZZ,{number % 9973:07d}\n"
        )
