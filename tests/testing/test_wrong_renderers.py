"""A renderer that breaks the contract is caught by the check that is about it, and told what to do."""

import pytest
import wrong_renderers as wrong

from rencontres.testing import RendererContract


class TestRight(RendererContract):
    renderer = wrong.RIGHT
    options = (wrong.Options(people=False),)


CAUGHT = [
    ("CLOCK", "test_the_same_bytes_at_any_time", "a year later", "read no clock"),
    ("ZIP", "test_the_same_bytes_at_any_time", "programme.zip", "unless each member is given"),
    ("LOCAL", "test_the_same_bytes_in_every_process", "Kiritimati", "nothing from the environment"),
    ("CHANCE", "test_the_same_bytes_in_every_process", "differ", "chance"),
    ("FOLDER", "test_the_same_bytes_in_every_process", "differ", "from the environment"),
    ("SET", "test_the_same_bytes_in_every_process", "hash seed", "sort every set"),
    ("DROPS", "test_sessions_that_are_not_confirmed", "that is cancelled has disappeared", "show every slot"),
    ("QUIET", "test_sessions_that_are_not_confirmed", "cancelled looks like one that is confirmed", "slot.status"),
    ("UNVERSIONED", "test_version_and_state", "{'version': 7}", "wording.programme("),
    ("FIRST", "test_every_part_it_carries", "carries sessions", "take Part.SESSIONS out of"),
    ("GREEDY", "test_every_part_it_carries", "carries actions", "take Part.ACTIONS out of"),
    ("ADDRESS", "test_what_is_not_for_its_reader", "Person.email", "public attributes of the view"),
    ("ENCODED", "test_what_is_not_for_its_reader", "Person.email", "public attributes of the view"),
    ("NOTE", "test_what_is_not_for_its_reader", "position", "public attributes of the view"),
    ("MUTATES", "test_a_view_stays_as_it_is", "`days` is not what it was", "attrs.evolve"),
    ("WRITES", "test_nothing_is_written", "wrong_renderers.py:", "io.BytesIO"),
    ("ASKS", "test_nothing_is_asked_of_the_network", "socket.getaddrinfo", "comes with the view"),
    ("PAGE", "test_documents_are_what_they_say", "says that it is latin1", "encode it in what it says"),
    ("PAGE", "test_hostile_words_stay_words", "has become the element", "escape every text"),
    ("SHEET", "test_hostile_words_stay_words", "for a formula", "escape every text"),
    ("RAISES", "test_an_empty_programme", "IndexError", "raises nothing"),
    ("TITLED", "test_documents_can_be_written", "no document can be called", "made of ids"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "check", "found", "todo"), CAUGHT)
def test_a_wrong_renderer_is_caught_and_its_author_told_what_to_do(name, check, found, todo):
    class Tried(RendererContract):
        renderer = getattr(wrong, name)

    (method,) = [each for each in dir(Tried) if each.startswith(check)]
    with pytest.raises(pytest.fail.Exception) as caught:
        getattr(Tried(), method)()
    told = str(caught.value)
    assert told.startswith("lines: ")
    assert found in told
    assert "\nWhat to do: " in told
    assert todo in told.partition("What to do: ")[2]
