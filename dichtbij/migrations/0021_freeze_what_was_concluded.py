"""What Django cannot write: a reported round and a taken decision are frozen."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION dichtbij_refuse_concluded() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was concluded is never changed';
END $$;
CREATE TRIGGER evaluation_round_frozen BEFORE UPDATE OR DELETE
ON dichtbij_evaluationround FOR EACH ROW WHEN (OLD.status = 'closed')
EXECUTE FUNCTION dichtbij_refuse_concluded();
CREATE TRIGGER decision_frozen BEFORE UPDATE OR DELETE
ON dichtbij_decision FOR EACH ROW WHEN (OLD.status = 'taken')
EXECUTE FUNCTION dichtbij_refuse_concluded();
CREATE TRIGGER voice_summary_frozen BEFORE UPDATE OR DELETE
ON dichtbij_voicesummary FOR EACH ROW WHEN (OLD.checked_at IS NOT NULL)
EXECUTE FUNCTION dichtbij_refuse_concluded();

CREATE FUNCTION dichtbij_refuse_part_of_round() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM dichtbij_evaluationround
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.evaluation_round_id
        ELSE NEW.evaluation_round_id END;
    IF state = 'closed' THEN
        RAISE EXCEPTION 'what was concluded is never changed';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION dichtbij_refuse_part_of_decision() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM dichtbij_decision
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.decision_id
        ELSE NEW.decision_id END;
    IF state = 'taken' THEN
        RAISE EXCEPTION 'what was concluded is never changed';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""
PARTS = (
    ("citedrelease", "round"), ("reflection", "round"),
    ("decisionoption", "decision"), ("practicevote", "decision"),
)
BACK = """
DROP TRIGGER evaluation_round_frozen ON dichtbij_evaluationround;
DROP TRIGGER decision_frozen ON dichtbij_decision;
DROP TRIGGER voice_summary_frozen ON dichtbij_voicesummary;
DROP FUNCTION dichtbij_refuse_concluded();
DROP FUNCTION dichtbij_refuse_part_of_round();
DROP FUNCTION dichtbij_refuse_part_of_decision();
"""


def _part(table: str, whole: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_frozen BEFORE INSERT OR UPDATE OR DELETE "
        f"ON dichtbij_{table} FOR EACH ROW "
        f"EXECUTE FUNCTION dichtbij_refuse_part_of_{whole}()",
        f"DROP TRIGGER {table}_frozen ON dichtbij_{table}",
    )


class Migration(migrations.Migration):

    dependencies = [("dichtbij", "0020_figures_one_can_decide_on")]

    operations = [
        migrations.RunSQL(FREEZE, BACK),
        *(_part(table, whole) for table, whole in PARTS),
    ]
