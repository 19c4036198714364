"""A letter that left can never change; its hash is that of its bytes (LR-32, R22)."""

from django.db import migrations, models


# What may still change: that the GP pasted it, and the wall keys, which follow the child
# to another employer (their composite key admits nothing else). A column of later is
# frozen by itself.
MAY_CHANGE = "'pasted_at', 'programme_id', 'holder_id', 'practice_id'"
FREEZE = f"""
CREATE FUNCTION dichtbij_refuse_released_letter() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY[{MAY_CHANGE}]
        IS DISTINCT FROM to_jsonb(OLD) - ARRAY[{MAY_CHANGE}]
    THEN
        RAISE EXCEPTION 'a released letter is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER letter_frozen BEFORE UPDATE OR DELETE ON dichtbij_letter
FOR EACH ROW WHEN (OLD.status = 'released')
EXECUTE FUNCTION dichtbij_refuse_released_letter();
REVOKE TRUNCATE ON dichtbij_letter FROM dichtbij_app;
"""
THAW = """
DROP TRIGGER letter_frozen ON dichtbij_letter;
DROP FUNCTION dichtbij_refuse_released_letter();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('dichtbij', '0005_add_sign_in'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='letter',
            name='letter_released_whole',
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pasted_at', None), ('released_at', None), ('status', 'draft')), models.Q(('pdf__isnull', False), ('released_at__isnull', False), ('status', 'released')), _connector='OR'), name='letter_released_whole'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pdf', None), ('sha256', '')), ('sha256', models.Func(models.Func(models.F('pdf'), function='sha256', output_field=models.BinaryField()), models.Value('hex'), function='encode', output_field=models.CharField())), _connector='OR'), name='letter_hash_is_of_its_bytes'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('client', 'referral', 'kind'), name='letter_one_draft'),
        ),
        migrations.RunSQL(FREEZE, THAW),
    ]
