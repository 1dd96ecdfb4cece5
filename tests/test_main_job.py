"""The command of the first page: what it leaves behind, and what it says, on every console."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from rencontres import ICS, TEXT, Reader, load, view

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/chengdu_2016.py"
CONSOLE = {"PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE"}
FILES = {
    f"{what}.{suffix}"
    for what in (
        "programme.fr",
        "programme.zh-Hans",
        "programme.fr+zh-Hans",
        "marie-martin.fr",
    )
    for suffix in ("ics", "txt")
}


def _run(*arguments, example=EXAMPLE, **environment):
    clean = {name: value for name, value in os.environ.items() if name not in CONSOLE}
    run = subprocess.run(
        [sys.executable, "-W", "error", str(example), *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**clean, **environment},
    )
    assert (run.returncode, run.stderr) == (0, b"")
    return run.stdout


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    return folder, _run(folder).decode("utf-8")


def _listed(account, heading):
    """Return what stands under a heading of the account, and the count beside it."""
    found = re.search(rf"^  {heading}: (\d+)\n((?:    .*\n)*)", account, re.MULTILINE)
    assert found, heading
    return int(found[1]), " ".join(found[2].split()).replace("\u00a0", " ").split(" · ")


def test_it_leaves_calendars_and_programmes(done):
    folder, _ = done
    assert {path.name for path in folder.iterdir()} == FILES


def test_the_account_names_every_file_and_the_folder(done):
    folder, account = done
    assert str(folder) in account
    assert {word for word in account.split() if word in FILES} == FILES


@pytest.mark.parametrize("reader", [("fr",), ("zh-Hans",), ("fr", "zh-Hans")], ids="+".join)
def test_the_files_hold_what_the_library_says(done, reader):
    folder, _ = done
    programme = view(load(ROOT / "examples/chengdu-2016/october.toml"), Reader(*reader))
    stem = folder / f"programme.{'+'.join(reader)}"
    assert Path(f"{stem}.ics").read_bytes() == ICS.one(programme).body
    assert Path(f"{stem}.txt").read_bytes() == TEXT.one(programme).body


def test_the_calendars_hold_the_same_moments(done):
    folder, _ = done
    moments = [
        sorted(
            (str(event["UID"]), event["DTSTART"].dt, event["DTEND"].dt)
            for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        )
        for path in sorted(folder.glob("programme.*.ics"))
    ]
    assert len(moments) == 3
    assert moments[0] == moments[1] == moments[2]
    assert len(moments[0]) > 20


def test_a_speakers_copy_is_a_part_of_the_programme(done):
    folder, _ = done
    own, whole = (
        {str(event["UID"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
        for path in (folder / "marie-martin.fr.ics", folder / "programme.fr.ics")
    )
    assert own
    assert own < whole
    assert "Votre fonction" in (folder / "marie-martin.fr.txt").read_text("utf-8")


def test_the_account_tells_the_leads_to_be_confirmed_by_side(done):
    _, account = done
    dossier = load(ROOT / "examples/chengdu-2016/april.toml")
    for side in dossier.sides:
        parties = [
            party
            for pairing in dossier.pairings
            for end in pairing.ends
            if end.side == side.id
            for party in end.parties
        ]
        assert {party.confirmation for party in parties} == {"to-confirm"}
        count, leads = _listed(account, f"leads to be confirmed, {side.name.phrase('fr')}")
        assert count == len(leads) == len(parties)
        assert {re.sub(r" \(workshop \d\)", "", lead) for lead in leads} == {
            str(dossier[party.organisation].name.phrase("fr")) for party in parties
        }


def test_the_account_tells_the_ends_that_nobody_fills(done):
    assert _listed(done[1], "leads to be found, partie chinoise") == (1, ["workshop 5"])
    assert "leads to be found, partie française" not in done[1]


def test_the_account_tells_the_names_that_nobody_could_identify(done):
    assert _listed(done[1], "names not identified") == (4, ["ANCR", "FNPNR", "Jenju", "Shangdong"])


def test_the_account_tells_the_texts_without_chinese(done):
    count, lacking = _listed(done[1], "without Chinese")
    assert count == len(lacking)
    assert {"Le patrimoine et la culture", "stratégie smart city", "Guangdong"} <= set(lacking)
    assert not {"Wuhan", "Strasbourg", "Sichuan"} & set(lacking)


def test_the_account_fits_a_terminal(done):
    folder, account = done
    for line in account.splitlines():
        assert len(line.replace(str(folder), "")) <= 80, line


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp936"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_the_account_is_utf_8_on_every_console(done, tmp_path, environment):
    folder, account = done
    told = _run(tmp_path, **environment).decode("utf-8")
    assert told == account.replace(str(folder), str(tmp_path))
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_a_second_run_leaves_the_same_bytes(done):
    folder, account = done
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert _run(folder).decode("utf-8") == account
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_by_default_it_writes_beside_the_examples(tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "checkout/examples")
    account = _run(example=tmp_path / "checkout/examples/chengdu_2016.py").decode("utf-8")
    assert str(tmp_path / "checkout/out") in account
    assert {path.name for path in (tmp_path / "checkout/out").iterdir()} == FILES


def test_a_folder_that_cannot_be_is_told_in_one_line(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"")
    run = subprocess.run(
        [sys.executable, str(EXAMPLE), str(file)], capture_output=True, check=False
    )
    assert run.returncode == 1
    assert run.stderr.count(b"\n") == 1
    assert b"file" in run.stderr


def test_the_first_page_shows_what_it_leaves(done):
    readme = (ROOT / "README.md").read_text("utf-8")
    [shown] = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    programme = (done[0] / "programme.fr+zh-Hans.txt").read_text("utf-8")
    assert shown in re.sub("[\u00a0\u202f]", " ", programme)


def test_the_first_page_names_every_command_and_no_other():
    readme = (ROOT / "README.md").read_text("utf-8")
    office = readme.partition("## For an office")[2]
    listed = subprocess.run(
        [sys.executable, "-m", "rencontres", "--help"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    commands = set(re.findall(r"^    ([a-z]+)(?:  |\r?$)", listed, re.MULTILINE))
    named = set(re.findall(r"`(?:rencontres )?([a-z]+)`", office))
    named |= set(re.findall(r"bin/rencontres ([a-z]+)", office))
    assert commands
    assert commands <= named
    assert named - commands <= {"hours"}
