"""Both dossiers of Chengdu as the checks tell of them, line by line as they were read over.

What changes on purpose is written anew by
``RENCONTRES_GOLDEN=write pytest tests/checks/test_golden_reports.py`` and read over again.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import attrs
import pytest

from rencontres import Wording, check, load
from rencontres.checks.catalogue import RULES
from rencontres.checks.phase import PHASES
from rencontres.cli import main
from rencontres.wording.typography import faults

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "golden"
DAYS = {"april": date(2016, 4, 23), "october": date(2016, 10, 22)}
LANGUAGES = ("fr", "zh-Hans")
CASES = [(name, language) for name in DAYS for language in LANGUAGES]
ALWAYS = [attrs.evolve(rule, phases=frozenset(PHASES)) for rule in RULES]


def dossier(name):
    return ROOT / "examples" / "chengdu-2016" / f"{name}.toml"


def compared(text, name):
    path = FOLDER / name
    if os.environ.get("RENCONTRES_GOLDEN") == "write":
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_report_reads_as_it_was_read_over(name, language, tmp_path, monkeypatch, capfdbinary):
    shutil.copy(dossier(name), tmp_path)
    monkeypatch.chdir(tmp_path)
    day = DAYS[name].isoformat()
    assert main(["check", f"{name}.toml", "--today", day, "--language", language]) == 0
    compared(capfdbinary.readouterr().out.decode(), f"{name}.{language}.txt")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_all_rules_at_once_read_as_they_were_read_over(name, language):
    report = check(load(dossier(name)), today=DAYS[name], rules=ALWAYS)
    wording = Wording(language)
    lines = [f"{each.code} {each.severity} {each.where}: {wording.say(each)}\n" for each in report]
    compared("".join(lines), f"{name}.all.{language}.txt")


def test_no_file_is_left_over():
    names = {f"{name}{all_}.{tag}.txt" for name, tag in CASES for all_ in ("", ".all")}
    assert {path.name for path in FOLDER.iterdir()} == names


@pytest.mark.parametrize("name", DAYS)
def test_the_sentences_around_the_words_of_the_minutes_are_written_well(name):
    """What the dossier says is left out: April keeps the faults of the minutes as they are."""
    for finding in check(load(dossier(name)), today=DAYS[name], rules=ALWAYS):
        numbers = [(key, value if key == "language" else "9") for key, value in finding.values]
        for language in LANGUAGES:
            bare = attrs.evolve(finding, values=numbers)
            assert faults(Wording(language).say(bare), language) == ()


WORKSHOPS = ("w1", "w2", "w3", "w4", "w5", "w6")
LEADS = {
    "alpes-sichuan": ("fr.paca", "fr.aura", "cn.sichuan"),
    "bordeaux-wuhan": ("fr.bordeaux", "cn.wuhan"),
    "ccr-val-de-loire": ("fr.ccr", "fr.mission-val-de-loire"),
    "issy-leshan": ("fr.issy", "cn.leshan"),
    "pdl-shandong-export": ("fr.pdl", "cn.shandong", "cn.qingdao"),
    "pdl-shangdong-psychiatrie": ("fr.pdl", "cn.shangdong"),
    "strasbourg-nankin": ("fr.strasbourg", "cn.universite-nankin"),
    "tours-luoyang": ("fr.tours", "cn.luoyang"),
}
APRIL = {
    # The exchange of think tanks has no pairing, and so no lead on either side.
    "RC101": ["workshops.w6"],
    "RC102": ["workshops.w6", "workshops.w6"],
    # "(à confirmer)" stands above all of them (l. 124).
    "RC103": [f"pairings.{id_}.ends.{end}" for id_, ends in LEADS.items() for end in ends],
    # The observatory stands in workshop 2 by its position alone.
    "RC105": ["pairings.ccr-val-de-loire", "workshops.w2.entries.0"],
    # Beside the university of Nanjing, both bodies of Centres culturels/Val de Loire: no authority
    # stands at that end, and whoever is asked to lead should know it.
    "RC107": [
        "pairings.ccr-val-de-loire.ends.fr.ccr",
        "pairings.ccr-val-de-loire.ends.fr.mission-val-de-loire",
        "pairings.strasbourg-nankin.ends.cn.universite-nankin",
    ],
    # "Shangdong" counts as its first candidate.
    "RC108": ["pairings.pdl-shangdong-psychiatrie"],
    "RC111": [f"workshops.{id_}" for id_ in WORKSHOPS],
    # Nor do the minutes say who fixes the road map (l. 209-210).
    "RC501": ["actions.envoyer-lettre-mobilisation", "actions.fixer-feuille-de-route"],
    # "Avant l’été" is fuzzy; three more have no date at all (l. 105, 118, 210).
    "RC502": [
        "actions.envoyer-lettre-mobilisation",
        "actions.fixer-feuille-de-route.due",
        "actions.preparer-moderateurs",
        "actions.se-manifester-aupres-de-cuf",
    ],
    "RC504": ["papers.emargement-2016-04-13"],
    "RC505": ["events.groupe-pays-2016-04-13.attendance"],
    # "Stand France, inscription des PME TPE…" are two.
    "RC506": ["notes.l185-stand-france", "notes.l186-inscription-pme"],
    # FNPNR is no more an acronym in use than ANCR; "Shangdong" is told here and as a spelling.
    "RC601": ["organisations.ancr", "organisations.fnpnr", "organisations.shangdong", "places.jenju"],
    "RC602": ["organisations.shangdong"],
    # The meeting of 13 April, and the text of 23 April.
    "RC606": ["papers.compte-rendu-2016-04-13.issued"],
}  # fmt: skip


def test_april_is_read_as_the_minutes_are():
    """Levels (RC106) never lie two steps apart in the minutes; of what has no date, nothing else."""
    report = check(load(dossier("april")), today=DAYS["april"])
    found = {}
    for finding in report:
        found.setdefault(finding.code, []).append(finding.where)
    assert {code: sorted(places) for code, places in found.items()} == {
        code: sorted(places) for code, places in APRIL.items()
    }
    assert report.phase == "proposals"
    assert {"RC112", "RC113", "RC201", "RC403"} <= set(report.waiting)
