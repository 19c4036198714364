"""Who is served: the child, who has authority, contact, consent, care relations."""
