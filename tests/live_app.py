"""The door for a web server that stands at a told moment; the clock runs on from it.

A walk asks for free times of today and for a day that has begun: at night or in a
weekend there would be none. Only this module is different from what `./run serve` has.
"""

import os
from datetime import datetime, timedelta

from dichtbij.shared import clock
from dichtbij.wsgi import application as application

_real = clock.real_now
_shift: timedelta = datetime.fromisoformat(os.environ["DICHTBIJ_LIVE_NOW"]) - _real()
clock.real_now = lambda: _real() + _shift
