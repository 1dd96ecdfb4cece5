"""How the documentation is built: ``sphinx-build -n -W docs docs/_build``."""

import tomllib
from pathlib import Path

_project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))

project = "rencontres"
author = "the rencontres contributors"
copyright = f"2026, {author}"
version = release = _project["project"]["version"]

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = f"rencontres {release}"
# Fonts and scripts come from the pages' own host: they open everywhere.
html_copy_source = False
html_show_sourcelink = False
