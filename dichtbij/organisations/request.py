"""Who asks? A request behind the wall: someone signed in, standing somewhere."""

from django.http import HttpRequest

from dichtbij.organisations.models import Membership, PersonalLink, User


class Request(HttpRequest):
    """What a screen gets: `portal/wall.py` lets no other request through."""

    user: User
    membership: Membership
    # Set where someone came by a personal link, without an account.
    link: PersonalLink | None
