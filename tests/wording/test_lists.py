"""Lists, whole and in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.wording import Wording

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)
KINDS = ("list", "people", "organisations", "order", "sides", "clause")
A, B, C, D, E = "ABCDE"


@pytest.mark.parametrize(
    ("items", "french", "chinese", "english"),
    [
        ([], "", "", ""),
        ([A], "A", "A", "A"),
        ([A, B], "A et B", "A和B", "A and B"),
        ([A, B, C], "A, B et C", "A、B和C", "A, B and C"),
        ([A, B, C, D], "A, B, C et D", "A、B、C和D", "A, B, C and D"),
        ([A, B, C, D, E], "A, B, C, D et E", "A、B、C、D和E", "A, B, C, D and E"),
        (["", A, "", B], "A et B", "A和B", "A and B"),
    ],
)
def test_lists_of_up_to_five(items, french, chinese, english):
    assert FR.join(items) == french
    assert HANS.join(items) == HANT.join(items) == chinese
    assert EN.join(items) == english


@pytest.mark.parametrize(
    ("kind", "two", "three", "chinese", "three_chinese"),
    [
        ("people", "A et B", "A, B et C", "A、B", "A、B、C"),
        ("organisations", "A et B", "A, B et C", "A与B", "A、B与C"),
        ("order", "A, B", "A, B, C", "A、B", "A、B、C"),
        ("sides", "A\u202f; B", "A\u202f; B\u202f; C", "A；B", "A；B；C"),
        ("clause", "A, B", "A, B, C", "A，B", "A，B，C"),
    ],
)
def test_kinds_of_lists(kind, two, three, chinese, three_chinese):
    assert FR.join([A, B], kind) == two
    assert FR.join([A, B, C], kind) == three
    assert HANS.join([A, B], kind) == chinese
    assert HANS.join([A, B, C], kind) == three_chinese
    assert HANT.join([A, B, C], kind) == three_chinese.replace("与", "與")


def test_items_with_commas_are_kept_apart():
    items = ["Tours, ville", "Lyon", "Rennes"]
    assert FR.join(items) == "Tours, ville\u202f; Lyon\u202f; Rennes"
    assert FR.join(items[:2]) == "Tours, ville\u202f; Lyon"
    assert EN.join(items) == "Tours, ville; Lyon; Rennes"
    assert HANS.join(["图尔、里昂", "南特"]) == "图尔、里昂；南特"
    assert FR.join(["M. A, maire", "Mme B"], "people") == "M. A, maire, et Mme B"
    assert (
        FR.join(["M. A, maire", "Mme B", "Mme C"], "people")
        == "M. A, maire\u202f; Mme B\u202f; Mme C"
    )
    assert FR.join(["1,5", "2,5"]) == "1,5 et 2,5"


def test_no_comma_stands_between_titles_in_marks():
    assert HANS.join(["《甲》", "《乙》", "《丙》"]) == "《甲》《乙》和《丙》"
    assert HANS.join(["《甲》", "《乙》"]) == "《甲》和《乙》"
    assert HANS.join(["“甲”", "“乙”", "“丙”"], "order") == "“甲”“乙”“丙”"
    assert HANS.join(["《甲》（草案）", "《乙》", "丙"]) == "《甲》（草案）、《乙》和丙"
    assert HANT.join(["「甲」", "「乙」", "『丙』"], "order") == "「甲」「乙」『丙』"
    assert (
        FR.join(["«\u00a0A\u00a0»", "«\u00a0B\u00a0»", "C"])
        == "«\u00a0A\u00a0», «\u00a0B\u00a0» et C"
    )


@given(st.lists(st.text(st.sampled_from("甲A, ，《》"), min_size=1)), st.sampled_from(KINDS))
def test_pieces_make_the_list(items, kind):
    for wording in ALL:
        pieces = wording.pieces(items, kind)
        assert "".join(pieces) == wording.join(items, kind)
        assert len(pieces) == len(items)
        assert all(piece.startswith(item) for piece, item in zip(pieces, items, strict=True))


def test_an_unknown_kind_is_refused():
    with pytest.raises(DossierError, match="kind of list 'heap'"):
        FR.join([A, B], "heap")
