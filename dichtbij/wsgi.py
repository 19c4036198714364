"""The door for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dichtbij.settings")
application = get_wsgi_application()

# What is loaded by now stays: a large page does not make the collector walk it anew.
gc.collect()
gc.freeze()
