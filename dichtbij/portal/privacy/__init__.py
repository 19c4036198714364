"""The pages of a privacy officer: who looked, and what must be answered in time."""
