"""Is the installation ready? For monitors, balancers and the start-up scripts."""

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, JsonResponse

from dichtbij.audit.doors import open_to_strangers


@open_to_strangers("monitors ask it without signing in; it tells nothing personal")
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and its tables are there, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version')")
            version = str(cursor.fetchone()[0])
            cursor.execute("SELECT 1 FROM dichtbij_programme LIMIT 1")
    except Error:
        connection.close()
        return JsonResponse(
            {"status": "unavailable", "version": settings.VERSION, "database": None},
            status=503,
        )
    return JsonResponse(
        {
            "status": "ok",
            "version": settings.VERSION,
            "database": f"PostgreSQL {version}",
        }
    )
