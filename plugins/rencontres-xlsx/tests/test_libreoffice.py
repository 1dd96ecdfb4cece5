"""LibreOffice opens a workbook, and shows hours as hours and formulas as words."""

import html
import re
import shutil
import subprocess

import pytest

from rencontres import Reader, load_data, view
from rencontres_xlsx import XLSX, XLSXOptions

SOFFICE = shutil.which("soffice")

DOSSIER = {
    "rencontres": 1,
    "namespace": "rivers.example.org",
    "languages": ["fr", "zh-Hans"],
    "places": {"chengdu": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "zone": "Asia/Shanghai"}},
    "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}, "place": "chengdu"}},
    "sessions": {
        "s": {
            "event": "e",
            "title": {"fr": "=1+1", "zh-Hans": "=2+2"},
            "day": "2016-10-29",
            "hours": "09:05-10:30",
        },
    },
}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (libreoffice-calc) is not installed")
@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("fr", ["samedi 29 octobre 2016", "9 h 05", "10 h 30", "=1+1"]),
        ("zh-Hans", ["2016年10月29日 星期六", "09:05", "10:30", "=2+2"]),
    ],
)
def test_it_shows_what_was_meant(tag, shown, tmp_path):
    seen = view(load_data(DOSSIER), Reader(tag))
    (tmp_path / "made.xlsx").write_bytes(XLSX.one(seen, XLSXOptions(sheets=("programme",))).body)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [SOFFICE, home, "--headless", "--convert-to", "html", "made.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    page = html.unescape((tmp_path / "made.html").read_text(encoding="utf-8"))
    cells = [" ".join(re.sub("<[^>]*>", " ", cell).split()) for cell in page.split("</td>")]
    assert [cell for cell in cells if cell in shown] == shown
