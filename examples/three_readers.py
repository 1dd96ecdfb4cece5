"""Make the page, the workbook and the tables of Chengdu 2016 for three readers.

    pip install rencontres-html rencontres-xlsx rencontres-csv
    python examples/three_readers.py [folder]

A French reader, a Chinese one, and the French team, which sees what is its own. A format that is
not installed is told, and the others are made.
"""

import sys
from datetime import date
from pathlib import Path

from rencontres import Reader, UnknownFormat, board, compare, find, load, view, write

HERE = Path(__file__).parent / "chengdu-2016"
FORMATS = ("html", "xlsx", "csv")
READERS = {
    "fr": Reader("fr"),
    "zh": Reader("zh-Hans"),
    "team": Reader("fr", "zh-Hans", audience="internal", side="fr"),
}


def main(out: Path) -> None:
    renderers = []
    for name in FORMATS:
        try:
            renderers.append(find(name))
        except UnknownFormat:
            print(f"{name}: pip install rencontres-{name}", file=sys.stderr)
    april, october = load(HERE / "april.toml"), load(HERE / "october.toml")
    status = board(october, today=date(2016, 10, 20))
    changes = compare(april, october)
    for name, reader in READERS.items():
        programme = view(october, reader, board=status, changes=changes)
        for renderer in renderers:
            for path in write(renderer(programme), out / name):
                print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
