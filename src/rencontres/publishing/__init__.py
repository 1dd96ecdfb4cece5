"""What was published and what is: identity, revisions, cancellations, changes."""

from rencontres.publishing.ledger import Former as Former
from rencontres.publishing.ledger import Ledger as Ledger
from rencontres.publishing.ledger import Trace as Trace
from rencontres.publishing.publication import highest_sequence as highest_sequence
from rencontres.publishing.publication import publish as publish
