"""How does one take a release along: the council a paper, a data portal its cells?"""

from collections.abc import Callable

from django.http import Http404, HttpResponse

from dichtbij.insight import council_files, open_document
from dichtbij.insight.council_files import Asked

KINDS: dict[str, tuple[Callable[[Asked], bytes], str]] = {
    "pdf": (council_files.pdf_of, "application/pdf"),
    "csv": (council_files.csv_of, "text/csv; charset=utf-8"),
    "ods": (council_files.ods_of, open_document.TYPE),
    "json": (council_files.json_of, "application/json"),
}


def file_of(asked: Asked, kind: str) -> HttpResponse:
    """Return a release as a file, the same bytes each time.

    Raises Http404 for a kind that does not exist.
    """
    if kind not in KINDS:
        raise Http404
    make, content_type = KINDS[kind]
    answer = HttpResponse(make(asked), content_type=content_type)
    name = council_files.name_of(asked, kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
