"""Where does the database run, and as whom is it asked?

With DATABASE_URL it runs elsewhere and nothing is started here. Without, it is a server
of our own in DICHTBIJ_DATA, reached through a socket that only we may open: for the
demo, development and tests, never for children that exist.
"""

from dichtbij.postgres.address import (
    OUTSIDE,
    Names,
    Unavailable,
    data_folder,
    databases,
    is_embedded,
    socket_folder,
)
from dichtbij.postgres.roles import (
    prepare_outside,
    prepare_sql,
    refuse_forgetful_server,
    refuse_wrong_role,
)
from dichtbij.postgres.server import (
    ensure_running,
    is_running,
    leave,
    recreate,
    stop,
)

__all__ = [
    "OUTSIDE",
    "Names",
    "Unavailable",
    "data_folder",
    "databases",
    "ensure_running",
    "is_embedded",
    "is_running",
    "leave",
    "prepare_outside",
    "prepare_sql",
    "recreate",
    "refuse_forgetful_server",
    "refuse_wrong_role",
    "socket_folder",
    "stop",
]
