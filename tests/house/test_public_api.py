"""The names that other people type. Taking one away breaks programmes that we cannot see."""

import ast
import inspect
import pkgutil
import tomllib
from pathlib import Path
from types import FunctionType

import rencontres

ROOT = Path(__file__).parents[2]
NAMES = """
    load load_data dump dump_data schema locate Proposal
    Dossier Noun Side Place Room Organisation Person Name Post Role Promise Committee Chair Event
    Link Attendance Workshop Entry Pairing End Party Contribution Session Item Interpretation
    Registration Delegation Note Action Paper Tolerance
    Text Phrase Words When Span Finding
    publish compare Ledger Changes Change
    check board Report Rule Case Board Tally
    Reader Selection View view redact forget Day Slot Lead Cast Omission
    ActionPage Before BoardCall BoardCell BoardPage BoardRow ChangeLine CommitteePage EntryLine EventPage Gone InterpretationLine ItemLine
    LeadEnd LeadParty NotePage PairingPage PaperPage PersonPage Seat SidePage WorkshopPage
    Completeness completeness
    Wording Language Voice TaggedVoice stem
    Document Format Part Renderer write
    ICS FEEDS TEXT MARKDOWN DATA
    installed find survey
    RencontresError LoadError DossierError LedgerError OptionsError LanguageError RenderError
    UnknownFormat AmbiguousFormat BrokenFormat
""".split()


def test_the_names_are_these():
    assert sorted(rencontres.__all__) == sorted(NAMES)


def test_a_type_checker_sees_what_a_programme_gets():
    tree = ast.parse(Path(rencontres.__file__).read_bytes())
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {
        (node.module, alias.name)
        for block in blocks
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = {(f"rencontres.{room}", name) for name, room in rencontres._HOMES.items()}
    assert seen == homes
    assert {name for _, name in homes} == set(rencontres.__all__)


def test_no_public_name_is_a_module():
    rooms = {module.name for module in pkgutil.iter_modules(rencontres.__path__)}
    assert not rooms & set(rencontres.__all__)


def test_every_name_says_what_it_is():
    silent = [name for name in NAMES if not inspect.getdoc(getattr(rencontres, name))]
    assert silent == []


def test_every_public_method_says_what_it_does():
    silent = [
        f"{name}.{method}"
        for name in NAMES
        if inspect.isclass(kind := getattr(rencontres, name))
        for method, found in inspect.getmembers_static(kind)
        if not method.startswith("_")
        and isinstance(found, FunctionType | classmethod | staticmethod | property)
        and not inspect.getdoc(getattr(kind, method))
    ]
    assert silent == []


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert rencontres.__version__ == project["version"]


def test_the_types_are_shipped():
    assert (Path(rencontres.__file__).parent / "py.typed").is_file()
