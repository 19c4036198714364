"""The same children as the tests of the record have."""

from tests.care.conftest import make_contact as make_contact
from tests.care.conftest import make_trajectory as make_trajectory
