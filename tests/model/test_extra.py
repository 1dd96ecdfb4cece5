"""The host's own fields: frozen JSON, kept whatever happens, equal only to their like."""

import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.model import Dossier, Session, Table

# What stands in files holds no control characters, however they are written.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t")
KEYS = st.text(CHARACTERS, max_size=5)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(KEYS, JSON, max_size=4)


@given(OBJECTS)
def test_what_is_frozen_thaws_to_the_same_json(fields):
    table = Table(fields)
    assert json.dumps(table.thaw(), sort_keys=True) == json.dumps(fields, sort_keys=True)
    assert Table(table.thaw()) == table
    assert hash(Table(table.thaw())) == hash(table)
    assert eval(repr(table), {"Table": Table}) == table  # noqa: S307 - our own source
    again = pickle.loads(pickle.dumps(table))  # noqa: S301 - our own bytes
    assert (type(again), again.thaw()) == (Table, table.thaw())


@given(OBJECTS)
def test_the_order_of_keys_makes_no_difference(fields):
    assert Table(dict(reversed(fields.items()))) == Table(fields)
    assert [key for key, _ in Table(fields)] == sorted(fields)


def test_a_table_is_not_a_list_of_pairs():
    assert Table({"a": {"k": "v"}}) != Table({"a": [["k", "v"]]})
    assert Table({"a": {"k": "v"}}).thaw() == {"a": {"k": "v"}}
    assert Table({"a": [["k", "v"]]}).thaw() == {"a": [["k", "v"]]}
    assert Table({"k": "v"}) != (("k", "v"),)
    assert Session("s", extra={"a": {"k": "v"}}) != Session("s", extra={"a": [["k", "v"]]})


def test_nobody_changes_what_is_frozen():
    fields = {"seats": [1, 2], "badge": {"colour": "blue"}}
    session = Session("s", extra=fields)
    fields["seats"].append(3)
    fields["badge"]["colour"] = "red"
    session.extra.thaw()["seats"].append(4)
    assert session.extra.get("seats") == (1, 2)
    assert session.extra.get("badge").get("colour") == "blue"
    assert session.extra.get("nothing") is None
    assert hash(session) == hash(Session("s", extra=session.extra))


def test_fields_of_the_host_survive_every_change_and_are_never_shown():
    extra = {"secret": "badge 007"}
    dossier = Dossier(namespace="a.example", sessions=(Session("s", extra=extra), Session("t")))
    changed = dossier.change("s", kind="opening").with_(Session("u")).without("t")
    assert changed["s"].extra.thaw() == extra
    assert attrs.evolve(changed["s"], kind="closing").extra.thaw() == extra
    assert "007" not in repr(changed["s"]) + repr(changed)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"a": {1}}, "extra.a"),
        ({"a": b"x"}, "extra.a"),
        ({"a": [1, {"b": object()}]}, "extra.a.1.b"),
        ({"a": float("nan")}, "extra.a"),
        ({"a": float("-inf")}, "extra.a"),
        ({"a": 2**63}, "extra.a"),
        ({"a": "\ud800"}, "extra.a"),
        ({"\ud800": 1}, "extra"),
        ({1: "a"}, "extra"),
        ({None: "a"}, "extra"),
        ({10**5000: "a"}, "extra"),
        ({"a": 10**5000}, "extra.a"),
        ([1], "extra"),
        ("a", "extra"),
        (None, "extra"),
    ],
)
def test_what_json_does_not_have_is_refused_where_it_stands(fields, where):
    with pytest.raises(DossierError) as refused:
        Session("s", extra=fields)
    (problem,) = refused.value.problems
    assert problem.where.rstrip(".") == where
    str(problem).encode()


def test_everything_is_told_at_once_with_the_rest_of_the_thing():
    with pytest.raises(DossierError) as refused:
        Session("S", extra={"a": {1}, "b": [b""], "c": 1}, kind="other ")
    assert [problem.where for problem in refused.value.problems] == [
        "id",
        "extra.a",
        "extra.b.0",
        "kind",
    ]


def test_depth_is_bounded_even_where_a_table_holds_itself():
    fields = {}
    fields["again"] = fields
    with pytest.raises(DossierError, match="in one another"):
        Session("s", extra=fields)
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(DossierError, match="in one another"):
        Session("s", extra={"a": deep})
    fine = {}
    for _ in range(20):
        fine = {"a": fine}
    assert Session("s", extra=fine).extra.thaw() == fine
