"""What `import rencontres` loads: nothing but itself."""

import json
import subprocess
import sys
from textwrap import dedent

import rencontres

HEAVY = ["attr", "attrs", "babel", "cattrs", "icalendar", "importlib.metadata"]


def _loaded(statement: str, modules: list[str]) -> list[str]:
    code = f"""
        import json, sys
        {statement}
        print(json.dumps([name for name in {modules!r} if name in sys.modules]))
    """
    run = subprocess.run(
        [sys.executable, "-I", "-c", dedent(code)], check=True, capture_output=True, text=True
    )
    return json.loads(run.stdout)


def test_importing_the_package_loads_no_dependency():
    assert _loaded("import rencontres", HEAVY) == []


def test_importing_the_package_loads_no_room():
    rooms = [f"rencontres.{room}" for room in ("errors", "model", "text", "views", "wording")]
    assert _loaded("import rencontres; dir(rencontres)", rooms) == []


def test_naming_everything_loads_attrs_alone():
    assert _loaded("from rencontres import *", HEAVY[2:]) == []


def test_the_directory_is_complete():
    assert set(rencontres.__all__) <= set(dir(rencontres))
    assert "__version__" in dir(rencontres)


def test_every_name_resolves():
    missing = []
    for name in rencontres.__all__:
        try:
            getattr(rencontres, name)
        except (AttributeError, ImportError) as error:
            missing.append(f"{name}: {error}")
    assert missing == []


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(rencontres, "no_such_name")
