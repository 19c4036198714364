"""The 342 municipalities with their CBS codes, as shipped in organisations/data."""

import csv
from pathlib import Path

from django.db import migrations

LIST = Path(__file__).parent.parent / "organisations" / "data" / "gemeenten_2026.csv"


def load(apps, schema_editor):
    municipality = apps.get_model("dichtbij", "Municipality")
    with LIST.open(encoding="utf-8", newline="") as file:
        municipality.objects.using(schema_editor.connection.alias).bulk_create(
            municipality(
                code=row["gemeentecode"], name=row["naam"], province=row["provincie"]
            )
            for row in csv.DictReader(file)
        )


class Migration(migrations.Migration):
    dependencies = [("dichtbij", "0002_beyond_django")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
