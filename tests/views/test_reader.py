"""Who reads: what a reader may say of herself."""

import pickle

import pytest

from rencontres import DossierError, LanguageError
from rencontres.model import Dossier, Side
from rencontres.text import Text
from rencontres.views import Reader, redact, view


def _problems(*args, **fields):
    with pytest.raises(DossierError) as caught:
        Reader(*args, **fields)
    return {problem.where for problem in caught.value.problems}


def test_tags_are_canonical():
    reader = Reader("zh-hans-cn", "FR")
    assert reader.languages == ("zh-Hans-CN", "fr")
    assert Reader("FR").languages == ("fr",)


def test_everything_that_is_wrong_is_told_at_once():
    wrong = _problems("fr", "FR", zone="Paris", audience="everybody", typography="thin")
    assert wrong == {"second", "zone", "audience", "typography"}


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"audience": "internal"}, "side"),
        ({"audience": "internal", "side": ""}, "side"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"zone": "Europe/Paris" * 100}, "zone"),
        ({"audience": "Public"}, "audience"),
    ],
)
def test_a_reader_that_nobody_can_be_is_refused(fields, where):
    assert _problems("fr", **fields) == {where}


@pytest.mark.parametrize("tag", ["", "french language", "fr_FR@euro", "x" * 500])
def test_what_is_no_language_is_refused(tag):
    with pytest.raises(LanguageError):
        Reader(tag)


def test_a_team_that_does_not_meet_here_is_refused_with_what_was_meant():
    sides = (Side("cn", name=Text(fr="Chine")), Side("france", name=Text(fr="France")))
    dossier = Dossier(namespace="a.example", sides=sides)
    reader = Reader("fr", audience="internal", side="frances")
    for ask in (view, redact):
        with pytest.raises(DossierError, match="did you mean `france`"):
            ask(dossier, reader)
    assert view(dossier, Reader("fr", side="frances")).sides
    assert view(Dossier(namespace="a.example"), reader).sides == ()


def test_a_reader_is_a_value():
    one = Reader("fr", "zh-Hans", zone="Europe/Paris", audience="partners", side="fr")
    assert one == Reader("fr", "zh-hans", zone="Europe/Paris", audience="partners", side="fr")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert len({one, Reader("fr")}) == 2
