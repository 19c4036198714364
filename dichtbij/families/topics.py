"""About which subjects does a family agree to share?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """A subject of a consent, a consultation or a reading; at most 12 characters."""

    WELLBEING = "wellbeing", _("how the child is doing")
    SCHOOL = "school", _("school")
    BEHAVIOUR = "behaviour", _("behaviour")
    HOME = "home", _("the situation at home")
    SAFETY = "safety", _("safety")
    PLAN = "plan", _("the plan and the agreements")
    PRACTICAL = "practical", _("practical matters")
