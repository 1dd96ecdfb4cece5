"""``python -m rencontres``."""

import sys

from rencontres.cli import main

sys.exit(main())
