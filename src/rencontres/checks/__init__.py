"""What a careful secretary would notice, and whom to call this week."""

from rencontres.checks.case import Case as Case
from rencontres.checks.case import Workdays as Workdays
from rencontres.checks.checking import check as check
from rencontres.checks.report import Report as Report
from rencontres.checks.rule import Example as Example
from rencontres.checks.rule import Rule as Rule
from rencontres.checks.status import Board as Board
from rencontres.checks.status import Tally as Tally
from rencontres.checks.status import board as board
