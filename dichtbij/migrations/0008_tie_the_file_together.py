"""Composite keys of the child's file, and documents that stay as they were signed.

As in migration 0002: what a row points at belongs to the same client.
"""

from django.db import migrations

ROWS = (
    "emergencyaccess",
    "concern",
    "concernstep",
    "emergencyreview",
    "filerequest",
    "caseconsultation",
    "handover",
    "onwardreferral",
    "signature",
    "onwardevent",
)
SAME_CLIENT = (
    ("consent", "member", "familymember"),
    ("legalauthority", "member", "familymember"),
    ("inquiry", "member", "familymember"),
    ("inquiry", "referral", "referral"),
    ("measurement", "referral", "referral"),
    ("concernstep", "concern", "concern"),
    ("emergencyreview", "access", "emergencyaccess"),
    ("filerequest", "member", "familymember"),
    ("carelevel", "trajectory", "trajectory"),
    ("caseconsultation", "trajectory", "trajectory"),
    ("consultationtopic", "consultation", "caseconsultation"),
    ("participant", "consultation", "caseconsultation"),
    ("message", "participant", "participant"),
    ("handover", "trajectory", "trajectory"),
    ("onwardreferral", "trajectory", "trajectory"),
    ("signature", "onward", "onwardreferral"),
    ("onwardevent", "onward", "onwardreferral"),
)
ONCE = (("emergencyreview", "access"), ("signature", "onward"))

# Once advised, the document is what will be signed: an edit makes a new version, which
# goes through "returned" or "draft"; once signed nothing of it changes any more.
FREEZE = """
CREATE FUNCTION dichtbij_onward_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'an onward referral is not removed once it was advised';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status IN ('signed', 'sent', 'accepted', 'waiting', 'started', 'ended')
        AND (NEW.pdf, NEW.sha256, NEW.body, NEW.reason, NEW.arguments, NEW.destination,
             NEW.echelon, NEW.urgency, NEW.steps_tried, NEW.version)
        IS DISTINCT FROM
            (OLD.pdf, OLD.sha256, OLD.body, OLD.reason, OLD.arguments, OLD.destination,
             OLD.echelon, OLD.urgency, OLD.steps_tried, OLD.version)
    THEN
        RAISE EXCEPTION 'a signed referral is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER onward_frozen BEFORE UPDATE OR DELETE ON dichtbij_onwardreferral
FOR EACH ROW EXECUTE FUNCTION dichtbij_onward_frozen();
"""


def _wall_keys(table: str) -> migrations.RunSQL:
    keys = "programme_id, holder_id, practice_id"
    return migrations.RunSQL(
        f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {table}_wall_keys "
        f"FOREIGN KEY (client_id, {keys}) "
        f"REFERENCES dichtbij_client (id, {keys}) ON UPDATE CASCADE",
        f"ALTER TABLE dichtbij_{table} DROP CONSTRAINT {table}_wall_keys",
    )


def _same_client(table: str, column: str, target: str) -> migrations.RunSQL:
    name = f"{table}_{column}_same_client"
    return migrations.RunSQL(
        f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {name} "
        f"FOREIGN KEY ({column}_id, client_id) "
        f"REFERENCES dichtbij_{target} (id, client_id)",
        f"ALTER TABLE dichtbij_{table} DROP CONSTRAINT {name}",
    )


def _once_per_client(table: str, column: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        [
            f"ALTER TABLE dichtbij_{table} "
            f"DROP CONSTRAINT dichtbij_{table}_{column}_id_key",
            f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {table}_{column}_once "
            f"UNIQUE (client_id, {column}_id)",
        ],
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("dichtbij", "0007_the_childs_file")]

    operations = [
        *(_wall_keys(table) for table in ROWS),
        *(_same_client(*three) for three in SAME_CLIENT),
        *(_once_per_client(*two) for two in ONCE),
        migrations.RunSQL(
            FREEZE,
            "DROP TRIGGER onward_frozen ON dichtbij_onwardreferral; "
            "DROP FUNCTION dichtbij_onward_frozen()",
        ),
    ]
