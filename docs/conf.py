"""How the documentation is built: ``sphinx-build -n -W docs docs/_build``."""

import tomllib
from pathlib import Path

from docutils.nodes import Element, TextElement
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import rencontres

_project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))

project = "rencontres"
author = "the rencontres contributors"
copyright = f"2026, {author}"
version = release = _project["project"]["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"

html_theme = "furo"
html_title = f"rencontres {release}"
# Fonts and scripts come from the pages' own host: they open everywhere.
html_copy_source = False
html_show_sourcelink = False


def _lead(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    """Lead a type in a signature to the public name, wherever it is defined.

    Types of other projects and of rooms stay words; a public name that does not exist is left
    for Sphinx to complain about.
    """
    if node.get("refdomain") != "py":
        return None
    target: str = node["reftarget"]
    parts = target.split(".")
    public = f"rencontres.{parts[-1]}"
    if parts[-1] in rencontres.__all__ and target != public:
        domain = env.get_domain("py")
        return domain.resolve_xref(
            env, node["refdoc"], app.builder, node["reftype"], public, node, content
        )
    return None if parts[0] == "rencontres" and len(parts) == len(public.split(".")) else content


def setup(app: Sphinx) -> None:
    """Add what Sphinx is to do here.

    Args:
        app: The build.
    """
    app.connect("missing-reference", _lead)
