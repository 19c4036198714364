"""Which jobs are there? Every domain's, for the worker."""

from dichtbij.care import jobs as care
from dichtbij.decisions import jobs as decisions
from dichtbij.evaluation import jobs as evaluation
from dichtbij.insight import jobs as insight
from dichtbij.interop import jobs as interop
from dichtbij.network import jobs as network
from dichtbij.organisations import jobs as organisations
from dichtbij.outbox import jobs as outbox
from dichtbij.privacy import jobs as privacy
from dichtbij.referrals import jobs as referrals
from dichtbij.rosters import jobs as rosters
from dichtbij.staffing import jobs as staffing
from dichtbij.transitions import jobs as transitions
from dichtbij.waiting import jobs as waiting

__all__ = [
    "care",
    "decisions",
    "evaluation",
    "insight",
    "interop",
    "network",
    "organisations",
    "outbox",
    "privacy",
    "referrals",
    "rosters",
    "staffing",
    "transitions",
    "waiting",
]
