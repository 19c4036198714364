"""Which kind of hour is the time that a contact took?

With or about the family there are five kinds on a statement's side of the house and one
list of activities on the record's side; this is the only place where they meet.
"""

from dichtbij.care.models import Activity
from dichtbij.finance.models import HourKind

# Source: domain.md 3.6 and 5.3. What a family sits at is client time.
OF_ACTIVITY: dict[str, HourKind] = {
    Activity.CONSULTATION: HourKind.WITH_GP,
    Activity.INTAKE: HourKind.CLIENT,
    Activity.TRIAGE: HourKind.INDIRECT,
    Activity.TREATMENT: HourKind.CLIENT,
    Activity.PARENTING: HourKind.CLIENT,
    Activity.PSYCHO_EDUCATION: HourKind.CLIENT,
    Activity.BRIDGING: HourKind.CLIENT,
    Activity.MEETING: HourKind.INDIRECT,
    Activity.WITH_GP: HourKind.WITH_GP,
    Activity.WITH_SCHOOL: HourKind.INDIRECT,
    Activity.WITH_LOCAL_TEAM: HourKind.INDIRECT,
    Activity.WITH_YOUTH_HEALTH: HourKind.INDIRECT,
    Activity.HANDOVER: HourKind.INDIRECT,
    Activity.VISIT: HourKind.CLIENT,
    Activity.ADMINISTRATION: HourKind.INDIRECT,
    Activity.EXPERTISE: HourKind.TRAINING,
}
# Time with a family is told by a contact alone, so nobody notes it a second time.
NOTED = tuple(kind for kind in HourKind if kind != HourKind.CLIENT)
