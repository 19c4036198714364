"""What Django cannot write: composite foreign keys and the partitioned log.

Composite keys (rulings.md R4): a row's wall keys equal its client's, and what it points
at belongs to the same client, so no foreign key can be used to probe for a row that
one may not meet. tests/test_walls.py lists them from the catalogue.
"""

from django.db import migrations

ROWS = (
    "referral",
    "referralevent",
    "appointment",
    "waitingentry",
    "trajectory",
    "contact",
    "letter",
)
SAME_CLIENT = (
    ("referralevent", "referral"),
    ("appointment", "referral"),
    ("waitingentry", "referral"),
    ("trajectory", "referral"),
    ("contact", "trajectory"),
    ("contact", "appointment"),
    ("letter", "referral"),
    ("letter", "trajectory"),
    ("timespent", "contact"),
    ("goal", "trajectory"),
    ("goalscore", "goal"),
    ("goalscore", "contact"),
    ("task", "referral"),
    ("message", "channel"),
)
FIRST_YEAR, LAST_YEAR = 2022, 2040


def _wall_keys(table: str) -> migrations.RunSQL:
    keys = "programme_id, holder_id, practice_id"
    return migrations.RunSQL(
        f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {table}_wall_keys "
        f"FOREIGN KEY (client_id, {keys}) "
        f"REFERENCES dichtbij_client (id, {keys}) ON UPDATE CASCADE",
        f"ALTER TABLE dichtbij_{table} DROP CONSTRAINT {table}_wall_keys",
    )


def _same_client(table: str, target: str) -> migrations.RunSQL:
    name = f"{table}_{target}_same_client"
    return migrations.RunSQL(
        f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {name} "
        f"FOREIGN KEY ({target}_id, client_id) "
        f"REFERENCES dichtbij_{target} (id, client_id)",
        f"ALTER TABLE dichtbij_{table} DROP CONSTRAINT {name}",
    )


def _once_per_client(table: str, target: str) -> migrations.RunSQL:
    """One row per target, without telling whether a stranger's target has one."""
    return migrations.RunSQL(
        [
            f"ALTER TABLE dichtbij_{table} "
            f"DROP CONSTRAINT dichtbij_{table}_{target}_id_key",
            f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {table}_{target}_once "
            f"UNIQUE (client_id, {target}_id)",
        ],
        migrations.RunSQL.noop,
    )


FROZEN = "REVOKE UPDATE, DELETE, TRUNCATE ON {0} FROM dichtbij_app"
PARTITIONED = [
    "DROP TRIGGER entry_append_only ON dichtbij_entry",
    "ALTER TABLE dichtbij_entry RENAME TO dichtbij_entry_plain",
    "CREATE SEQUENCE dichtbij_entry_number",
    "CREATE TABLE dichtbij_entry (LIKE dichtbij_entry_plain) PARTITION BY RANGE (at)",
    "DROP TABLE dichtbij_entry_plain",
    "ALTER TABLE dichtbij_entry ALTER id SET DEFAULT nextval('dichtbij_entry_number')",
    "ALTER TABLE dichtbij_entry ADD PRIMARY KEY (id, at)",
    "CREATE INDEX entry_client_at ON dichtbij_entry (client_id, at)",
    "CREATE INDEX entry_chain ON dichtbij_entry (programme_id, sequence)",
    "CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE ON dichtbij_entry "
    "FOR EACH ROW EXECUTE FUNCTION dichtbij_refuse_change()",
    FROZEN.format("dichtbij_entry"),
    *(
        statement
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for statement in (
            f"CREATE TABLE dichtbij_entry_{year} PARTITION OF dichtbij_entry "
            f"FOR VALUES FROM ('{year}-01-01') TO ('{year + 1}-01-01')",
            # Rows go in through the parent only, so that nothing skips its trigger.
            f"REVOKE ALL ON dichtbij_entry_{year} FROM dichtbij_app",
        )
    ),
    "CREATE TABLE dichtbij_entry_other PARTITION OF dichtbij_entry DEFAULT",
    "REVOKE ALL ON dichtbij_entry_other FROM dichtbij_app",
]


class Migration(migrations.Migration):
    dependencies = [("dichtbij", "0001_initial")]

    operations = [
        *(_wall_keys(table) for table in ROWS),
        *(_same_client(table, target) for table, target in SAME_CLIENT),
        _once_per_client("trajectory", "referral"),
        _once_per_client("contact", "appointment"),
        migrations.RunSQL(PARTITIONED, migrations.RunSQL.noop),
    ]
