import pytest

from dichtbij.interop.actions import lay_ready
from tests.interop import files


@pytest.fixture
def lay(town, stand_as):
    """Upload rows of a kind as bram; each row is what differs from the example."""

    def upload(kind, *rows, by=None, make=files.xlsx):
        by = stand_as(by or town.bram)
        headers = files.example(kind)[0]
        content = make(headers, *(files.example(kind, **row)[1] for row in rows))
        return lay_ready(
            programme=town.programme,
            by=by,
            kind=kind,
            file_name="lijst.xlsx",
            content=content,
        )

    return upload


@pytest.fixture
def leader(town):
    """A project leader who works for the employer of Noord."""
    from dichtbij.shared.permissions import Role
    from tests.conftest import member

    return member(town, "lotte", Role.PROJECT_LEADER, town.employer_noord)
