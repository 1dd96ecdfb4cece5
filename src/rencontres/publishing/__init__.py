"""What was published and what is: identity, revisions, cancellations, changes."""

from rencontres.publishing.ledger import Ledger as Ledger
from rencontres.publishing.publication import highest_sequence as highest_sequence
from rencontres.publishing.publication import publish as publish
from rencontres.publishing.trace import Former as Former
from rencontres.publishing.trace import Trace as Trace
