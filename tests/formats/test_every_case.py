"""Every fault that was reported of calendars is held by a test, or told not to occur."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / "docs/explanation/calendar-clients.md"

# Octets, texts, injection, parameters, identity, methods, zones, dates, recurrence, people, other
# properties, reminders, tasks, the calendar itself: how many faults were reported of each.
REPORTED = {"A": 9, "B": 11, "C": 6, "D": 8, "E": 10, "F": 7, "G": 17, "H": 7, "I": 9, "J": 4, "K": 14, "L": 3, "M": 4, "N": 4}  # fmt: skip
LABELS = {f"{kind}{number}" for kind, count in REPORTED.items() for number in range(1, count + 1)}


def held():
    """Return the labels in the names of tests; `test_I1_I9_` holds what stands in its name."""
    names = (
        name
        for path in ROOT.glob("tests/**/test_*.py")
        for name in re.findall(r"^def test_(\w+)", path.read_text("utf-8"), re.MULTILINE)
    )
    return {part for name in names for part in name.split("_") if part in LABELS}


def absent():
    """Return the labels of the table of what does not occur; each has its reason."""
    _, _, table = CLIENTS.read_text("utf-8").partition("## What does not occur here")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\| .*$", table, re.MULTILINE)]  # fmt: skip
    assert all(len(row) == 3 and all(row) for row in rows)
    return {row[0] for row in rows if row[0] in LABELS}


def test_there_are_113_reported_faults():
    assert len(LABELS) == 113


def test_every_fault_is_held_by_a_test_or_told_not_to_occur():
    assert held() | absent() == LABELS
    assert not held() & absent()


def test_labels_of_the_document_are_known():
    told = set(re.findall(r"\b[A-N]\d{1,2}\b", CLIENTS.read_text("utf-8")))
    assert told - {"L10"} <= LABELS
    assert told - absent() <= held()
