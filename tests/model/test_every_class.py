"""What holds of every class of the model, on values drawn from its own annotations."""

import copy
import datetime  # noqa: ICN001 - as a repr names it
import functools
import inspect
import pickle
import re
import typing
import zoneinfo
from datetime import date
from types import NoneType, UnionType

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencontres import model
from rencontres.errors import DossierError
from rencontres.model import Dossier, Pairing, Part, Session, Table, Tolerance
from rencontres.model.noun import Noun
from rencontres.model.shape import plan
from rencontres.text import Text
from rencontres.when import When

CLASSES = {
    name: kind
    for name, kind in vars(model).items()
    if inspect.isclass(kind) and issubclass(kind, Part) and kind not in (Part, Noun)
}
HOSTILE = ["\0", "\x1b", "\x85", "\ud800", "\ufeff", "a\nb", "a\tb", "", " "]
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
TAGS = st.sampled_from(["fr", "en-GB", "zh-Hans", "zh-Hant", "ja", "sr-Latn"])
LINES = st.text("aé’ -.武汉", min_size=1, max_size=8).filter(str.strip)
FORMS = {
    "id": IDS,
    "namespace": st.just("example.org"),
    "country": st.sampled_from(["JP", "VN"]),
    "zone": st.sampled_from(["Asia/Tokyo", "UTC"]),
    "currency": st.just("EUR"),
    "email": st.just("a@example.org"),
    "phone": st.just("+33 2 28 20 50 10"),
    "uid": LINES.map(str.strip).filter(bool),
    "url": st.just(Text(fr="https://example.org/é")),
    "position": st.tuples(st.floats(-90, 90), st.integers(-180, 180)),
}
SIMPLE = {
    str: LINES,
    bool: st.booleans(),
    int: st.integers(0, 2**53 - 1),
    float: st.floats(0, 10**9),
    date: st.dates(),
    datetime.datetime: st.datetimes(
        datetime.datetime(1990, 1, 1),
        datetime.datetime(2050, 1, 1),
        timezones=st.just(zoneinfo.ZoneInfo("Asia/Tokyo")),
    ),
    Text: st.dictionaries(TAGS, LINES, min_size=1, max_size=2).map(Text),
    When: st.sampled_from(["2016", "2016-22", "2016-05-09", "2016-10-28/2016-10-30"]).map(When),
    Table: st.dictionaries(LINES, st.integers() | st.none() | st.lists(LINES), max_size=2).map(
        lambda entries: Table(
            {
                key: value
                for key, value in entries.items()
                if value is None or isinstance(value, list) or abs(value) < 2**60
            }
        )
    ),
}


def values_of(kind, meta):
    """Return a strategy of what a field of a type takes."""
    if typing.get_origin(kind) in (typing.Union, UnionType):
        return st.one_of([values_of(each, meta) for each in typing.get_args(kind)])
    if kind is NoneType:
        return st.none()
    if "one_of" in meta:
        return st.sampled_from(meta["one_of"])
    if typing.get_origin(kind) is tuple:
        return several(typing.get_args(kind), meta)
    if kind in CLASSES.values():
        return things(kind)
    return IDS if "to" in meta else TAGS if meta.get("tags") else SIMPLE[kind]


def several(inner, meta):
    if inner[-1] is not ...:
        pair = st.tuples(*(values_of(each, meta) for each in inner))
        return pair.filter(lambda two: two[0] != two[1])
    if typing.get_origin(inner[0]) is tuple:
        key, value = typing.get_args(inner[0])
        keys = IDS if "keys" in meta else TAGS if meta.get("tags") else SIMPLE[key]
        pairs = st.tuples(keys, values_of(value, {}))
        return st.lists(pairs, max_size=2, unique_by=lambda two: two[0]).map(tuple)
    least = 1 if meta.get("by") == "language" else 0
    names = meta.get("unique") or ((meta["by"],) if "by" in meta else ())
    by = (lambda part: tuple(getattr(part, name) for name in names)) if names else repr
    return st.lists(values_of(inner[0], meta), min_size=least, max_size=2, unique_by=by).map(tuple)


def made(kind, fields):
    """Return a value, or None for a combination that means nothing."""
    try:
        return kind(**fields)
    except DossierError:
        return None


@functools.cache
def things(kind):
    """Return a strategy of values of a class."""
    hints = typing.get_type_hints(kind)
    empty = {a.name: st.just(()) for a in attrs.fields(Dossier)} if kind is Dossier else {}
    required, optional = {}, {}
    for attribute in attrs.fields(kind):
        if attribute.init and attribute.name not in (empty.keys() & set(model.NOUNS)):
            drawn = FORMS.get(attribute.name) if "form" in attribute.metadata else None
            if drawn is None:
                drawn = st.deferred(lambda a=attribute: values_of(hints[a.name], a.metadata))
            (required if attribute.default is attrs.NOTHING else optional)[attribute.name] = drawn
    if kind is Dossier:
        optional = {
            name: optional[name] for name in ("title", "languages", "version", "state", "revised")
        }
    drawn = st.fixed_dictionaries(required, optional=optional)
    return drawn.map(lambda fields: made(kind, fields)).filter(lambda value: value is not None)


def every_class(test):
    return pytest.mark.parametrize("kind", CLASSES.values(), ids=CLASSES)(test)


