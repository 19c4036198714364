"""Who may come in: organisations, users, memberships and how they sign in."""
