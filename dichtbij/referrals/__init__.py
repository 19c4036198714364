"""Requests from a GP practice, from received to accepted or declined."""
