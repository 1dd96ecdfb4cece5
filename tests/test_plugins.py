"""What other distributions offer is listed without loading it, and loaded without trusting it."""

import itertools
import sys

import pytest

from rencontres import plugins
from rencontres.errors import BrokenFormat
from rencontres.plugins import Entry

GROUP = "rencontres.tests"
_folders = itertools.count()


@pytest.fixture(name="install")
def _install(tmp_path, monkeypatch):
    """Return what puts a distribution on the path, as an installer leaves it there."""

    def install(name, points="", *, modules=(), metadata=None, version="1.0"):
        folder = tmp_path / f"site{next(_folders)}"
        info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        if metadata is None:
            metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
        if metadata:
            (info / "METADATA").write_bytes(metadata)
        raw = points if isinstance(points, bytes) else f"[{GROUP}]\n{points}\n".encode()
        (info / "entry_points.txt").write_bytes(raw)
        for module, code in modules:
            (folder / f"{module}.py").write_text(code)
        monkeypatch.syspath_prepend(folder)
        return folder

    before = set(sys.modules)
    yield install
    for name in set(sys.modules) - before:
        if name.startswith("made_"):
            del sys.modules[name]


def _loaded():
    return [name for name in sys.modules if name.startswith("made_")]


def _listed():
    return [(e.name, e.value, e.distribution, e.version) for e in plugins.entries(GROUP)]


def test_entries_are_listed_sorted_and_nothing_is_loaded(install):
    install("two-b", "b = made_two:B\na = made_two:A", modules=[("made_two", "raise SystemExit")])
    install("one", "b = made_one:B", version="2.1")
    assert _listed() == [
        ("a", "made_two:A", "two-b", "1.0"),
        ("b", "made_one:B", "one", "2.1"),
        ("b", "made_two:B", "two-b", "1.0"),
    ]
    assert _loaded() == []


def test_other_groups_are_not_listed(install):
    install("other", b"[console_scripts]\na = made_x:main\n[rencontres.testsx]\nb = made_x:B\n")
    assert _listed() == []


def test_the_first_of_two_copies_of_a_distribution_is_the_one(install):
    install("twice", "a = made_old:A", version="1.0")
    install("Twice", "a = made_new:A", version="2.0")
    assert _listed() == [("a", "made_new:A", "Twice", "2.0")]


@pytest.mark.parametrize(
    "points",
    [
        b"a = made_x:A\n",
        b"[rencontres.tests]\nno value\n",
        b"\xff\xfe\x00",
        b"[unclosed\na=b",
        b"\x00",
    ],
    ids=repr,
)
def test_files_that_hold_anything_harm_nobody(install, points):
    install("whole", "a = made_whole:A")
    install("torn", points)
    assert ("a", "made_whole:A", "whole", "1.0") in _listed()


@pytest.mark.parametrize("metadata", [b"", b"Metadata-Version: 2.1\n", b"\xff\xfe", b"no header"])
def test_a_distribution_without_a_name_is_listed_without_one(install, metadata):
    install("nameless", "a = made_x:A", metadata=metadata)
    install("whole", "b = made_whole:B")
    listed = _listed()
    assert ("b", "made_whole:B", "whole", "1.0") in listed
    assert [entry[:2] for entry in listed] == [("a", "made_x:A"), ("b", "made_whole:B")]


def test_what_an_entry_names_is_loaded(install):
    install("good", "a = made_good:A.inner", modules=[("made_good", "class A:\n    inner = 3")])
    (entry,) = plugins.entries(GROUP)
    assert plugins.load(entry) == 3


@pytest.mark.parametrize(
    ("value", "code", "cause"),
    [
        ("made_missing_zz:A", "", "ModuleNotFoundError"),
        ("made_broken:Missing", "", "AttributeError"),
        (
            "made_broken:A",
            "raise ValueError('at import\\nsecond line')",
            r"ValueError: at import\nsecond",
        ),
        ("made_broken:A", "import sys; sys.exit('bye')", "SystemExit: bye"),
        ("made_broken:A", "raise SystemExit", "SystemExit"),
        ("made_broken:A", "def (", "SyntaxError"),
        ("made_broken:A", "import made_missing_zz", "ModuleNotFoundError"),
        ("made_broken:A", "def f(): f()\nf()", "RecursionError"),
        ("not a value", "", "AttributeError"),
        ("", "", ""),
    ],
)
def test_a_broken_entry_is_told_by_distribution_entry_and_cause(install, value, code, cause):
    install("broken-plugin", modules=[("made_broken", code)])
    entry = Entry(GROUP, "csv", value, "broken-plugin", "3.1")
    with pytest.raises(BrokenFormat) as caught:
        plugins.load(entry)
    told = str(caught.value)
    assert told.startswith(f"csv of broken-plugin 3.1 ({value}) cannot be used: ")
    assert cause in told
    assert "\n" not in told
    assert isinstance(caught.value, ImportError)


def test_somebody_who_stops_the_programme_is_not_stopped(install):
    install("slow", modules=[("made_slow", "raise KeyboardInterrupt")])
    with pytest.raises(KeyboardInterrupt):
        plugins.load(Entry(GROUP, "a", "made_slow:A", "slow", "1"))


@pytest.mark.parametrize(
    "name", ["rencontres-csv", "Rencontres.CSV", "rencontres__csv", "rencontres-._csv"]
)
def test_names_of_distributions_are_compared_as_package_indexes_do(name):
    assert plugins.same_name(name) == "rencontres-csv"
