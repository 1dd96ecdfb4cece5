"""What was published and what is: identity, revisions, cancellations, changes."""

from rencontres.publishing.change import Change as Change
from rencontres.publishing.changes import Changes as Changes
from rencontres.publishing.comparison import compare as compare
from rencontres.publishing.ledger import Ledger as Ledger
from rencontres.publishing.publication import highest_sequence as highest_sequence
from rencontres.publishing.publication import publish as publish
from rencontres.publishing.trace import Former as Former
from rencontres.publishing.trace import Trace as Trace
