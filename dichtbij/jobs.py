"""Which jobs are there? Every domain's, for the worker."""

from dichtbij.organisations import jobs as organisations
from dichtbij.outbox import jobs as outbox
from dichtbij.referrals import jobs as referrals

__all__ = ["organisations", "outbox", "referrals"]
