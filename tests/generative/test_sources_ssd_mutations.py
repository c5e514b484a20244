"""Mutated datasets: never a traceback, never a silent drop, never a value in a fault."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.returns import read_all
from goldenthread.sources.rules import judged

FILES = {
    "ssd_person": "pers_person_id,pers_sex,pers_dob\nKEPTSECRET,F,2013-05-01\nb,M,2014-01-01\n",
    "ssd_contacts": "cont_person_id,cont_contact_date,cont_contact_source_code,"
    'cont_contact_outcome_json\nKEPTSECRET,2023-05-01,6,"{""NEW_REFERRAL_FLAG"": ""Y""}"\n'
    "b,2023-05-02,1A,\n",
    "ssd_cin_assessments": "cina_assessment_id,cina_person_id,cina_assessment_start_date,"
    "cina_assessment_auth_date\n1,KEPTSECRET,2023-05-03,2023-06-01\n2,b,2023-05-05,\n",
    "ssd_assessment_factors": "cinf_assessment_id,cinf_assessment_factors_json\n"
    '1,"[""1A"", ""2B""]"\n2,"{""3A"": ""Yes""}"\n',
    "ssd_cla_episodes": "clae_person_id,clae_cla_episode_start_date,clae_cla_placement_id\n"
    "KEPTSECRET,2023-07-01,p\nb,2023-07-01,\n",
    "ssd_cla_placement": "clap_person_id,clap_cla_placement_id,clap_cla_placement_start_date,"
    "clap_cla_placement_distance\nKEPTSECRET,p,2023-07-01,12.5\nb,q,2023-06-01,999.9\n",
}
PIECES = (b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b"{", b"[" * 2000, b"9" * 40, b"-", b"'", b"")


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """The files with some stretches of bytes exchanged for others."""
    made = {}
    for name, text in FILES.items():
        data = text.encode()
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(data)))
            end = draw(st.integers(start, min(len(data), start + 12)))
            data = data[:start] + draw(st.sampled_from(PIECES)) + data[end:]
        made[name] = data
    return made


@given(mutated())
def test_any_bytes_are_read_and_judged_or_refused_in_a_sentence(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / f"{name}.csv").write_bytes(data)
        try:
            records = read_all([Path(folder)], area="821")
        except GoldenThreadError:
            return
        found = [*records.found, *judged(records)]
    for each in records.returns:
        for name, balance in each.balances.items():
            assert balance.reported >= 0
            assert each.tables[name].num_rows == balance.kept
        assert not sum(b.reported for b in each.balances.values()) or len(each.found)
    assert not [fault for fault in found if "KEPTSECRET" in str(fault)]