@every_class
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_is_hashable_picklable_and_its_own_form(kind, data):
    value = data.draw(things(kind))
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    for twin in (again, copy.deepcopy(value), attrs.evolve(value)):
        assert twin == value
        assert hash(twin) == hash(value)
        assert repr(twin) == repr(value)


@every_class
@settings(max_examples=20)
@given(data=st.data())
def test_a_repr_is_what_makes_an_equal_value(kind, data):
    if kind is Dossier:
        return
    value = data.draw(things(kind))
    known = {**CLASSES, "Text": Text, "When": When, "datetime": datetime, "zoneinfo": zoneinfo}
    shown = attrs.evolve(value, extra=Table()) if isinstance(value, Noun) else value
    assert eval(repr(value), known) == shown  # noqa: S307 - our own source


@every_class
def test_a_field_of_the_wrong_type_is_told_by_its_name(kind):
    for attribute in attrs.fields(kind):
        for wrong in (["list"], {"a", "set"}, b"bytes", 1j, object(), iter(())):
            if attribute.init:
                (problem,) = settled(kind, attribute.name, wrong)
                assert (problem.code, problem.where) == ("value.type", attribute.name)
                assert type(wrong).__name__ in problem.text


@every_class
def test_a_string_holds_no_control_no_half_character_and_no_blank(kind):
    hints = typing.get_type_hints(kind)
    strings = [
        a
        for a in attrs.fields(kind)
        if a.init and hints[a.name] in (str, str | None) and "one_of" not in a.metadata
    ]
    rules = {a.name: a for a in strings}
    for name, attribute in rules.items():
        for words in HOSTILE:
            if attribute.metadata.get("lines") and words in ("a\nb", "a\tb"):
                continue
            problems = settled(kind, name, words)
            assert [problem.where for problem in problems] == [name], (name, words)
            str(problems[0]).encode()


def settled(kind, name, value):
    """Return what the rules of a class say of one field."""
    part = object.__new__(kind)
    for attribute in attrs.fields(kind):
        default = attribute.default
        object.__setattr__(part, attribute.name, default)
    object.__setattr__(part, name, value)
    return [p for p in plan(kind).settle(part) if p.where == name]


@every_class
def test_an_enumeration_takes_its_words_alone_and_suggests(kind):
    for attribute in attrs.fields(kind):
        for word in attribute.metadata.get("one_of", ()):
            assert settled(kind, attribute.name, word) == []
            (problem,) = settled(kind, attribute.name, f"{word}x")
            assert problem.code == "value.unknown"
            assert problem.value("suggestion") in attribute.metadata["one_of"]
            assert problem.value("known") == attribute.metadata["one_of"]


@every_class
def test_a_truth_value_is_no_number_and_no_number_is_a_truth_value(kind):
    hints = typing.get_type_hints(kind)
    for attribute in attrs.fields(kind):
        kinds = set(typing.get_args(hints[attribute.name])) or {hints[attribute.name]}
        if kinds & {int, float} and "one_of" not in attribute.metadata:
            assert [p.code for p in settled(kind, attribute.name, True)] == ["value.type"]
        if bool in kinds:
            assert [p.code for p in settled(kind, attribute.name, 1)] == ["value.type"]


@every_class
def test_a_number_is_finite_exact_and_not_negative(kind):
    hints = typing.get_type_hints(kind)
    for attribute in attrs.fields(kind):
        kinds = typing.get_args(hints[attribute.name])
        if int in kinds and kind is not Tolerance:
            codes = [
                settled(kind, attribute.name, value)[0].code for value in (-1, 2**53, 10**5000)
            ]
            assert codes == ["value.negative", "value.large", "value.large"]
        if float in kinds:
            for value in (float("nan"), float("inf")):
                assert settled(kind, attribute.name, value)


@every_class
def test_every_attribute_is_described(kind):
    described = inspect.getdoc(kind)
    inherited = {a.name for base in kind.__mro__[1:] if attrs.has(base) for a in attrs.fields(base)}
    for attribute in attrs.fields(kind):
        if attribute.init and attribute.name not in inherited:
            assert re.search(rf"^    {attribute.name}: ", described, re.MULTILINE), attribute.name


@every_class
def test_a_class_gives_the_terms_of_the_field_in_both_languages(kind):
    if kind is not Dossier:
        first = inspect.getdoc(kind).split("\n\n")[0]
        assert re.search(r"\([a-zà-ÿ].*[\u4e00-\u9fff]+.*\)", first, re.DOTALL), first


def test_a_repr_shows_only_what_was_said():
    session = Session("s1", title=Text(fr="Ouverture"), kind="opening")
    assert repr(session) == "Session('s1', title=Text(fr='Ouverture'), kind='opening')"
    assert repr(Pairing("p")) == "Pairing('p')"
    assert len(repr(Dossier(namespace="example.org"))) < 60


def test_everything_wrong_is_told_at_once():
    with pytest.raises(DossierError) as refused:
        Session(
            "S 1",
            kind="workshp",
            confirmation="maybe",
            languages=("xx", "fr"),
            source="\0",
            open=True,
            uid=" a",
        )
    assert [problem.where for problem in refused.value.problems] == [
        "id",
        "source",
        "kind",
        "confirmation",
        "languages.0",
        "uid",
    ]
