"""Does each activity of a contact have its kind of hour?"""

from dichtbij.care.models import Activity
from dichtbij.finance.kinds import NOTED, OF_ACTIVITY
from dichtbij.finance.models import HourKind


def test_each_activity_has_a_kind():
    assert set(OF_ACTIVITY) == set(Activity)
    assert set(OF_ACTIVITY.values()) <= set(HourKind)


def test_each_kind_comes_from_contacts_or_can_be_noted():
    assert set(OF_ACTIVITY.values()) | set(NOTED) == set(HourKind)
    assert HourKind.CLIENT not in NOTED
