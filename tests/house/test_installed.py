"""What stands in a new environment with wheels only: the formats, and plugins good and bad."""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/how-to/your-own-format.md"
OWN = ["data", "feeds", "ics", "markdown", "text"]

_BLOCK = re.compile(
    r"<!-- file: (?P<name>\S+) -->\n(?:<!-- .* -->\n)?```\w+\n(?P<text>.*?)^```",
    re.DOTALL | re.MULTILINE,
)
_RENDERER = """
from attrs import frozen
from rencontres import Document, Format, Renderer

@frozen
class Options:
    pass

def compose(view, options):
    yield Document("a.txt", {body!r})
    {then}

MADE = Renderer(Format({name!r}, "text/plain", "txt"), Options, compose)
WORD = "a word"
"""
_FAULTS = """
import json, sys
from rencontres import ICS, Dossier, Reader, RencontresError, find, installed, survey, view, write

programme = view(Dossier(namespace="example.org", title=None), Reader("fr"))
told = {}
for name in sys.argv[2:]:
    try:
        renderer = find(name)
        told[name] = [path.name for path in write(renderer.stream(programme), sys.argv[1])]
    except RencontresError as error:
        told[name] = f"{type(error).__name__}: {error}"
whole = [each.entry.name for each in survey() if each.problem is None]
json.dump({"told": told, "whole": whole, "same": find("ics") is ICS}, sys.stdout)
"""


def _renderer(name, body=b"a", then="pass"):
    return _RENDERER.format(name=name, body=body, then=then)


# By distribution: the name of its format, what the entry point names, its module.
FAKES = {
    "missing-plugin": ("missing", "made_nowhere:MADE", ""),
    "typed-plugin": ("typed", "made_typed_plugin:WORD", _renderer("typed")),
    "import-plugin": ("import", "made_import_plugin:MADE", "raise RuntimeError('at import')"),
    "render-plugin": (
        "render",
        "made_render_plugin:MADE",
        _renderer("render", then="view.nothing"),
    ),
    "type-plugin": ("bad", "made_type_plugin:MADE", _renderer("bad", then="yield 'a word'")),
    "liar-plugin": ("liar", "made_liar_plugin:MADE", _renderer("liar", body=b"\xff")),
    "twin-one": ("twin", "made_twin_one:MADE", _renderer("twin")),
    "twin-two": ("twin", "made_twin_two:MADE", _renderer("twin")),
    "other-ics": ("ics", "made_other_ics:MADE", _renderer("ics")),
}


def _wheel(folder, distribution, name, value, module):
    """Write a wheel, as a build backend does."""
    stem = f"{distribution.replace('-', '_')}-1.0"
    files = {
        f"made_{distribution.replace('-', '_')}.py": module,
        f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n",
        f"{stem}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: a-test\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
        f"{stem}.dist-info/entry_points.txt": f"[rencontres.renderers]\n{name} = {value}\n",
    }
    record = f"{stem}.dist-info/RECORD"
    files[record] = "".join(f"{file},,\n" for file in (*files, record))
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return path


