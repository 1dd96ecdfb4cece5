"""Errors: one root, each also what a caller expects, with every problem."""

import copy
import inspect
import pickle

import pytest

from rencontres import errors
from rencontres.errors import RencontresError
from rencontres.finding import Finding


def again(value):
    """Return a value as another process would get it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


KINDS = {
    "LanguageError": ValueError,
    "DossierError": ValueError,
    "LoadError": ValueError,
    "LedgerError": ValueError,
    "OptionsError": ValueError,
    "RenderError": RuntimeError,
    "UnknownFormat": LookupError,
    "AmbiguousFormat": LookupError,
    "BrokenFormat": ImportError,
}
PROBLEMS = (
    Finding("a", "error", "sessions.s1", "%(x)s", {"x": "one"}),
    Finding("b", "warning", "", "two"),
)


def test_every_error_has_the_one_root():
    found = {
        name
        for name, kind in vars(errors).items()
        if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    assert found == {"RencontresError", *KINDS}
    assert all(issubclass(getattr(errors, name), RencontresError) for name in KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_an_error_is_what_a_caller_expects_and_tells_everything(name):
    kind = getattr(errors, name)
    with pytest.raises(KINDS[name]) as caught:
        raise kind("the file is no dossier", PROBLEMS)
    assert caught.value.problems == PROBLEMS
    assert str(caught.value) == "the file is no dossier\nsessions.s1: one\ntwo"
    assert str(kind(problems=iter(PROBLEMS))) == "sessions.s1: one\ntwo"
    assert str(kind("just this")) == "just this"


@pytest.mark.parametrize("name", ["RencontresError", *KINDS])
def test_an_error_survives_another_process(name):
    error = getattr(errors, name)("a", PROBLEMS)
    for twin in (again(error), copy.copy(error)):
        assert type(twin) is type(error)
        assert (twin.message, twin.problems, str(twin)) == (
            error.message,
            error.problems,
            str(error),
        )


def test_what_a_workbook_has_is_told_by_its_cell():
    problem = Finding("a", "error", "rooms.r", "no", {"file": "a.xlsx", "cell": "rooms!B4"}, 4)
    assert str(errors.LoadError(problems=[problem])) == "a.xlsx, rooms!B4: rooms.r: no"
