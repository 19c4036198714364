"""Who belongs to a child, with which authority, and what did they agree to?"""
