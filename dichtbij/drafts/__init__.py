"""Typed text on its way to a record: autosaved, encrypted, only for its writer."""
