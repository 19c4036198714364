"""The child's file: who may share, who signs, who talks, who asks, who looks back."""

import datetime
import dichtbij.shared.walls
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dichtbij', '0006_freeze_letters'),
    ]

    operations = [
        migrations.CreateModel(
            name='CapacityJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CareLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('advice', 'advice'), ('short', 'short help'), ('network', 'light help in the network'), ('specialist', 'specialist help')], max_length=10)),
                ('since', models.DateField()),
                ('words', models.CharField(blank=True, max_length=400)),
            ],
            options={
                'ordering': ['since', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CaseConsultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, max_length=200)),
                ('status', models.CharField(choices=[('planned', 'planned'), ('held', 'held'), ('cancelled', 'cancelled')], default='planned', max_length=10)),
                ('made_at', models.DateTimeField()),
                ('receipt_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('signs', models.TextField()),
                ('opened_at', models.DateTimeField()),
                ('officer', models.CharField(blank=True, max_length=120)),
                ('reported', models.BooleanField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ConcernStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('step', models.PositiveSmallIntegerField(choices=[(1, 'map the signs'), (2, 'consult a colleague, and Veilig Thuis where needed'), (3, 'talk with the child and the parents'), (4, 'weigh, with the framework'), (5, 'decide twice: report, and help')])),
                ('question', models.PositiveSmallIntegerField(null=True)),
                ('answer', models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no')], max_length=3)),
                ('skipped', models.BooleanField(default=False)),
                ('words', models.TextField()),
                ('taken_on', models.DateField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ConsultationTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=12)),
                ('minutes', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CourtMeasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('supervision', 'supervision order'), ('guardianship', 'guardianship of an institution')], max_length=12)),
                ('institution', models.CharField(max_length=120)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EmergencyAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('why', models.CharField(choices=[('danger', 'danger for the child or someone else'), ('absence', 'the practitioner cannot be reached and it cannot wait'), ('crisis', 'crisis service or hospital asks now')], max_length=8)),
                ('words', models.TextField()),
                ('opened_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EmergencyPresumption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('happened_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EmergencyReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('due_on', models.DateField()),
                ('verdict', models.CharField(blank=True, choices=[('right', 'it was needed'), ('wrong', 'it was not needed')], max_length=5)),
                ('words', models.TextField(blank=True)),
                ('reviewed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='FamilyMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slot', models.CharField(choices=[('parent_1', 'parent'), ('parent_2', 'other parent'), ('young_person', 'young person'), ('other', 'someone else')], max_length=12)),
                ('tie', models.CharField(choices=[('self', 'the young person'), ('10', 'parent'), ('11', 'guardian'), ('13', 'foster parent'), ('17', 'relative'), ('09', 'someone else')], max_length=4)),
                ('name', models.CharField(max_length=120)),
                ('home', models.PositiveSmallIntegerField(default=1)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('pl', 'Polish')], default='nl', max_length=2)),
                ('since', models.DateField()),
                ('ended_on', models.DateField(null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FileRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('copy', 'a copy of the file'), ('addition', 'an own statement added to the file'), ('destruction', 'destruction of the file')], max_length=12)),
                ('words', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('status', models.CharField(choices=[('asked', 'asked'), ('ready', 'ready'), ('refused', 'refused')], default='asked', max_length=8)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reason', models.TextField(blank=True)),
                ('pdf', models.BinaryField(null=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'ordering': ['-asked_at'],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words', models.TextField(blank=True)),
                ('channel', models.CharField(blank=True, max_length=20)),
                ('status', models.CharField(choices=[('agreed', 'agreed'), ('done', 'done'), ('ended', 'did not go on')], default='agreed', max_length=8)),
                ('agreed_on', models.DateField()),
                ('done_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='HelpGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('disadvantage', 'to prevent serious disadvantage'), ('keeps_wanting', 'the young person keeps wanting it')], max_length=14)),
                ('words', models.TextField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Inquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('check_in', 'check-in before a talk'), ('pulse', 'three questions, 90 days after the help'), ('satisfaction', 'questions about the help')], max_length=12)),
                ('asked_at', models.DateTimeField()),
                ('about_on', models.DateField()),
                ('expires_on', models.DateField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('answers', models.JSONField(default=dict)),
                ('read_by_on', models.DateField()),
                ('read_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ItemText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instrument', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=20)),
                ('language', models.CharField(max_length=2)),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300)),
                ('licence_holder', models.CharField(max_length=120)),
                ('imported_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LegalAuthority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('authority', 'parent with authority'), ('none', 'parent without authority'), ('guardian', 'guardian')], max_length=10)),
                ('source', models.CharField(choices=[('self_declared', 'told by a parent'), ('register', 'extract from the authority register'), ('court', 'court decision')], max_length=14)),
                ('source_on', models.DateField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('noted_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['starts_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Measurement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instrument', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=20)),
                ('informant', models.CharField(choices=[('parent_1', 'parent'), ('parent_2', 'other parent'), ('young_person', 'young person'), ('other', 'someone else')], max_length=12)),
                ('taken_on', models.DateField()),
                ('answers', models.JSONField(null=True)),
                ('scores', models.JSONField()),
                ('norms', models.CharField(blank=True, max_length=40)),
                ('missing', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('entered_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['taken_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=400)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='OnwardEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('channel', models.CharField(blank=True, max_length=20)),
                ('words', models.CharField(blank=True, max_length=400)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='OnwardReferral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('destination', models.CharField(choices=[('opgelost_geen_vervolg', 'solved, no follow-up needed'), ('huisarts', 'back to the GP'), ('poh_ggz', 'practice nurse mental health (adults)'), ('vrij_toegankelijk', 'freely accessible help'), ('cjg_wijkteam', 'CJG or local team'), ('jgz', 'youth health service'), ('school_interne_zorg', 'support at school'), ('b_ggz', 'basic mental health care'), ('s_ggz', 'specialist mental health care'), ('lvb_jeugdhulpaanbieder', 'provider for mild intellectual disability'), ('j_en_o_ambulant', 'ambulatory youth and parenting help'), ('dyslexiezorg', 'dyslexia care'), ('ziekenhuis_kinderarts', 'hospital or paediatrician'), ('crisis', 'crisis care'), ('veilig_thuis_gi', 'Veilig Thuis or certified institution'), ('volwassenen_ggz_18plus', 'adult mental health care (18+)'), ('al_in_zorg', 'already in care elsewhere'), ('uitval', 'dropped out'), ('verhuisd', 'moved away'), ('onbekend', 'unknown')], max_length=24)),
                ('echelon', models.CharField(choices=[('basic', 'basic mental health care'), ('specialist', 'specialist mental health care'), ('other', 'other help that needs a referral')], max_length=10)),
                ('urgency', models.CharField(default='regular', max_length=12)),
                ('reason', models.TextField()),
                ('arguments', models.JSONField(default=dict)),
                ('steps_tried', models.TextField(blank=True)),
                ('wait_days', models.PositiveSmallIntegerField(null=True)),
                ('bridging', models.BooleanField(default=False)),
                ('body', models.TextField(blank=True)),
                ('pdf', models.BinaryField(null=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('status', models.CharField(choices=[('draft', 'draft'), ('advised', 'to be signed'), ('returned', 'returned by the GP'), ('signed', 'signed'), ('sent', 'sent'), ('accepted', 'accepted'), ('waiting', 'waiting for the help'), ('started', 'help has started'), ('ended', 'did not go on')], default='draft', max_length=10)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('advised_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('ask_started_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('function', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('telephone', models.CharField(blank=True, max_length=20)),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None)),
                ('invited_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_because', models.CharField(blank=True, max_length=20)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('school', 'school'), ('cjg', 'CJG'), ('local_team', 'local team'), ('youth_health', 'youth health service'), ('basic_mh', 'basic mental health care'), ('specialist_mh', 'specialist mental health care'), ('provider', 'other youth help'), ('safe_home', 'Veilig Thuis'), ('other', 'other')], max_length=14)),
                ('name', models.CharField(max_length=120)),
                ('town', models.CharField(blank=True, max_length=60)),
                ('telephone', models.CharField(blank=True, max_length=20)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('freely_accessible', models.BooleanField(default=False)),
                ('brin', models.CharField(blank=True, max_length=6)),
                ('offer', models.CharField(blank=True, max_length=400)),
                ('ended_on', models.DateField(null=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='PartnerWait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.PositiveSmallIntegerField()),
                ('confirmed_by', models.CharField(max_length=120)),
                ('confirmed_on', models.DateField()),
                ('noted_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-confirmed_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PersonalLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('token_hash', models.BinaryField(unique=True)),
                ('code_hash', models.BinaryField()),
                ('purpose', models.CharField(choices=[('appointment', 'appointment'), ('check_in', 'check-in before a talk'), ('pulse', 'three questions afterwards'), ('satisfaction', 'questions about the help'), ('consultation', 'case consultation')], max_length=12)),
                ('subject', models.UUIDField()),
                ('holder_of_link', models.UUIDField()),
                ('role', models.CharField(choices=[('gp', 'GP'), ('practice_assistant', 'practice assistant'), ('practitioner', 'youth practitioner'), ('team_lead', 'team lead'), ('project_leader', 'project leader'), ('municipal_officer', 'policy officer'), ('contract_manager', 'contract manager'), ('privacy_officer', 'privacy officer'), ('platform_admin', 'platform administrator'), ('partner', 'partner in a consultation'), ('parent', 'parent'), ('young_person', 'young person')], max_length=20)),
                ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='RuleAcceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=10)),
                ('version', models.PositiveSmallIntegerField()),
                ('accepted_by', models.CharField(max_length=120)),
                ('accepted_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='SightDelay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('starts_at', models.DateTimeField()),
                ('review_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('capacity', models.CharField(max_length=20)),
                ('agb_code', models.CharField(max_length=8)),
                ('proof', models.CharField(max_length=40)),
                ('sha256', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Transition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('adult', 'the young person turns 18'), ('moves', 'the child moves to another municipality'), ('changes_gp', 'the child gets another GP'), ('leaves', 'a practitioner leaves'), ('ends', 'an agreement with a practice ends')], max_length=12)),
                ('takes_effect_on', models.DateField()),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='letter',
            name='letter_one_draft',
        ),
        migrations.RemoveConstraint(
            model_name='membership',
            name='membership_once',
        ),
        migrations.RemoveConstraint(
            model_name='message',
            name='message_channel_of_client',
        ),
        migrations.AddField(
            model_name='appointment',
            name='confirmed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='appointment',
            name='only_for',
            field=models.CharField(blank=True, choices=[('parent_1', 'parent'), ('parent_2', 'other parent'), ('young_person', 'young person'), ('other', 'someone else')], max_length=12),
        ),
        migrations.AddField(
            model_name='consent',
            name='decision',
            field=models.CharField(choices=[('given', 'agreed'), ('refused', 'refused')], default='given', max_length=8),
        ),
        migrations.AddField(
            model_name='consent',
            name='evidence',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='consent',
            name='party',
            field=models.CharField(blank=True, max_length=14),
        ),
        migrations.AddField(
            model_name='consent',
            name='topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None),
        ),
        migrations.AddField(
            model_name='consent',
            name='until_on',
            field=models.DateField(null=True),
        ),
        # Each row its own: a default would give all of them one.
        migrations.AddField(
            model_name='consent',
            name='uuid',
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.RunSQL(
            'UPDATE dichtbij_consent SET uuid = gen_random_uuid()',
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name='consent',
            name='uuid',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            model_name='contact',
            name='not_for_parents',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='letter',
            name='audience',
            field=models.CharField(choices=[('gp', 'GP'), ('family', 'family')], default='gp', max_length=6),
        ),
        migrations.AddField(
            model_name='letter',
            name='reader',
            field=models.CharField(blank=True, choices=[('parent_1', 'parent'), ('parent_2', 'other parent'), ('young_person', 'young person'), ('other', 'someone else')], max_length=12),
        ),
        migrations.AddField(
            model_name='membership',
            name='client',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='message',
            name='medium',
            field=models.CharField(choices=[('mail', 'mail'), ('text', 'text message')], default='mail', max_length=4),
        ),
        migrations.AlterField(
            model_name='consent',
            name='form',
            field=models.CharField(choices=[('oral', 'spoken'), ('written', 'in writing'), ('digital', 'on the family page')], default='oral', max_length=8),
        ),
        migrations.AlterField(
            model_name='consent',
            name='giver',
            field=models.CharField(blank=True, choices=[('parents', 'parent or parents with authority'), ('young_person', 'young person'), ('both', 'parents and young person')], max_length=12),
        ),
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('help', 'help by the youth practitioner'), ('share', 'sharing with someone outside the practice'), ('channel', 'being reached this way'), ('research', 'research')], default='help', max_length=12),
        ),
        migrations.AlterField(
            model_name='membership',
            name='role',
            field=models.CharField(choices=[('gp', 'GP'), ('practice_assistant', 'practice assistant'), ('practitioner', 'youth practitioner'), ('team_lead', 'team lead'), ('project_leader', 'project leader'), ('municipal_officer', 'policy officer'), ('contract_manager', 'contract manager'), ('privacy_officer', 'privacy officer'), ('platform_admin', 'platform administrator'), ('partner', 'partner in a consultation'), ('parent', 'parent'), ('young_person', 'young person')], max_length=20),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='kind',
            field=models.CharField(choices=[('employer', 'employer'), ('practice', 'GP practice'), ('municipality', 'municipality'), ('platform', 'platform'), ('partner', 'partner')], max_length=12),
        ),
        migrations.AlterField(
            model_name='task',
            name='kind',
            field=models.CharField(choices=[('next_step', 'next step'), ('call', 'call the family'), ('consent', 'complete the consent'), ('letter', 'letter to the GP'), ('plan', 'plan an appointment'), ('started', 'ask whether the help has started'), ('handover', 'warm hand-over'), ('meeting', 'agreed in a case consultation'), ('birthday', 'confirm the consent again'), ('review', 'look again')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('client', 'referral', 'kind', 'audience', 'reader'), name='letter_one_draft'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('audience', 'gp'), ('reader', '')), models.Q(('audience', 'family'), models.Q(('reader', ''), _negated=True)), _connector='OR'), name='letter_reader_is_of_the_family'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'ended'), _negated=True), fields=('user', 'organisation', 'programme', 'role', 'client'), name='membership_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('client', None), ('role__in', ['contract_manager', 'gp', 'municipal_officer', 'platform_admin', 'practice_assistant', 'practitioner', 'privacy_officer', 'project_leader', 'team_lead'])), models.Q(('client__isnull', False), ('role__in', ['parent', 'partner', 'young_person'])), _connector='OR'), name='membership_of_a_child_is_an_outsiders'),
        ),
        migrations.AddField(
            model_name='capacityjudgement',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='capacityjudgement',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='carelevel',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='care_levels', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='carelevel',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='carelevel',
            name='trajectory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levels', to='dichtbij.trajectory'),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='called_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='caseconsultation',
            name='trajectory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='dichtbij.trajectory'),
        ),
        migrations.AddField(
            model_name='concern',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='concern',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='concern',
            name='opened_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concern',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='concern',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='concern',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='dichtbij.concern'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='concernstep',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='consultationtopic',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='consultationtopic',
            name='consultation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topics', to='dichtbij.caseconsultation'),
        ),
        migrations.AddField(
            model_name='courtmeasure',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='courtmeasure',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='emergencyaccess',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_accesses', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='emergencyaccess',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='emergencyaccess',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='emergencyaccess',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='emergencyaccess',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_accesses', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='emergencypresumption',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='emergencypresumption',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='access',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='dichtbij.emergencyaccess'),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='emergencyreview',
            name='reviewed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='familymember',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='familymember',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='familymember',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consent',
            name='member',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='dichtbij.familymember'),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='file_requests', to='dichtbij.familymember'),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='filerequest',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='handover',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='handover',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='handover',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handover',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='handover',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='handover',
            name='trajectory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='dichtbij.trajectory'),
        ),
        migrations.AddField(
            model_name='helpground',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='helpground',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='inquiry',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='inquiry',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inquiries', to='dichtbij.familymember'),
        ),
        migrations.AddField(
            model_name='inquiry',
            name='reader',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='inquiry',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inquiries', to='dichtbij.referral'),
        ),
        migrations.AddConstraint(
            model_name='itemtext',
            constraint=models.UniqueConstraint(fields=('instrument', 'version', 'language', 'number'), name='item_text_once'),
        ),
        migrations.AddField(
            model_name='legalauthority',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='legalauthority',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authorities', to='dichtbij.familymember'),
        ),
        migrations.AddField(
            model_name='legalauthority',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measurement',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='measurement',
            name='entered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measurement',
            name='referral',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measurements', to='dichtbij.referral'),
        ),
        migrations.AddField(
            model_name='objection',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='objection',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='advised_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='prepared_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='trajectory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='onward_referrals', to='dichtbij.trajectory'),
        ),
        migrations.AddField(
            model_name='onwardevent',
            name='onward',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='dichtbij.onwardreferral'),
        ),
        migrations.AddField(
            model_name='participant',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='participant',
            name='consultation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='dichtbij.caseconsultation'),
        ),
        migrations.AddField(
            model_name='participant',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='message',
            name='participant',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.participant'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', None), ('participant', None)), ('client__isnull', False), _connector='OR'), name='message_channel_of_client'),
        ),
        migrations.AddField(
            model_name='partner',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='participant',
            name='partner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.partner'),
        ),
        migrations.AddField(
            model_name='onwardreferral',
            name='partner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.partner'),
        ),
        migrations.AddField(
            model_name='handover',
            name='partner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.partner'),
        ),
        migrations.AddField(
            model_name='consent',
            name='partner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.partner'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(fields=['client'], name='consent_client'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('giver', ''), ('member__isnull', False)), models.Q(models.Q(('giver', ''), _negated=True), ('member', None)), _connector='OR'), name='consent_has_a_giver'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('given_on')), _connector='OR'), name='consent_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('purpose', 'share'), _negated=True), models.Q(('party', ''), _negated=True), _connector='OR'), name='consent_to_share_names_a_party'),
        ),
        migrations.AddField(
            model_name='partnerwait',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='partnerwait',
            name='partner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waits', to='dichtbij.partner'),
        ),
        migrations.AddField(
            model_name='personallink',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='personallink',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personallink',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='ruleacceptance',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ruleacceptance',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='sightdelay',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='sightdelay',
            name='noted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signature',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_set', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='signature',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='signature',
            name='onward',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='signature', to='dichtbij.onwardreferral'),
        ),
        migrations.AddField(
            model_name='signature',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='signature',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='signature',
            name='signed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transition',
            name='client',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='dichtbij.client'),
        ),
        migrations.AddField(
            model_name='transition',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.organisation'),
        ),
        migrations.AddField(
            model_name='transition',
            name='participation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.participation'),
        ),
        migrations.AddField(
            model_name='transition',
            name='practitioner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transition',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dichtbij.programme'),
        ),
        migrations.AddField(
            model_name='transition',
            name='started_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='capacityjudgement',
            constraint=dichtbij.shared.walls.Wall('client', name='capacity_judgement_wall'),
        ),
        migrations.AddConstraint(
            model_name='capacityjudgement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='capacity_judgement_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='carelevel',
            index=models.Index(fields=['trajectory', 'since'], name='care_level_of'),
        ),
        migrations.AddConstraint(
            model_name='carelevel',
            constraint=dichtbij.shared.walls.Wall('client', name='care_level_wall'),
        ),
        migrations.AddIndex(
            model_name='caseconsultation',
            index=models.Index(fields=['client', 'starts_at'], name='consultation_client'),
        ),
        migrations.AddConstraint(
            model_name='caseconsultation',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='case_consultation_wall'),
        ),
        migrations.AddConstraint(
            model_name='caseconsultation',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='caseconsultation_of_client'),
        ),
        migrations.AddIndex(
            model_name='concern',
            index=models.Index(fields=['client'], name='concern_client'),
        ),
        migrations.AddConstraint(
            model_name='concern',
            constraint=dichtbij.shared.walls.Wall('holder', name='concern_wall'),
        ),
        migrations.AddConstraint(
            model_name='concern',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='concern_of_client'),
        ),
        migrations.AddConstraint(
            model_name='concernstep',
            constraint=dichtbij.shared.walls.Wall('holder', name='concern_step_wall'),
        ),
        migrations.AddConstraint(
            model_name='concernstep',
            constraint=dichtbij.shared.walls.AppendOnly(name='concern_step_append_only'),
        ),
        migrations.AddConstraint(
            model_name='concernstep',
            constraint=models.CheckConstraint(condition=models.Q(('step__gte', 1), ('step__lte', 5)), name='concern_step_known'),
        ),
        migrations.AddConstraint(
            model_name='concernstep',
            constraint=models.CheckConstraint(condition=models.Q(('skipped', False), ('step', 3), _connector='OR'), name='concern_step_only_the_talk_is_left_out'),
        ),
        migrations.AddConstraint(
            model_name='consultationtopic',
            constraint=dichtbij.shared.walls.Wall('client', name='consultation_topic_wall'),
        ),
        migrations.AddConstraint(
            model_name='consultationtopic',
            constraint=models.UniqueConstraint(fields=('client', 'consultation', 'topic'), name='topic_once'),
        ),
        migrations.AddConstraint(
            model_name='courtmeasure',
            constraint=dichtbij.shared.walls.Wall('client', name='court_measure_wall'),
        ),
        migrations.AddConstraint(
            model_name='courtmeasure',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='court_measure_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='emergencyaccess',
            index=models.Index(fields=['user', 'ends_at'], name='emergency_of_whom'),
        ),
        migrations.AddConstraint(
            model_name='emergencyaccess',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='emergency_access_wall'),
        ),
        migrations.AddConstraint(
            model_name='emergencyaccess',
            constraint=dichtbij.shared.walls.AppendOnly(name='emergency_access_append_only'),
        ),
        migrations.AddConstraint(
            model_name='emergencyaccess',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='emergencyaccess_of_client'),
        ),
        migrations.AddConstraint(
            model_name='emergencyaccess',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('opened_at')), ('ends_at__lte', django.db.models.expressions.CombinedExpression(models.F('opened_at'), '+', models.Value(datetime.timedelta(seconds=14400))))), name='emergency_access_at_most_four_hours'),
        ),
        migrations.AddConstraint(
            model_name='emergencypresumption',
            constraint=dichtbij.shared.walls.Wall('client', name='emergency_presumption_wall'),
        ),
        migrations.AddConstraint(
            model_name='emergencypresumption',
            constraint=dichtbij.shared.walls.AppendOnly(name='emergency_presumption_append_only'),
        ),
        migrations.AddConstraint(
            model_name='emergencyreview',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='emergency_review_wall'),
        ),
        migrations.AddConstraint(
            model_name='emergencyreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at', None), ('reviewed_by', None), ('verdict', '')), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), models.Q(('verdict', ''), _negated=True)), _connector='OR'), name='emergency_review_whole'),
        ),
        migrations.AddConstraint(
            model_name='familymember',
            constraint=dichtbij.shared.walls.Wall('client', name='family_member_wall'),
        ),
        migrations.AddConstraint(
            model_name='familymember',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='familymember_of_client'),
        ),
        migrations.AddConstraint(
            model_name='familymember',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None), models.Q(('slot', 'other'), _negated=True)), fields=('client', 'slot'), name='family_member_one_per_slot'),
        ),
        migrations.AddConstraint(
            model_name='filerequest',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='file_request_wall'),
        ),
        migrations.AddConstraint(
            model_name='filerequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'asked')), fields=('client', 'member', 'kind'), name='file_request_one_open'),
        ),
        migrations.AddConstraint(
            model_name='helpground',
            constraint=dichtbij.shared.walls.Wall('client', name='help_ground_wall'),
        ),
        migrations.AddConstraint(
            model_name='helpground',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='help_ground_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='inquiry',
            index=models.Index(condition=models.Q(('answered_at__isnull', False), ('read_at', None)), fields=['reader', 'read_by_on'], name='inquiry_unread'),
        ),
        migrations.AddConstraint(
            model_name='inquiry',
            constraint=dichtbij.shared.walls.Wall('client', name='inquiry_wall'),
        ),
        migrations.AddConstraint(
            model_name='inquiry',
            constraint=models.UniqueConstraint(fields=('client', 'member', 'kind', 'about_on'), name='inquiry_once'),
        ),
        migrations.AddConstraint(
            model_name='legalauthority',
            constraint=dichtbij.shared.walls.Wall('client', name='legal_authority_wall'),
        ),
        migrations.AddConstraint(
            model_name='legalauthority',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='legal_authority_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='measurement',
            index=models.Index(fields=['client', 'taken_on'], name='measurement_client'),
        ),
        migrations.AddConstraint(
            model_name='measurement',
            constraint=dichtbij.shared.walls.Wall('client', name='measurement_wall'),
        ),
        migrations.AddConstraint(
            model_name='measurement',
            constraint=dichtbij.shared.walls.AppendOnly(name='measurement_append_only'),
        ),
        migrations.AddConstraint(
            model_name='objection',
            constraint=dichtbij.shared.walls.Wall('client', name='objection_wall'),
        ),
        migrations.AddConstraint(
            model_name='onwardevent',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='onward_event_wall'),
        ),
        migrations.AddConstraint(
            model_name='onwardevent',
            constraint=dichtbij.shared.walls.AppendOnly(name='onward_event_append_only'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.UniqueConstraint(fields=('programme', 'kind', 'name', 'town'), name='partner_once'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=dichtbij.shared.walls.Wall('client', name='participant_wall'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='participant_of_client'),
        ),
        migrations.AddIndex(
            model_name='onwardreferral',
            index=models.Index(condition=models.Q(('status', 'advised')), fields=['practice', 'advised_at'], name='onward_to_sign'),
        ),
        migrations.AddIndex(
            model_name='onwardreferral',
            index=models.Index(fields=['client'], name='onward_client'),
        ),
        migrations.AddConstraint(
            model_name='onwardreferral',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='onward_referral_wall'),
        ),
        migrations.AddConstraint(
            model_name='onwardreferral',
            constraint=models.UniqueConstraint(fields=('id', 'client'), name='onwardreferral_of_client'),
        ),
        migrations.AddConstraint(
            model_name='onwardreferral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pdf', None), ('sha256', '')), ('sha256', models.Func(models.Func(models.F('pdf'), function='sha256', output_field=models.BinaryField()), models.Value('hex'), function='encode', output_field=models.CharField())), _connector='OR'), name='onward_hash_is_of_its_bytes'),
        ),
        migrations.AddConstraint(
            model_name='onwardreferral',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'draft'), ('pdf__isnull', False), _connector='OR'), name='onward_beyond_draft_has_a_document'),
        ),
        migrations.AddIndex(
            model_name='handover',
            index=models.Index(fields=['client'], name='handover_client'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='handover_wall'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'done'), _negated=True), ('done_on__isnull', False), _connector='OR'), name='handover_done_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='partnerwait',
            constraint=dichtbij.shared.walls.AppendOnly(name='partner_wait_append_only'),
        ),
        migrations.AddIndex(
            model_name='personallink',
            index=models.Index(fields=['subject'], name='personal_link_subject'),
        ),
        migrations.AddConstraint(
            model_name='ruleacceptance',
            constraint=models.UniqueConstraint(fields=('programme', 'rule', 'version'), name='rule_accepted_once'),
        ),
        migrations.AddConstraint(
            model_name='sightdelay',
            constraint=dichtbij.shared.walls.Wall('client', name='sight_delay_wall'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=dichtbij.shared.walls.Wall('holder', 'practice', 'client', name='signature_wall'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=dichtbij.shared.walls.AppendOnly(name='signature_append_only'),
        ),
        migrations.AddConstraint(
            model_name='transition',
            constraint=dichtbij.shared.walls.Wall('holder', name='transition_wall'),
        ),
        migrations.AddConstraint(
            model_name='transition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('client__isnull', False), ('participation', None), ('practitioner', None)), models.Q(('client', None), ('participation', None), ('practitioner__isnull', False)), models.Q(('client', None), ('participation__isnull', False), ('practitioner', None)), _connector='OR'), name='transition_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='transition',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at', None)), fields=('programme', 'holder', 'kind', 'client', 'practitioner', 'participation'), name='transition_one_open', nulls_distinct=False),
        ),
    ]
