"""A country of invented children, written in bulk for the benches.

Per practice always the same: 500 children, 10 contacts each, 40 in care, 8 waiting, 6
appointments today. More children means more practices, so a page shows the same at
every size and only what lies around it grows.
"""

import os

import psycopg

from dichtbij import postgres

# 500 children per practice, 4 practices per programme, one employer each: the smallest
# country is one programme, so that a team lead's page is the same at every size.
# %(n)s children; all keys are arithmetic on the child's number, so no look-ups.
_KEYS = (
    "1 + (i - 1) / 2000 AS programme_id, 1001 + (i - 1) / 2000 AS holder_id, "
    "100001 + (i - 1) / 500 AS practice_id"
)
_CHILD = f"SELECT i, {_KEYS} FROM generate_series(1, %(n)s) i"
# The age of a referral in days: 500 children of a practice over ten years.
_AGO = "((i - 1) %% 500) * 7.3"
STATEMENTS = [
    """INSERT INTO dichtbij_programme (id, uuid, slug, name, function_label, phase,
        starts_on, school_region, first_contact_norm_days, first_consult_norm_days,
        consult_minutes, publication_months)
       SELECT g, gen_random_uuid(), 'p' || g, 'Programma ' || g, 'POH-Jeugd',
        'structural', '2015-01-01', 'noord', 5, 10, 45, 3
       FROM generate_series(1, (%(n)s + 1999) / 2000) g""",
    """INSERT INTO dichtbij_organisation (id, uuid, kind, name, agb_code, street,
        postcode, town, telephone)
       SELECT 1000 + g, gen_random_uuid(), 'employer', 'Werkgever ' || g, '', '', '',
        '', '' FROM generate_series(1, (%(n)s + 1999) / 2000) g
       UNION ALL
       SELECT 100000 + p, gen_random_uuid(), 'practice', 'Praktijk ' || p, '', '', '',
        '', '' FROM generate_series(1, (%(n)s + 499) / 500) p""",
    """INSERT INTO dichtbij_participation (programme_id, practice_id, holder_id,
        starts_on)
       SELECT 1 + (p - 1) / 4, 100000 + p, 1001 + (p - 1) / 4, '2015-01-01'
       FROM generate_series(1, (%(n)s + 499) / 500) p""",
    """INSERT INTO dichtbij_listedpractice (programme_id, practice_id, source,
        listed_on)
       SELECT 1 + (p - 1) / 4, 100000 + p, 'bench', '2026-01-01'
       FROM generate_series(1, (%(n)s + 499) / 500) p""",
    """INSERT INTO dichtbij_user (id, uuid, email, name, registration, is_active,
        system, persona, password,
        session_round)
       SELECT k * 1000000 + p, gen_random_uuid(), k || '-' || p || '@bench.example',
        'Persoon ' || k || '-' || p, '', true, false, '', '!', 0
       FROM generate_series(1, (%(n)s + 499) / 500) p, generate_series(1, 3) k""",
    """INSERT INTO dichtbij_membership (uuid, user_id, organisation_id, programme_id,
        role, state, since)
       SELECT gen_random_uuid(), k * 1000000 + p,
        CASE k WHEN 2 THEN 100000 + p ELSE 1001 + (p - 1) / 4 END,
        1 + (p - 1) / 4,
        CASE k WHEN 1 THEN 'practitioner' WHEN 2 THEN 'gp' ELSE 'team_lead' END,
        'active', now()
       FROM generate_series(1, (%(n)s + 499) / 500) p, generate_series(1, 3) k""",
    """INSERT INTO dichtbij_room (id, practice_id, name)
       SELECT p, 100000 + p, 'kamer 2'
       FROM generate_series(1, (%(n)s + 499) / 500) p""",
    """INSERT INTO dichtbij_practiceday (uuid, programme_id, holder_id, practice_id,
        practitioner_id, room_id, weekday, starts, ends, valid_from)
       SELECT gen_random_uuid(), 1 + (p - 1) / 4, 1001 + (p - 1) / 4, 100000 + p,
        1000000 + p, p, d, '09:00', '16:30', '2015-01-01'
       FROM generate_series(1, (%(n)s + 499) / 500) p, generate_series(0, 6) d""",
    f"""INSERT INTO dichtbij_client (id, uuid, programme_id, holder_id, practice_id,
        given_name, family_name, surname_key, birth_date, sex, postcode, no_bsn_reason,
        without_parents, created_at)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, 'Kind ' || i,
        'Voorbeeld' || (i %% 997), 'f' || (i %% 997),
        date '2010-01-01' + (i %% 5000)::int, '1', '', 'bench', false, now()
       FROM ({_CHILD}) c""",
    f"""INSERT INTO dichtbij_channel (client_id, owner, kind, value, silent)
       SELECT i, 'parent_1', 'telephone', '06-00000001', false FROM ({_CHILD}) c""",
    f"""INSERT INTO dichtbij_consent (client_id, purpose, giver, form, given_on,
        noted_by_id)
       SELECT i, 'help', 'both', 'oral', current_date - ({_AGO})::int,
        2000001 + (i - 1) / 500 FROM ({_CHILD}) c""",
    f"""INSERT INTO dichtbij_referral (id, uuid, programme_id, holder_id, practice_id,
        client_id, sent_by_id, received_at, questions, primary_question, sentence,
        urgency, target_on, status, decided_at, decided_by_id, decline_reason,
        changed_at)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, i,
        2000001 + (i - 1) / 500, now() - ({_AGO}) * interval '1 day', '{{EMO-ANG}}',
        'EMO-ANG', 'Verzonnen zin.', 'regular',
        (now() - ({_AGO}) * interval '1 day')::date + 14,
        CASE WHEN (i - 1) %% 500 < 8 THEN 'received' ELSE 'accepted' END,
        CASE WHEN (i - 1) %% 500 < 8 THEN NULL
             ELSE now() - ({_AGO}) * interval '1 day' + interval '1 day' END,
        CASE WHEN (i - 1) %% 500 < 8 THEN NULL ELSE 1000001 + (i - 1) / 500 END, '',
        now() - ({_AGO}) * interval '1 day' FROM ({_CHILD}) c""",
    f"""INSERT INTO dichtbij_referralevent (programme_id, holder_id, practice_id,
        client_id, referral_id, kind, at, by_id, owner, words)
       SELECT programme_id, holder_id, practice_id, i, i, kind,
        now() - ({_AGO}) * interval '1 day', 2000001 + (i - 1) / 500, '', ''
       FROM ({_CHILD}) c, unnest(ARRAY['received', 'booked', 'accepted',
        'first_consult']) kind WHERE kind = 'received' OR (i - 1) %% 500 >= 8""",
    f"""INSERT INTO dichtbij_trajectory (id, uuid, programme_id, holder_id, practice_id,
        client_id, referral_id, practitioner_id, opened_on, first_contact_on,
        first_consult_on, closed_on, outcome, close_reason, close_words)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, i, i,
        1000001 + (i - 1) / 500, current_date - ({_AGO})::int,
        current_date - ({_AGO})::int + 3, current_date - ({_AGO})::int + 9,
        CASE WHEN (i - 1) %% 500 < 48 THEN NULL
             ELSE current_date - ({_AGO})::int + 90 END,
        CASE WHEN (i - 1) %% 500 < 48 THEN '' ELSE 'huisarts' END,
        CASE WHEN (i - 1) %% 500 < 48 THEN '' ELSE '01' END, ''
       FROM ({_CHILD}) c WHERE (i - 1) %% 500 >= 8""",
    f"""INSERT INTO dichtbij_carerelation (client_id, practitioner_id, reason,
        starts_on, ends_on)
       SELECT i, 1000001 + (i - 1) / 500,
        CASE WHEN (i - 1) %% 500 < 8 THEN 'triage' ELSE 'own' END,
        current_date - ({_AGO})::int,
        CASE WHEN (i - 1) %% 500 < 48 THEN NULL
             ELSE current_date - ({_AGO})::int + 120 END FROM ({_CHILD}) c""",
    f"""INSERT INTO dichtbij_waitingentry (uuid, programme_id, holder_id, practice_id,
        client_id, referral_id, since_at, target_on, ended_by)
       SELECT gen_random_uuid(), programme_id, holder_id, practice_id, i, i,
        now() - ({_AGO}) * interval '1 day', current_date + 7, ''
       FROM ({_CHILD}) c WHERE (i - 1) %% 500 < 8""",
    f"""INSERT INTO dichtbij_contact (uuid, programme_id, holder_id, practice_id,
        client_id, trajectory_id, practitioner_id, held_at, by_telephone, attendance,
        themes, text, agreements, next_step, next_step_words, recorded_at)
       SELECT gen_random_uuid(), programme_id, holder_id, practice_id, i, i,
        1000001 + (i - 1) / 500,
        now() - ({_AGO}) * interval '1 day' + k * interval '14 days', false,
        '{{child}}', '{{EMO-ANG}}', repeat('Verzonnen tekst van een gesprek. ', 12),
        'Verzonnen afspraak.', 'appointment', '', now()
       FROM ({_CHILD}) c, generate_series(1, 10) k
       WHERE (i - 1) %% 500 >= 8""",
    f"""INSERT INTO dichtbij_appointment (uuid, programme_id, holder_id, practice_id,
        client_id, referral_id, practitioner_id, room_id, starts_at, ends_at, first,
        status, booked_at, booked_by_id, moves)
       SELECT gen_random_uuid(), programme_id, holder_id, practice_id, i, i,
        1000001 + (i - 1) / 500, 1 + (i - 1) / 500, moment, moment + interval '45 min',
        false, CASE WHEN moment > now() THEN 'booked' ELSE 'held' END, now(),
        2000001 + (i - 1) / 500, 0
       FROM (SELECT c.*, CASE WHEN (i - 1) %% 500 BETWEEN 8 AND 13
              THEN date_trunc('day', now()) + interval '8 hours'
                   + ((i - 1) %% 500 - 8) * interval '45 minutes'
              ELSE date_trunc('day', now()) - ((i - 1) %% 500) * interval '7 days'
                   + interval '9 hours' END AS moment
             FROM ({_CHILD}) c WHERE (i - 1) %% 500 >= 8) a""",
    f"""INSERT INTO dichtbij_task (uuid, client_id, referral_id, owner_id, kind, words,
        due_on, made_at)
       SELECT gen_random_uuid(), i, i, 1000001 + (i - 1) / 500, 'next_step',
        'Verzonnen stap', current_date - 1, now()
       FROM ({_CHILD}) c WHERE (i - 1) %% 500 BETWEEN 8 AND 17""",
]
# A column that came later and has nothing to do with a bench gets a value of no weight.
FILL_IN = """
DO $$ DECLARE one record; BEGIN
    FOR one IN
        SELECT table_name, column_name, CASE
            WHEN data_type = 'uuid' THEN 'gen_random_uuid()'
            WHEN data_type = 'boolean' THEN 'false'
            WHEN data_type LIKE '%int' OR data_type = 'integer' THEN '0'
            WHEN data_type = 'date' THEN 'current_date'
            WHEN data_type LIKE 'timestamp%' THEN 'now()'
            WHEN data_type IN ('ARRAY', 'jsonb') THEN quote_literal('{}')
            ELSE quote_literal('') END AS filling
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name LIKE 'dichtbij~_%' ESCAPE '~'
          AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'
          AND column_name NOT LIKE '%~_id' ESCAPE '~' AND data_type NOT LIKE 'time %'
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT %s',
            one.table_name, one.column_name, one.filling);
    END LOOP;
END $$
"""
SEQUENCES = ("programme", "organisation", "user", "room", "client", "referral",
             "trajectory")  # fmt: skip


