"""Names that may be one thing, whatever the number of things that are called so."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rencontres.checks import check
from rencontres.checks.catalogue import RULES
from rencontres.checks.sample import dossier_of
from rencontres.sources import load_data

[VARIANTS] = [rule for rule in RULES if rule.code == "RC602"]


def told(*names):
    organisations = {f"o{n:03}": {"name": {"en": name}} for n, name in enumerate(names)}
    dossier = load_data(dossier_of({"organisations": organisations}))
    report = check(dossier, today=date(2026, 9, 1), rules=[VARIANTS])
    return [finding.text for finding in report]


def test_two_spellings_one_letter_apart_are_told_once():
    assert told("Shandong", "Guangxi", "Shangdong") == [
        "“Shandong” and “Shangdong”: one and the same?"
    ]
    assert told("Nanjing", "Nanking") == ["“Nanjing” and “Nanking”: one and the same?"]


def test_marks_and_case_do_not_make_another_word():
    assert told("Région du Centre", "Region du Centrê") == []


def test_what_differs_in_its_number_is_another_thing():
    assert told("School 1", "School 2", "School 12") == []
    assert told("School no 1", "Schol no 1") == [
        "“School no 1” and “Schol no 1”: one and the same?"
    ]


def test_things_of_one_name_are_told_of_once():
    assert len(told(*["Shandong"] * 50, "Shangdong")) == 1


@given(st.text("abcde", min_size=6, max_size=9), st.data())
def test_any_letter_left_out_added_or_changed_is_found(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("xyz"))
    for other in (
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
    ):
        assert len(told(word, other)) == 1
        assert len(told(other, word)) == 1
