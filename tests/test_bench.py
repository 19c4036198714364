"""Do the benches still write their country into the tables as they are now?"""

import os

from bench import country
from tests import live

CHILDREN = 2_000  # one programme of four practices


def test_the_country_of_the_benches_fits_the_tables(db):
    with (
        live.superuser(os.environ["DICHTBIJ_TEST_DATABASE"]) as connection,
        connection.transaction(force_rollback=True),  # it would commit each statement
    ):
        for statement in country.statements(CHILDREN):
            connection.execute(statement.encode())
        found = connection.execute("SELECT count(*) FROM dichtbij_contact").fetchone()

    assert found == (10 * (CHILDREN - 4 * 8),)
