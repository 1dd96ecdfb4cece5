"""The documents: their examples can be run, their links lead somewhere, no machine is in them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import rencontres

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path
    for pattern in (
        "*.md",
        "docs/**/*.md",
        "plugins/*/*.md",
        "changelog.d/*.md",
        "examples/**/*.md",
    )
    for path in ROOT.glob(pattern)
    if "_build" not in path.parts
)
FENCE = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)|!\[[^\]]*\]\((?P<image>[^)\s]+)")
# Python is written `python`, with or without `>>>`: blocks under other names would not be run.
KNOWN = {
    "console",
    "ics",
    "ini",
    "json",
    "mermaid",
    "po",
    "powershell",
    "sh",
    "shell",
    "python",
    "text",
    "toml",
    "yaml",
    "xml",
}
MACHINE = re.compile(rb"(?<![\w.~/*-])/(?:work|tmp|root|home/\w+)(?=[/\s\"'`):,]|$)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tracked() -> list[Path]:
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    run = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    return [path for name in run.stdout.decode().split("\0") if (path := ROOT / name).is_file()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_block_names_a_language_that_is_known(path):
    opened = None
    for match in FENCE.finditer(path.read_text("utf-8")):
        fence, info = match["fence"], match["info"].strip()
        if opened is None:
            opened = fence
            assert info in KNOWN or info.startswith("{"), match[0]
        elif fence.startswith(opened) and not info:
            opened = None
    assert opened is None


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_link_to_a_file_leads_to_one(path):
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for match in LINK.finditer(text):
        target = (match["target"] or match["image"]).partition("#")[0]
        if target and not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


def test_the_reference_describes_every_public_name():
    text = (ROOT / "docs/reference/names.md").read_text("utf-8")
    described = re.findall(r"^\.\. (?:auto\w+|py:data):: (\w+)$", text, re.MULTILINE)
    assert sorted(described) == sorted(rencontres.__all__)


def test_no_path_of_one_machine_is_kept():
    kept = {
        _name(path): found for path in _tracked() if (found := MACHINE.findall(path.read_bytes()))
    }
    assert kept == {}


@pytest.mark.parametrize("line", ["cd |work/x", 'open("|tmp/a")', "(|root)", "|home/ana/x"])
def test_a_path_of_one_machine_is_seen(line):
    assert MACHINE.search(line.replace("|", "/").encode())


@pytest.mark.parametrize("line", ["net/work/", "https://example.org/tmp", "/workshops/", "./tmp/"])
def test_other_paths_are_let_pass(line):
    assert not MACHINE.search(line.encode())
