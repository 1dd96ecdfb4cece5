"""What documents are called, and whose they are by their name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import Reader, load_data, stem, view
from rencontres.formats.naming import named, whose


def copy_of(id_):
    person = {"names": {"fr": {"family": "Exemple", "given": "Anne"}}}
    session = {"title": {"fr": "Séance"}, "roles": {"speaker": [id_]}}
    raw = {"namespace": "a.example", "people": {id_: person}, "sessions": {"s": session}}
    return view(load_data(raw), Reader("fr", "zh-Hans")).of(id_)


@pytest.mark.parametrize(
    ("id_", "name"),
    [("anne", "anne"), ("con", "con_"), ("com1", "com1_"), ("console", "console")],
)
def test_no_copy_is_called_like_a_device_and_its_name_tells_whose_it_is(id_, name):
    assert stem(copy_of(id_)) == f"{name}.fr+zh-Hans"
    assert stem(copy_of(id_), "actions") == f"{name}.actions.fr+zh-Hans"
    assert whose(f"{stem(copy_of(id_))}.ics") == id_


@given(st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True))
def test_an_id_comes_back_from_the_name_of_a_document(id_):
    assert whose(f"{named(id_)}.fr.ics") == id_
