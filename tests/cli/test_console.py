"""Terminals, pipes and disks: UTF-8 everywhere, and no trouble at the end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rencontres import TEXT, Reader, load, view
from rencontres.version import VERSION

FULL = Path("/dev/full")
CONSOLES = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "cp936"},
    {"PYTHONIOENCODING": "cp850:strict"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "utf-16"},
    {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
]


@pytest.mark.parametrize("console", CONSOLES, ids=str)
def test_what_is_printed_is_utf_8_on_every_console(process, october, console):
    ran = process("render", october, "--to", "text", "--second", "zh-Hans", **console)
    assert ran.status == 0
    assert ran.body == TEXT.one(view(load(october), Reader("fr", "zh-Hans"))).body


@pytest.mark.parametrize("console", CONSOLES, ids=str)
def test_mistakes_are_told_in_utf_8_on_every_console(process, tmp_path, console):
    (tmp_path / "日程.toml").write_text('[events.e]\ntitel = "x"\n', "utf-8")
    ran = process("render", "日程.toml", "--to", "text", **{**console, "PYTHONUTF8": "1"})
    assert ran.status == 1
    assert "日程.toml:2" in ran.err


@pytest.mark.parametrize("console", CONSOLES[2:], ids=str)
@pytest.mark.parametrize("words", [("render", "--help"), ("formats",)], ids=" ".join)
def test_help_is_the_same_on_every_console(process, rencontres, words, console):
    ran = process(*words, **console, COLUMNS="80")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == rencontres(*words).out
    assert ran.out


def test_the_version(process):
    ran = process("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"rencontres {VERSION}\n", "")


def test_the_formats_are_listed_with_what_they_do_not_show(process):
    ran = process("formats")
    rows = {line.split()[0]: line for line in ran.out.splitlines()[1:]}
    assert {"data", "feeds", "ics", "text"} <= set(rows)
    assert "text/calendar" in rows["ics"]
    assert "workshops" in rows["ics"]
    assert rows["data"].endswith("–")


def test_the_script_and_the_module_are_one_command(process):
    script = shutil.which("rencontres", path=str(Path(sys.executable).parent))
    if script is None:
        pytest.skip("the script is not installed beside this interpreter")
    run = subprocess.run([script, "render", "--help"], capture_output=True, check=True)
    assert run.stdout.decode("utf-8") == process("render", "--help").out


def _ends_early(*words):
    """Run a command whose reader has gone before it says anything."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(
            [sys.executable, "-m", "rencontres", *map(str, words)],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writer)


@pytest.mark.parametrize("words", [("--help",), ("formats",), ("render",)], ids=" ".join)
def test_a_reader_who_goes_is_no_trouble(october, words):
    more = (october, "--to", "data") if words == ("render",) else ()
    run = _ends_early(*words, *more)
    assert b"Traceback" not in run.stderr
    assert b"Exception ignored" not in run.stderr
    assert b"BrokenPipe" not in run.stderr
    assert run.returncode == 1


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("to", ["text", "data"])
def test_a_full_disk_is_told_in_one_line(october, to):
    with FULL.open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "rencontres", "render", str(october), "--to", to],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        b"rencontres: the output cannot be written: No space left on device"
    ]


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_are_closed_are_no_trouble(october, closed):
    command = f'"{sys.executable}" -m rencontres render "{october}" --to text {closed}'
    run = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
    assert b"Traceback" not in run.stderr
    assert run.returncode == (0 if closed == "2>&-" else 1)
