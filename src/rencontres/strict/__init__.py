"""Values from raw data, nothing coerced, everything wrong told at once: the one door of cattrs."""

from rencontres.finding import below as below
from rencontres.strict.record import Record as Record
from rencontres.strict.record import record as record
from rencontres.strict.record import structure as structure
from rencontres.strict.refusal import Refusal as Refusal
from rencontres.strict.refusal import near as near
from rencontres.strict.refusal import problems_of as problems_of
from rencontres.strict.refusal import refusal as refusal
from rencontres.strict.refusal import shown as shown
from rencontres.strict.refusal import unknown_key as unknown_key
from rencontres.strict.refusal import unknown_word as unknown_word
from rencontres.strict.refusal import wrong as wrong
from rencontres.strict.scalars import Hook as Hook
from rencontres.strict.scalars import day as day
from rencontres.strict.scalars import decimal as decimal
from rencontres.strict.scalars import list_of as list_of
from rencontres.strict.scalars import number as number
from rencontres.strict.scalars import optional as optional
from rencontres.strict.scalars import table as table
from rencontres.strict.scalars import text as text
from rencontres.strict.scalars import truth as truth
from rencontres.strict.scalars import whole as whole
from rencontres.strict.scalars import word_of as word_of
