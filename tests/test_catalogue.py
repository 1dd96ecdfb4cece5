"""Formats by name: those that ship cannot be replaced, those of others cannot do harm."""

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import rencontres
from rencontres import (
    DATA,
    FEEDS,
    ICS,
    MARKDOWN,
    TEXT,
    AmbiguousFormat,
    BrokenFormat,
    UnknownFormat,
    find,
    installed,
    survey,
)
from rencontres.rendering import Renderer

OWN = {"data": DATA, "feeds": FEEDS, "ics": ICS, "markdown": MARKDOWN, "text": TEXT}
CODE = """
from attrs import frozen
from rencontres import Document, Format, Renderer

@frozen
class Options:
    pass

def compose(view, options):
    yield Document("a.csv", b"{body}")

CSV = Renderer(Format("{name}", "text/csv", "csv"), Options, compose)
NOTHING = None
NAME = "csv"
"""


@pytest.fixture(name="install")
def _install(tmp_path, monkeypatch):
    """Return what puts a distribution with one format on the path."""

    def install(distribution, value="CSV", *, name="csv", calls="csv", code=CODE, points=None):
        module = "made_" + distribution.replace("-", "_")
        folder = tmp_path / distribution
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
        )
        points = points or f"{name} = {module}:{value}"
        (info / "entry_points.txt").write_text(f"[rencontres.renderers]\n{points}\n")
        (folder / f"{module}.py").write_text(code.format(name=calls, body=distribution))
        monkeypatch.syspath_prepend(folder)

    yield install
    for name in [name for name in sys.modules if name.startswith("made_")]:
        del sys.modules[name]


def _formats():
    return [(entry.name, entry.distribution) for entry in installed()]


def _made(renderer):
    from rencontres import Dossier, Reader, view

    return renderer.one(view(Dossier(namespace="a.example"), Reader("fr"))).body


# --- what ships -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OWN)
def test_what_ships_is_found_by_its_name_and_is_the_object_that_is_imported(name):
    assert find(name) is OWN[name]
    assert find(f"{name}@rencontres") is OWN[name]
    assert OWN[name].format.name == name


def test_what_ships_is_listed_by_a_bare_checkout():
    own = [entry for entry in installed() if entry.distribution == "rencontres"]
    assert [entry.name for entry in own] == sorted(OWN)
    assert {entry.version for entry in own} == {rencontres.__version__}
    assert all(entry.group == "rencontres.renderers" for entry in own)


def test_listing_loads_no_format_and_no_plugin(tmp_path):
    info = tmp_path / "made_x-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: x\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[rencontres.renderers]\nx = made_x:X\n")
    (tmp_path / "made_x.py").write_text("raise SystemExit")
    code = f"""
        import json, sys
        sys.path[:0] = [{str(tmp_path)!r}, {str(Path(rencontres.__file__).parents[1])!r}]
        from rencontres import installed
        names = [entry.name for entry in installed()]
        wrong = ["made_x", "rencontres.formats", "babel", "cattrs", "icalendar"]
        print(json.dumps([names, [name for name in wrong if name in sys.modules]]))
    """
    run = subprocess.run([sys.executable, "-c", dedent(code)], check=True, capture_output=True)
    names, loaded = json.loads(run.stdout)
    assert "x" in names
    assert set(OWN) < set(names)
    assert loaded == []


def test_finding_what_ships_reads_no_metadata():
    code = "import sys; from rencontres import find; find('data'); print('importlib.metadata' in sys.modules)"
    run = subprocess.run([sys.executable, "-I", "-c", code], check=True, capture_output=True)
    assert run.stdout.strip() == b"False"


def test_a_format_that_ships_and_cannot_be_loaded_is_told_like_any_other(monkeypatch):
    from rencontres import catalogue

    monkeypatch.setitem(catalogue._BUILT_IN, "data", "rencontres.formats:GONE")
    monkeypatch.setitem(catalogue._BUILT_IN, "text", "rencontres.gone:TEXT")
    for name in ("data", "text"):
        with pytest.raises(BrokenFormat, match=rf"{name} of rencontres .* cannot be used"):
            find(name)
    broken = {each.entry.name for each in survey() if each.renderer is None}
    assert {"data", "text"} <= broken


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("isc", "ics"),
        ("ICS", "ics"),
        ("txt", "text"),
        ("mardown", "markdown"),
        ("feed", "feeds"),
        ("json", None),
        ("", None),
        ("@", None),
        ("@rencontres", None),
        ("data@rencontre", "data@rencontres"),
        ("ics@other", "ics@rencontres"),
        ("x" * 100_000, None),
        ("a\nb", None),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_an_unknown_name_is_told_with_what_may_be_meant(name, meant):
    with pytest.raises(UnknownFormat) as caught:
        find(name)
    told = str(caught.value)
    assert (f"did you mean {meant}?" in told) if meant else ("there are: data, " in told)
    assert len(told) < 300
    assert "\n" not in told
    assert isinstance(caught.value, LookupError)


