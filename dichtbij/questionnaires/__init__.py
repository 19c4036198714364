"""Which questions does a family answer, and what may a score say?"""
