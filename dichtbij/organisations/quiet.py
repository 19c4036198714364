"""What may the technical log not show? Links that let someone in."""

import logging
import re

SECRET = re.compile(r"(/uitnodiging/|/l/)[^/\s?\"']+")


def without_links(text: str) -> str:
    """Return the text with the token of every way in struck out."""
    return SECRET.sub(r"\1...", text)


class WithoutLinks(logging.Filter):
    """Strikes the token out of each line before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, without secrets."""
        if isinstance(record.msg, str):
            record.msg = without_links(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_links(arg) if isinstance(arg, str) else arg
                for arg in record.args
            )
        return True
