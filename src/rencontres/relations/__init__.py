"""Questions over the whole dossier, answered from maps that are made once.

The model holds and looks up; what needs more than one noun to answer is asked here: who leads,
whose session it is, which zone holds, which side comes first, who is told of what.
"""

from rencontres.relations.duties import IDLE as IDLE
from rencontres.relations.duties import Carrier as Carrier
from rencontres.relations.duties import busiest as busiest
from rencontres.relations.duties import carriers as carriers
from rencontres.relations.duties import holders as holders
from rencontres.relations.duties import parties as parties
from rencontres.relations.ties import OFF as OFF
from rencontres.relations.ties import SURE as SURE
from rencontres.relations.ties import Relations as Relations
from rencontres.relations.ties import roles_of as roles_of
from rencontres.relations.ties import standing as standing
