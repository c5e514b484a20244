"""The image and the compose file hold together: what one names the other has, and little is open.

No image is built here: that needs a program and a network that tests have not. What the image runs
is run in ``tests/integration/test_site_behind_a_proxy.py``.
"""

import inspect
import re
import shlex
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
import yaml

from goldenthread_site.accounts import single_sign_on
from goldenthread_site.config import deployment as reading
from goldenthread_site.config import serving
from goldenthread_site.config.deployment import deployment
from tests.factories.committed import ROOT

IMAGE = (ROOT / "Containerfile").read_text(encoding="utf-8")
TEXT = (ROOT / "compose.yaml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
EXAMPLE = dict(
    line.split("=", 1)
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
OURS = ("prepare", "site", "worker")
# A name of a machine, before what is asked of it: an image is named without one.
HOST = re.compile(r"^[\w-]+(\.[\w-]+)+(:\d+)?/")


def instructions() -> list[tuple[str, str]]:
    joined = re.sub(r"\\\n\s*", "", IMAGE)
    lines = [each for each in joined.splitlines() if each and not each.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def test_the_base_image_is_named_once_and_may_be_another():
    assert ("ARG", "PYTHON=python:3.12-slim") in instructions()
    bases = [rest.split()[0] for word, rest in instructions() if word == "FROM"]
    assert bases == ["${PYTHON}", "${PYTHON}"]


def test_no_image_is_named_with_a_machine():
    images = {each["image"] for each in SERVICES.values()} | {"python:3.12-slim"}
    assert images == {"golden-thread", "postgres:17", "caddy:2", "python:3.12-slim"}
    assert not [each for each in images if HOST.match(each)]
    assert HOST.match("images.made-up.example/python:3.12")


def test_what_is_installed_is_held_to_its_hashes():
    installs = [rest for word, rest in instructions() if word == "RUN" and "pip install" in rest]
    assert len(installs) == 2
    for each in installs:
        assert ("--require-hashes" in each) != ("--no-deps" in each and each.endswith(" ."))
    assert not [word for word, _ in instructions() if word == "ADD"]


def test_the_image_runs_as_nobody_in_particular():
    [user] = [rest for word, rest in instructions() if word == "USER"]
    assert user == "10001:10001"
    after = [word for word, _ in instructions()][[w for w, _ in instructions()].index("USER") :]
    assert not {"RUN", "COPY"} & set(after)


def test_what_is_copied_is_there_and_is_let_in():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = {
        name
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
        for name in rest.split()[:-1]
    }
    assert copied == let_in
    assert not [name for name in copied if not (ROOT / name).exists()]
    assert ignored[1] == "*"


def test_the_image_starts_what_a_deployment_without_one_starts():
    [command] = [rest for word, rest in instructions() if word == "CMD"]
    how = (ROOT / "docs" / "how-to" / "run-the-site.md").read_text(encoding="utf-8")
    assert shlex.join(yaml.safe_load(command)) in how
    assert "GOLDENTHREAD_BIND=0.0.0.0:8000" in IMAGE
    assert serving.bind == "127.0.0.1:8000"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_nothing_may_write_into_its_image_or_win_more_rights(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")


def test_only_the_proxy_is_reached_from_outside_and_only_the_site_reaches_the_database():
    assert [name for name, each in SERVICES.items() if "ports" in each] == ["proxy"]
    assert COMPOSE["networks"]["back"]["internal"] is True
    assert SERVICES["database"]["networks"] == ["back"]
    assert list(SERVICES["proxy"]["networks"]) == ["front"]


def test_the_site_believes_the_proxy_and_nobody_else():
    [subnet] = COMPOSE["networks"]["front"]["ipam"]["config"]
    proxy = SERVICES["proxy"]["networks"]["front"]["ipv4_address"]
    assert ip_address(proxy) in ip_network(subnet["subnet"])
    # Handed out to whoever starts before the proxy: its own address must not be among them.
    assert ip_network(subnet["ip_range"]).subnet_of(ip_network(subnet["subnet"]))
    assert ip_address(proxy) not in ip_network(subnet["ip_range"])
    assert SERVICES["site"]["environment"]["GOLDENTHREAD_PROXIES"] == proxy
    caddy = (ROOT / "containers" / "Caddyfile").read_text(encoding="utf-8")
    assert "reverse_proxy site:8000" in caddy
    assert caddy.count("{") == caddy.count("}")


def test_every_volume_and_mounted_file_is_there():
    named = set()
    for each in SERVICES.values():
        for volume in each.get("volumes", ()):
            source = volume.partition(":")[0]
            if source.startswith("./"):
                assert (ROOT / source).is_file(), source
            else:
                named.add(source)
    assert named == set(COMPOSE["volumes"])


def test_what_must_be_filled_in_is_in_the_example_and_nothing_else():
    asked = set(re.findall(r"\$\{(\w+):\?", TEXT))
    assert asked == set(EXAMPLE)
    secrets = [name for name in asked if name.endswith(("PASSWORD", "_KEY", "SEALS"))]
    assert len(secrets) == 5
    assert not any(EXAMPLE[name] for name in secrets)
    assert not [each for each in re.findall(r"\$\{(\w+):-", TEXT) if "OIDC" not in each]


def test_the_site_reads_every_name_it_is_given(tmp_path):
    read = inspect.getsource(reading) + inspect.getsource(single_sign_on)
    for name in SERVICES["site"]["environment"]:
        assert name in read or name.removeprefix("GOLDENTHREAD_OIDC_") in read, name
    filled = {name: value or "x" * 60 for name, value in EXAMPLE.items()}
    given = {
        name: re.sub(r"\$\{(\w+):[?-][^}]*\}", lambda m: filled.get(m[1], ""), value)
        for name, value in SERVICES["site"]["environment"].items()
    }
    made = deployment(given | {"GOLDENTHREAD_HOME": str(tmp_path)})
    assert not made.example
    assert made.database["USER"] == "site"
    assert made.mail["EMAIL_HOST"] == "mail.council.example"


def test_the_tables_are_their_keepers_and_the_site_owns_nothing():
    address = "postgresql://{}:${{{}_PASSWORD:?fill in .env}}@database:5432/goldenthread"
    asks = {name: SERVICES[name]["environment"]["GOLDENTHREAD_DATABASE"] for name in OURS}
    assert asks == {
        "prepare": address.format("keeper", "KEEPER"),
        "site": address.format("site", "SITE"),
        "worker": address.format("site", "SITE"),
    }
    others = {name: SERVICES[name]["environment"] | {"GOLDENTHREAD_DATABASE": ""} for name in OURS}
    assert others["prepare"] == others["site"] == others["worker"]


def test_the_databases_accounts_are_made_as_the_guide_says():
    """Both are run in ``test_site_postgresql_how_to.py``."""
    script = (ROOT / "containers" / "database.sh").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "how-to" / "run-on-postgresql.md").read_text(encoding="utf-8")
    made = script.partition("<<'SQL'\n")[2].partition("SQL\n")[0]
    said = guide.partition("```sql\n")[2].partition("```")[0]
    assert made.count("NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS") == 2
    assert re.sub(r":'\w+'", "''", made) == re.sub(r"PASSWORD '[^']+'", "PASSWORD ''", said)
    given = set(re.findall(r"\$(\w+)", script)) - {"POSTGRES_USER"}
    assert given == set(SERVICES["database"]["environment"]) - {"POSTGRES_PASSWORD"}


@pytest.mark.parametrize("name", OURS)
def test_each_of_ours_waits_for_what_it_needs(name):
    needs = SERVICES[name]["depends_on"]
    if name == "prepare":
        assert needs == {"database": {"condition": "service_healthy"}}
    else:
        assert needs == {"prepare": {"condition": "service_completed_successfully"}}