def fill(children: int) -> None:
    """Write the country into the database of this environment, once per size."""
    name = os.environ["DICHTBIJ_DATABASE"]
    with psycopg.connect(
        host=str(postgres.socket_folder()), port=5432, user="postgres", dbname=name
    ) as database:
        found = database.execute("SELECT count(*) FROM dichtbij_client").fetchone()
        if found == (children,):
            return
        assert found == (0,), f"{name} holds another size; remove its folder first"
        for statement in statements(children):
            database.execute(statement.encode())
    with psycopg.connect(
        host=str(postgres.socket_folder()),
        port=5432,
        user="postgres",
        dbname=name,
        autocommit=True,
    ) as database:
        database.execute("VACUUM ANALYZE")


def statements(children: int) -> list[str]:
    """Return what writes a country of so many children into empty tables."""
    filled = [statement % {"n": children} for statement in STATEMENTS]
    numbers = [
        f"SELECT setval(pg_get_serial_sequence('dichtbij_{name}', 'id'), "
        f"(SELECT max(id) FROM dichtbij_{name}))"
        for name in SEQUENCES
    ]
    # Foreign keys hold by construction; checking two million of them is not the bench.
    begin = ["SET session_replication_role = replica", FILL_IN]
    return [*begin, *filled, *numbers]