def test_a_format_of_another_distribution_is_found_by_its_name(install):
    install("rencontres-csv")
    assert _made(find("csv")) == b"rencontres-csv"
    for name in ("csv@rencontres-csv", "csv@Rencontres_CSV"):
        assert find(name) is find("csv")
    assert ("csv", "rencontres-csv") in _formats()
    with pytest.raises(UnknownFormat, match=r"did you mean csv@rencontres-csv\?"):
        find("csv@rencontre-csv")


def test_two_distributions_with_one_name_are_an_error_with_the_ways_out(install):
    install("aaa-csv")
    install("bbb-csv")
    with pytest.raises(AmbiguousFormat) as caught:
        find("csv")
    assert str(caught.value) == (
        "2 distributions offer the format csv: write one of csv@aaa-csv, csv@bbb-csv"
    )
    assert _made(find("csv@aaa-csv")) == b"aaa-csv"
    assert _made(find("csv@bbb-csv")) == b"bbb-csv"
    problems = {
        each.entry.distribution: each.problem for each in survey() if each.entry.name == "csv"
    }
    assert all(isinstance(problem, AmbiguousFormat) for problem in problems.values())
    assert "write csv@aaa-csv" in str(problems["aaa-csv"])


def test_one_distribution_that_declares_a_name_twice_is_broken(install):
    install("twice-csv", points="csv = made_twice_csv:CSV\ncsv = made_twice_csv:NOTHING")
    with pytest.raises(BrokenFormat, match="twice-csv declares it 2 times"):
        find("csv")


def test_what_ships_cannot_be_replaced(install):
    install("evil", name="ics", calls="ics")
    assert find("ics") is ICS
    assert find("ics@rencontres") is ICS
    assert _made(find("ics@evil")) == b"evil"
    found = {each.entry.distribution: each for each in survey() if each.entry.name == "ics"}
    assert found["rencontres"].problem is None
    assert isinstance(found["evil"].problem, AmbiguousFormat)
    assert "write ics@evil" in str(found["evil"].problem)


def test_a_distribution_that_calls_itself_like_the_library_replaces_nothing(install):
    install("Rencontres", name="ics", calls="ics")
    assert find("ics") is ICS
    assert find("ics@rencontres") is ICS


# --- broken ones ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"value": "MISSING"}, "AttributeError"),
        ({"value": "NOTHING"}, "it is a NoneType, not a rencontres.Renderer"),
        ({"value": "NAME"}, "it is a str, not a rencontres.Renderer"),
        ({"value": "Options"}, "it is a type, not a rencontres.Renderer"),
        ({"calls": "tsv"}, "the format calls itself tsv"),
        ({"calls": "CSV"}, "RenderError"),
        ({"code": "import nothing_of_this_name"}, "ModuleNotFoundError"),
        ({"code": "raise RuntimeError('no')"}, "RuntimeError: no"),
        ({"code": "raise SystemExit(3)"}, "SystemExit: 3"),
    ],
    ids=repr,
)
def test_a_broken_format_is_named_and_disturbs_nobody(install, fields, cause):
    install("good-tsv", name="tsv", calls="tsv")
    install("bad-csv", **fields)
    with pytest.raises(BrokenFormat) as caught:
        find("csv")
    assert "csv of bad-csv 1.0 (made_bad_csv:" in str(caught.value)
    assert cause in str(caught.value)
    assert _made(find("tsv")) == b"good-tsv"
    found = {each.entry.name: each for each in survey()}
    assert isinstance(found["csv"].problem, BrokenFormat)
    assert found["csv"].renderer is None
    assert {name for name, each in found.items() if each.problem is None} >= {*OWN, "tsv"}
    assert all(isinstance(found[name].renderer, Renderer) for name in OWN)
