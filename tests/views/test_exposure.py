"""Addresses and numbers of people in what the public reads are told, and only those."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import Dossier, Event, Reader, Session, Text
from rencontres.views import exposed

PUBLIC = Reader("fr")


def told(words, **more):
    dossier = Dossier(
        namespace="a.example",
        languages=("fr", "zh-Hans"),
        events=(Event("e", title=Text(fr="Réunion")),),
        sessions=(Session("s", event="e", description=Text(fr="Séance", zh_Hans=words), **more),),
    )
    return [(f.code, f.where, f.value("found")) for f in exposed(dossier, PUBLIC)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Écrire à jean.dupont@example.org.", "jean.dupont@example.org"),
        ("联系：zhang-san@mail.example.org，谢谢", "zhang-san@mail.example.org"),
        ("全角：zhang＠example．org", "zhang＠example．org"),
        ("Appeler le 01 99 00 12 34 avant midi", "01 99 00 12 34"),
        ("tél. : +33\u00a01\u00a099\u00a000\u00a012\u00a034", "+33\u00a01\u00a099\u00a000\u00a012\u00a034"),
        ("电话+86 28 5555 0100", "+86 28 5555 0100"),
        ("手机：13800138000。", "13800138000"),
        ("+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
    ],
)  # fmt: skip
def test_an_address_or_a_number_in_a_public_text_is_told_with_its_place(words, found):
    assert told(words) == [("RC803", "sessions.s.description", (found,))]


@pytest.mark.parametrize(
    "words",
    [
        "Le 28.10.2016 à 09 h 00", "2016-10-28/2016-10-30", "600 à 900 participants",
        "1 200 000 000 €", "第5届（2016年）", "@mairie", "Loi n° 2014-773", "0,123456789",
        "SIREN 213300635", "A+ 123456789012345678901234",
    ],
)  # fmt: skip
def test_dates_sums_and_numbers_of_other_kinds_are_not(words):
    assert told(words) == []


def test_what_the_public_does_not_see_is_not_told():
    assert told("jean@example.org", audience="partners") == []


def test_nothing_is_told_of_other_readers():
    dossier = Dossier(
        namespace="a.example",
        languages=("fr",),
        events=(Event("e", title=Text(fr="jean@example.org")),),
    )
    assert len(exposed(dossier, PUBLIC)) == 1
    assert exposed(dossier, Reader("fr", audience="partners")) == ()


@given(
    st.from_regex(r"[a-z0-9]{1,9}@[a-z]{1,9}\.(org|fr|cn)", fullmatch=True),
    st.text("到 :（a", max_size=3),
)
def test_any_plain_address_is_found_wherever_it_stands(address, before):
    [(_, _, (found,))] = told(f"{before} {address}")
    assert found.endswith(address)
