"""Addenda to contacts, when a consult began, and what a team lead searches by."""

import dichtbij.shared.walls
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dichtbij', '0003_municipalities'),
    ]

    operations = [
        migrations.CreateModel(
            name='Addendum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='appointment',
            name='started_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='client',
            index=models.Index(fields=['holder', 'surname_key'], name='client_holder_name'),
        ),
        migrations.AddIndex(
            model_name='client',
            index=models.Index(fields=['holder', 'birth_date'], name='client_holder_born'),
        ),
        migrations.AddField(
            model_name='addendum',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='addendum',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='addendum',
            name='contact',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addenda', to='dichtbij.contact'),
        ),
        migrations.AddIndex(
            model_name='addendum',
            index=models.Index(fields=['contact', 'at'], name='addendum_contact_at'),
        ),
        migrations.AddConstraint(
            model_name='addendum',
            constraint=dichtbij.shared.walls.Wall('client', name='addendum_wall'),
        ),
        migrations.AddConstraint(
            model_name='addendum',
            constraint=dichtbij.shared.walls.AppendOnly(name='addendum_append_only'),
        ),
        migrations.RunSQL(
            "ALTER TABLE dichtbij_addendum ADD CONSTRAINT addendum_contact_same_client "
            "FOREIGN KEY (contact_id, client_id) "
            "REFERENCES dichtbij_contact (id, client_id)",
            "ALTER TABLE dichtbij_addendum DROP CONSTRAINT addendum_contact_same_client",
        ),
    ]
