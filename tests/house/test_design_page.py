"""The page about the house is true: what it names is there, and what is there is named."""

import re
import tomllib
from pathlib import Path

import pytest

import rencontres

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/rencontres"
PAGE = (ROOT / "docs/explanation/design.md").read_text("utf-8")
ROOM = r"(?:\w+/)*\w+(?:\.py|/)"
FLOORS = {
    int(number): {room.removesuffix("/").removesuffix(".py") for room in re.findall(ROOM, rooms)}
    for number, rooms in re.findall(r"^ ?(\d+)  (\S.*)$", PAGE, re.MULTILINE)
}
TERMS = (ROOT / "docs/explanation/glossary.md").read_text("utf-8")


def _rooms():
    """Return every room of the package."""
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return folders | {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}


def test_every_room_is_named_once_on_its_floor():
    assert sorted(room for rooms in FLOORS.values() for room in rooms) == sorted(_rooms())


def test_the_floors_are_those_that_imports_are_held_to():
    [contract] = [
        contract
        for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
            "importlinter"
        ]["contracts"]
        if contract["id"] == "floors"
    ]
    number_of = {room: number for number, rooms in FLOORS.items() for room in rooms}
    held = [
        {number_of[room] for room in re.findall(r"\w+", layer) if room in number_of}
        for layer in contract["layers"]
    ]
    assert all(len(numbers) <= 1 for numbers in held)
    numbers = [number for layer in held for number in layer]
    assert numbers == sorted(numbers, reverse=True)
    assert set(numbers) == set(FLOORS)


@pytest.mark.parametrize("name", sorted(set(re.findall(rf"`({ROOM})`", PAGE))))
def test_what_the_page_names_exists(name):
    assert (PACKAGE / name).exists() or (ROOT / name).exists()


@pytest.mark.parametrize("name", ["RencontresError", "Finding", "Wording", "publish", "redact"])
def test_the_public_names_of_the_page_are_public(name):
    assert re.search(rf"`{name}\b", PAGE)
    assert name in rencontres.__all__


def test_every_term_has_its_words_on_both_sides():
    rows = [line.strip("| ").split(" | ") for line in TERMS.splitlines() if line.startswith("| ")]
    for english, french, chinese, meaning in rows[2:]:
        assert english
        assert french
        assert meaning
        assert re.search(r"[\u4e00-\u9fff]", chinese), english
    assert len(rows) > 20
