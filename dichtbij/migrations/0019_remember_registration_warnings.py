from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("dichtbij", "0018_let_weekly_days_not_overlap"),
    ]

    operations = [
        migrations.AddField(
            model_name="professionalregistration",
            name="warned_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
    ]
