"""A browser shows every page to everybody: no fault of accessibility, no request, no overflow."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from rencontres import write
from rencontres.testing import samples
from rencontres_html import HTML, HTMLOptions

BROWSER = Path(__file__).with_name("browser")
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
NAMES = (
    "mixed.fr.partners",
    "mixed.zh-Hans.partners",
    "mixed.fr+zh-Hans.partners",
    "unsure.fr+zh-Hans",
    "changed.fr",
    "full.fr.chief",
    "hostile.fr.partners",
    "empty.fr",
)
SITE = ("programme.fr+zh-Hans", "workshops.fr+zh-Hans", "day-2016-10-29.fr+zh-Hans")


def _needed():
    """Return Node.js and the browser, or skip the test with what there is not."""
    node, browser = map(shutil.which, ("node", "chromium"))
    if node is None or browser is None:
        pytest.skip("it takes Node.js and Chromium")
    if not (BROWSER / "node_modules").is_dir():
        pytest.skip("it takes `npm install` in tests/browser")
    return node, browser


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the browser says of every page, at every width, in light and dark."""
    node, browser = _needed()
    folder = tmp_path_factory.mktemp("pages")
    pages = {}
    for sample in samples():
        if sample.name in NAMES:
            page = folder / f"{sample.name}.html"
            page.write_bytes(HTML.one(sample.view()).body)
            pages[sample.name] = page.as_uri()
        if sample.name == "mixed.fr+zh-Hans.partners":
            write(HTML(sample.view(), HTMLOptions(site=True)), folder / "site")
            pages |= {name: (folder / "site" / f"{name}.html").as_uri() for name in SITE}
    asked = {"browser": browser, "widths": WIDTHS, "schemes": SCHEMES, "pages": pages}
    run = subprocess.run(
        [node, "audit.mjs"],
        cwd=BROWSER,
        input=json.dumps(asked),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES + SITE)
def test_everybody_can_read_the_page(told, name, width, scheme):
    assert told[name][f"{width} {scheme}"] == []
