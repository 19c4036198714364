"""Which addresses do letters have?"""

from typing import ClassVar

from django.urls import path, register_converter

from dichtbij.network import onward_views, views
from dichtbij.network.models import Letter


class KindConverter:
    """The kind of a letter in an address: in Dutch, as all addresses."""

    words: ClassVar[dict[str, str]] = {
        Letter.Kind.START: "start",
        Letter.Kind.DECISION: "besluit",
        Letter.Kind.CLOSE: "afsluiting",
    }
    regex = "|".join(words.values())

    def to_python(self, value: str) -> str:
        """Return the kind."""
        return next(kind for kind, word in self.words.items() if word == value)

    def to_url(self, value: str) -> str:
        """Return the word in the address. Raises ValueError for an unknown kind."""
        if value not in self.words:
            raise ValueError(value)
        return self.words[value]


register_converter(KindConverter, "letter_kind")

urlpatterns = [
    path(
        "kinderen/<uuid:uuid>/brief/<letter_kind:kind>/",
        views.new_letter,
        name="new_letter",
    ),
    path("verwijzingen/<uuid:uuid>/", onward_views.onward, name="onward"),
    path("verwijzingen/<uuid:uuid>.pdf", onward_views.onward_pdf, name="onward_pdf"),
    path(
        "verwijzingen/<uuid:uuid>/handtekening.pdf",
        onward_views.signature_sheet,
        name="signature_sheet",
    ),
    path(
        "verwijzingen/<uuid:uuid>/verstuurd/",
        onward_views.send_onward,
        name="send_onward",
    ),
    path(
        "verwijzingen/<uuid:uuid>/voorleggen/",
        onward_views.lay_onward,
        name="lay_onward",
    ),
    path(
        "verwijzingen/<uuid:uuid>/intrekken/",
        onward_views.withdraw_onward,
        name="withdraw_onward",
    ),
    path(
        "verwijzingen/<uuid:uuid>/verloop/",
        onward_views.follow_onward,
        name="follow_onward",
    ),
    path("brieven/<uuid:uuid>/", views.letter, name="letter"),
    path(
        "brieven/<uuid:uuid>/voorbeeld.pdf", views.letter_preview, name="letter_preview"
    ),
    path("brieven/<uuid:uuid>.pdf", views.letter_pdf, name="letter_pdf"),
    path("brieven/<uuid:uuid>/geplakt/", views.letter_pasted, name="letter_pasted"),
]
