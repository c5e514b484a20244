"""What a deployment says of itself: each part read, and refused with what to write instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldenthread_site.config.deployment import deployment

KEY = "k" * 60


def told(tmp_path: Path, **more: str):
    given = {f"GOLDENTHREAD_{name.upper()}": value for name, value in more.items()}
    return deployment({"GOLDENTHREAD_HOME": str(tmp_path)} | given)


def test_with_nothing_said_it_is_a_trial_on_this_machine(tmp_path):
    trial = told(tmp_path)
    assert trial.example
    assert trial.database["ENGINE"].endswith("sqlite3")
    assert trial.mail["EMAIL_FILE_PATH"] == tmp_path / "emails"
    assert trial.secret_key == told(tmp_path).secret_key
    assert len(trial.secret_key) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_a_deployment_brings_its_own_key(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="GOLDENTHREAD_SECRET_KEY"):
        told(tmp_path, hosts="site.example")
    assert not told(tmp_path, hosts="site.example", secret_key=KEY).example


def test_postgresql_by_one_address(tmp_path):
    address = "postgresql://someone:p%40ss@db.example:5433/golden"
    found = told(tmp_path, database=address).database
    assert (found["USER"], found["PASSWORD"]) == ("someone", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "golden")
    socket = told(tmp_path, database="postgresql://someone@/golden?host=/run/pg").database
    assert socket["HOST"] == "/run/pg"
    for wrong in ("mysql://a@b/c", "postgresql://a@b/", "postgresql://a@b:54x2/c"):
        with pytest.raises(ImproperlyConfigured, match="postgresql://"):
            told(tmp_path, database=wrong)


def test_letters_by_one_address(tmp_path):
    found = told(tmp_path, mail="smtp://post:secret@mail.example?from=unit@luton.example").mail
    assert found["EMAIL_PORT"] == 587
    assert found["EMAIL_USE_TLS"]
    assert not found["EMAIL_USE_SSL"]
    assert found["DEFAULT_FROM_EMAIL"] == "unit@luton.example"
    at_once = told(tmp_path, mail="smtps://mail.example?from=unit@luton.example").mail
    assert at_once["EMAIL_PORT"] == 465
    assert at_once["EMAIL_USE_SSL"]
    unported = "smtp://mail.example:99999?from=a@luton.example"
    for wrong in ("mail.example", "smtp://mail.example", "smtp://?from=a@luton.example", unported):
        with pytest.raises(ImproperlyConfigured, match="GOLDENTHREAD_MAIL"):
            told(tmp_path, mail=wrong)


def test_a_command_says_in_one_sentence_what_to_set(tmp_path):
    """As whoever sets up a container meets it: no traceback, and exit 2."""
    said = {"GOLDENTHREAD_HOME": str(tmp_path), "GOLDENTHREAD_DATABASE": "sqlite:////data/site"}
    done = subprocess.run(
        [sys.executable, "-m", "goldenthread_site.config.manage", "migrate", "--no-input"],
        env=os.environ | said,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("goldenthread-site: GOLDENTHREAD_DATABASE is an address like")
    assert len(done.stderr.splitlines()) == 1