def _run(*command, cwd, check=True):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(
        [*map(str, command)], cwd=cwd, check=False, capture_output=True, encoding="utf-8",
        env={**clean, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )  # fmt: skip
    if check and run.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{run.stdout}{run.stderr}", pytrace=False)
    return run


def _built(source, folder):
    run = _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, source, cwd=folder, check=False)  # fmt: skip
    if run.returncode:
        if re.search(r"Failed to establish|Could not find a version|Name or service", run.stderr):
            pytest.skip("no package index can be reached, and building a wheel needs one")
        pytest.fail(run.stdout + run.stderr, pytrace=False)


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """Build the wheels, install them step by step, and note what there is after each."""
    base = tmp_path_factory.mktemp("installed")
    dist, guide, fakes = base / "dist", base / "guide", base / "fakes"
    for folder in (dist, guide, fakes):
        folder.mkdir()
    for match in _BLOCK.finditer(GUIDE.read_text("utf-8")):
        (guide / match["name"]).write_text(match["text"], "utf-8")
    for source in (ROOT, guide, ROOT / "plugins/rencontres-csv"):
        _built(source, dist)
    venv.create(base / "venv", with_pip=True)
    bin_ = base / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = bin_ / "python"
    core, plugins = [], []
    for wheel in sorted(dist.iterdir()):
        (core if wheel.name.startswith("rencontres-") else plugins).append(wheel)
    found = {}

    def install(*wheels):
        _run(python, "-m", "pip", "install", "-q", *wheels, cwd=base)

    def formats(*arguments):
        return _run(bin_ / "rencontres", "formats", *arguments, cwd=base).stdout

    install(*core)
    found["alone"] = formats("--all")
    install(f"{core[0]}[testing]", *plugins)
    found["several"] = formats("--all")
    found["contract"] = _run(bin_ / "pytest", "-q", "-rs", "-p", "no:cacheprovider", guide / "test_jsonl.py", cwd=guide, check=False)  # fmt: skip
    install(*(_wheel(fakes, distribution, *each) for distribution, each in FAKES.items()))
    found["formats"] = formats()
    found["all"] = formats("--all")
    out = base / "out"
    names = [name for name, _, _ in FAKES.values()] + ["ics@other-ics", "twin@twin-one", "jsonl"]
    run = _run(python, "-c", _FAULTS, out, *dict.fromkeys(names), "csvx", cwd=base)
    found |= json.loads(run.stdout)
    found["left"] = sorted(path.name for path in out.rglob("*")) if out.exists() else []
    return found


def _names(listed):
    return [line.split()[0] for line in listed.splitlines()[1:] if "  " in line]


def test_the_library_alone_lists_its_own_formats(facts):
    assert _names(facts["alone"]) == OWN


def test_plugins_are_listed_beside_them(facts):
    assert _names(facts["several"]) == sorted([*OWN, "csv", "jsonl"])
    assert "rencontres-jsonl 1.0" in facts["several"]
    assert "application/jsonl" in facts["several"]


def test_the_format_of_the_guide_keeps_the_contract_whole(facts):
    run = facts["contract"]
    assert run.returncode == 0, run.stdout + run.stderr
    assert "skipped" not in run.stdout
    assert re.search(r"\d\d passed", run.stdout)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing", "BrokenFormat: missing of missing-plugin 1.0 (made_nowhere:MADE) cannot be used: ModuleNotFoundError"),
        ("typed", "BrokenFormat: typed of typed-plugin 1.0 (made_typed_plugin:WORD) cannot be used: it is a str"),
        ("import", "BrokenFormat: import of import-plugin 1.0 (made_import_plugin:MADE) cannot be used: RuntimeError: at import"),
        ("render", "RenderError: render (of made_render_plugin) failed after a.txt: AttributeError"),
        ("bad", "RenderError: bad made a str, not a document"),
        ("liar", "RenderError: liar says that a.txt is utf-8, and it is not"),
        ("twin", "AmbiguousFormat: 2 distributions offer the format twin: write one of twin@twin-one, twin@twin-two"),
        ("csvx", "UnknownFormat: no format is called csvx; did you mean csv?"),
    ],
)  # fmt: skip
def test_each_fault_is_told_for_itself(facts, name, told):
    assert facts["told"][name].startswith(told)


def test_a_fault_harms_nobody_else(facts):
    assert facts["same"]
    assert set(facts["whole"]) >= {*OWN, "csv", "jsonl", "render"}
    assert facts["told"]["jsonl"] == ["programme.jsonl"]
    assert facts["told"]["ics@other-ics"] == ["a.txt"]
    assert facts["told"]["twin@twin-one"] == ["a.txt"]


def test_half_made_output_is_nowhere(facts):
    made = {name for told in facts["told"].values() if isinstance(told, list) for name in told}
    assert set(facts["left"]) == made


def test_the_list_tells_what_is_broken_where_it_is_asked(facts):
    assert "3 broken: rencontres formats --all" in facts["formats"]
    assert "made_nowhere" not in facts["formats"]
    for name in ("missing", "typed", "import"):
        assert f"{name}: {name} of {name}-plugin 1.0" in facts["all"]
    assert "write ics@other-ics" in facts["formats"]
