"""Pages for practitioners, team leads and project leaders."""
