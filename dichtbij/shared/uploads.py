"""How large may a file be that someone uploads? Judged before any of it is kept."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_BYTES = 20_000_000  # [design] the largest spreadsheet of issue 4, twice


class Bounded(FileUploadHandler):
    """Stops a form that is too large at its first file; the fields before it count.

    What is left of the form is read and dropped, so that the answer arrives. Nothing
    of a file touches the disk: it may hold names.
    """

    too_large = False

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Note how much the browser says it sends."""
        self.too_large = content_length > MOST_BYTES

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Stop before the first byte of a file of a form that is too large."""
        super().new_file(*args, **kwargs)
        if self.too_large:
            raise StopUpload(connection_reset=False)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave the bytes to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def sent_too_much(request: HttpRequest) -> bool:
    """Tell whether a form was larger than its files may be."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES
