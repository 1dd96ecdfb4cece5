"""Compile the message catalogues while a wheel, editable or not, is built."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "src/rencontres/wording/locale/*/LC_MESSAGES/*.po"


def compiled(source: Path) -> bytes:
    """Return the binary catalogue of a ``.po`` file.

    Args:
        source: The file, below a directory named after its language (``zh_Hans``).

    Raises:
        ValueError: The file cannot be read, or a translation uses a placeholder that its message
            does not have.
    """
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    wrong = [
        f"{message.id!r}: {error}" for message, errors in catalogue.check() for error in errors
    ]
    if wrong:
        raise ValueError("\n".join([f"{source}:", *wrong]))
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


class CatalogueHook(BuildHookInterface[Any]):
    """Write a ``.mo`` beside each ``.po`` and put it into the wheel.

    An editable build is a wheel too, so that a checkout has its catalogues after
    ``pip install -e``. A source distribution carries the ``.po`` alone.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what has changed, and name it as an artefact (``.mo`` files are ignored by git).

        Args:
            version: ``standard`` or ``editable``.
            build_data: What the builder adds to the wheel.
        """
        del version
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        for source in sorted(root.glob(CATALOGUES)):
            target = source.with_suffix(".mo")
            body = compiled(source)
            if not target.exists() or target.read_bytes() != body:
                target.write_bytes(body)
            build_data["artifacts"].append("/" + target.relative_to(root).as_posix())
