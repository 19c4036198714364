"""Who asks the pages of a programme: lotte, who leads it."""

from tests.portal.staff.conftest import ask as ask
from tests.programmes.conftest import elsewhere as elsewhere
from tests.programmes.conftest import lotte as lotte
from tests.programmes.conftest import west as west
