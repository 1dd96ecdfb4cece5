"""Everything this library raises: one root, each also the built-in that a caller expects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rencontres.finding import Finding


class RencontresError(Exception):
    """The root of every error of this library.

    Attributes:
        problems: Every problem found, as findings; empty where the message says it all.
    """

    problems: tuple[Finding, ...]

    def __init__(self, message: str = "", problems: Iterable[Finding] = ()) -> None:
        """Keep the message and the problems.

        Args:
            message: One English sentence; may be empty where the problems speak.
            problems: The findings that explain it.
        """
        self.message = message
        self.problems = tuple(problems)
        super().__init__(message, self.problems)

    def __str__(self) -> str:
        """Return the message, then one problem a line."""
        lines = [self.message] if self.message else []
        lines += [str(problem) for problem in self.problems]
        return "\n".join(lines)


class LanguageError(RencontresError, ValueError):
    """A language tag that is not BCP 47, or a language that nobody has described."""


class DossierError(RencontresError, ValueError):
    """A value or a dossier that means nothing: every reason is in ``problems``."""


class LoadError(RencontresError, ValueError):
    """Data or files that are no dossier: every problem, with its place and its line."""

    def __str__(self) -> str:
        """Return the message, then one problem a line: ``april.toml:12: rooms.a.place: …``."""
        lines = [self.message] if self.message else []
        for problem in self.problems:
            file = problem.value("file")
            if file is None:
                lines.append(str(problem))
                continue
            place = f"{file}:{problem.line}: " if problem.line is not None else f"{file}: "
            if (cell := problem.value("cell")) is not None:  # of a workbook
                place = f"{file}, {cell}: "
            lines.append(
                place
                + str(problem)
                .removeprefix(f"line {problem.line}, ")
                .removeprefix(f"line {problem.line}: ")
            )
        return "\n".join(lines)


class LedgerError(RencontresError, ValueError):
    """A publication that contradicts an earlier one."""


class OptionsError(RencontresError, ValueError):
    """Options that a format does not know or cannot take."""


class RenderError(RencontresError, RuntimeError):
    """A renderer that failed, or that made something it had not declared."""


class UnknownFormat(RencontresError, LookupError):
    """No installed format has this name."""


class AmbiguousFormat(RencontresError, LookupError):
    """Several distributions offer a format of this name."""


class BrokenFormat(RencontresError, ImportError):
    """An installed format that cannot be loaded: distribution, entry and cause are named."""
