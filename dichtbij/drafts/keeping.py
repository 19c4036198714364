"""How is typed text kept until it is submitted? One sealed row per user and form."""

import json
from uuid import UUID

from django.conf import settings

from dichtbij.drafts import sealing
from dichtbij.drafts.models import Draft, Submission
from dichtbij.organisations.models import User
from dichtbij.shared import clock

LIMIT_BYTES = 200_000
# The once key of the form a draft was typed in: `{% once %}` writes both.
SHEET = "sheet"
Fields = dict[str, list[str]]


def _associated(user: User, form: str) -> str:
    return f"draft/{user.pk}/{form}"


def keep_draft(user: User, form: str, fields: Fields) -> bool:
    """Keep what was typed in `form`; an older draft of it is replaced.

    Returns False when it is larger than 200 kB and nothing was kept.
    """
    text = json.dumps(fields, ensure_ascii=False)
    if len(text.encode(errors="surrogatepass")) > LIMIT_BYTES:
        return False
    secret = settings.SECRET_KEY.encode()
    sealed = sealing.seal(text, secret, associated=_associated(user, form))
    Draft.objects.update_or_create(
        user=user, form=form, defaults={"sealed": sealed, "saved_at": clock.now()}
    )
    return True


def draft_of(user: User, form: str) -> Fields | None:
    """Return what `user` typed in `form` before, or None.

    A draft that arrived after its form was sent is no draft: it became a record.
    """
    draft = Draft.objects.filter(user=user, form=form).first()
    if draft is None:
        return None
    secret = settings.SECRET_KEY.encode()
    text = sealing.unseal(
        bytes(draft.sealed), secret, associated=_associated(user, form)
    )
    fields: Fields = json.loads(text)
    sheet = fields.pop(SHEET, [""])[0]
    return None if was_sent(user, sheet) else fields


def was_sent(user: User, sheet: str) -> bool:
    """Tell whether the form with this once key was sent and answered."""
    try:
        key = UUID(sheet)
    except ValueError:
        return False
    return Submission.objects.filter(user=user, key=key).exclude(answer="").exists()


def drop_draft(user: User, form: str) -> None:
    """Forget the draft: what was typed has become a record."""
    Draft.objects.filter(user=user, form=form).delete()
