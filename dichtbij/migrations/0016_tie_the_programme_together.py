"""What Django cannot write: composite keys of offers, and what is signed is frozen."""

from django.db import migrations

KEYS = "programme_id, holder_id, practice_id"
PAIRS = (("offer", "entry", "waitingentry"), ("offer", "appointment", "appointment"),
         ("offerweighing", "entry", "waitingentry"))
# What may still change in a signed agreement: that it was withdrawn or its term ended.
AGREEMENT = """
CREATE FUNCTION dichtbij_refuse_signed_agreement() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
        RAISE EXCEPTION 'a signed agreement is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER agreement_frozen BEFORE UPDATE OR DELETE ON dichtbij_agreement
FOR EACH ROW WHEN (OLD.status = 'signed')
EXECUTE FUNCTION dichtbij_refuse_signed_agreement();
CREATE TRIGGER agreement_party_frozen BEFORE UPDATE OR DELETE
ON dichtbij_agreementparty
FOR EACH ROW WHEN (OLD.signed_on IS NOT NULL)
EXECUTE FUNCTION dichtbij_refuse_signed_agreement();
CREATE FUNCTION dichtbij_refuse_part_of_agreement() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM dichtbij_agreement
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.agreement_id
        ELSE NEW.agreement_id END;
    IF state IN ('offered', 'signed') THEN
        RAISE EXCEPTION 'what was offered for signing is never changed';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""
PARTS = ("agreedhours", "agreedday", "tariff", "reportingduty", "evaluationmoment")
# A settled statement is what was paid.
STATEMENT = """
CREATE FUNCTION dichtbij_refuse_settled_statement() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a settled statement is never changed';
END $$;
CREATE TRIGGER statement_frozen BEFORE UPDATE OR DELETE ON dichtbij_statement
FOR EACH ROW WHEN (OLD.status = 'settled')
EXECUTE FUNCTION dichtbij_refuse_settled_statement();
"""
BACK = """
DROP TRIGGER statement_frozen ON dichtbij_statement;
DROP FUNCTION dichtbij_refuse_settled_statement();
DROP TRIGGER agreement_frozen ON dichtbij_agreement;
DROP TRIGGER agreement_party_frozen ON dichtbij_agreementparty;
DROP FUNCTION dichtbij_refuse_signed_agreement();
"""


def _key(table: str, field: str, target: str) -> migrations.RunSQL:
    name = f"{table}_{field}_same_client"
    return migrations.RunSQL(
        f"ALTER TABLE dichtbij_{table} ADD CONSTRAINT {name} "
        f"FOREIGN KEY ({field}_id, client_id) "
        f"REFERENCES dichtbij_{target} (id, client_id)",
        f"ALTER TABLE dichtbij_{table} DROP CONSTRAINT {name}",
    )


def _part(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_frozen BEFORE INSERT OR UPDATE OR DELETE "
        f"ON dichtbij_{table} FOR EACH ROW "
        "EXECUTE FUNCTION dichtbij_refuse_part_of_agreement()",
        f"DROP TRIGGER {table}_frozen ON dichtbij_{table}",
    )


class Migration(migrations.Migration):
    dependencies = [("dichtbij", "0015_the_programme_in_balance")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE dichtbij_offer ADD CONSTRAINT offer_wall_keys "
            f"FOREIGN KEY (client_id, {KEYS}) "
            f"REFERENCES dichtbij_client (id, {KEYS}) ON UPDATE CASCADE",
            "ALTER TABLE dichtbij_offer DROP CONSTRAINT offer_wall_keys",
        ),
        *(_key(*pair) for pair in PAIRS),
        migrations.RunSQL(
            AGREEMENT + STATEMENT,
            BACK + "DROP FUNCTION dichtbij_refuse_part_of_agreement();",
        ),
        *(_part(table) for table in PARTS),
    ]
