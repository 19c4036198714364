"""The screens of GPs and practice assistants, one module per page."""

from dichtbij.portal.practice.views.following import referral as referral
from dichtbij.portal.practice.views.following import referrals as referrals
from dichtbij.portal.practice.views.following import withdraw as withdraw
from dichtbij.portal.practice.views.planning import card as card
from dichtbij.portal.practice.views.planning import plan_first as plan_first
from dichtbij.portal.practice.views.submitting import agreement as agreement
from dichtbij.portal.practice.views.submitting import recognise as recognise
from dichtbij.portal.practice.views.submitting import submit as submit
