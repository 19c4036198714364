-- What all migrations together make; drawn by `python -m tests.drawing`.
SET LOCAL check_function_bodies = false;
SELECT set_config('search_path', '', true);
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.dichtbij_onward_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'an onward referral is not removed once it was advised';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.status NOT IN ('draft', 'advised', 'returned') AND (
        NEW.status IN ('draft', 'advised', 'returned')
        OR to_jsonb(NEW) - ARRAY['status', 'bridging', 'wait_days', 'ask_started_on', 'programme_id', 'holder_id', 'practice_id']
            IS DISTINCT FROM to_jsonb(OLD) - ARRAY['status', 'bridging', 'wait_days', 'ask_started_on', 'programme_id', 'holder_id', 'practice_id']
    ) THEN
        RAISE EXCEPTION 'a signed referral is never changed';
    END IF;
    -- Only on the way in: a child that moves to another employer is not signed again.
    IF NEW.status IN ('signed', 'sent', 'accepted', 'waiting', 'started')
    AND (TG_OP = 'INSERT' OR OLD.status NOT IN ('signed', 'sent', 'accepted', 'waiting', 'started'))
    AND NOT EXISTS (
        SELECT 1 FROM dichtbij_signature s
        WHERE s.onward_id = NEW.id AND s.client_id = NEW.client_id
        AND s.sha256 = NEW.sha256
    ) THEN
        RAISE EXCEPTION 'nothing is signed without a signature over its bytes';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.dichtbij_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                -- A child that moves to another employer takes its rows along: that
                -- cascade comes from a foreign key, one trigger deep.
                IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
            END $$;
CREATE FUNCTION public.dichtbij_refuse_concluded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'what was concluded is never changed';
END $$;
CREATE FUNCTION public.dichtbij_refuse_part_of_agreement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.dichtbij_refuse_part_of_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.dichtbij_refuse_part_of_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.dichtbij_refuse_released_letter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY['pasted_at', 'programme_id', 'holder_id', 'practice_id']
        IS DISTINCT FROM to_jsonb(OLD) - ARRAY['pasted_at', 'programme_id', 'holder_id', 'practice_id']
    THEN
        RAISE EXCEPTION 'a released letter is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.dichtbij_refuse_settled_statement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a settled statement is never changed';
END $$;
CREATE FUNCTION public.dichtbij_refuse_signed_agreement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
        RAISE EXCEPTION 'a signed agreement is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.dichtbij_signature_over_bytes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM dichtbij_onwardreferral o
        WHERE o.id = NEW.onward_id AND o.client_id = NEW.client_id
        AND o.status = 'advised' AND o.sha256 = NEW.sha256
        AND encode(sha256(o.pdf), 'hex') = NEW.sha256
    ) THEN
        RAISE EXCEPTION 'a signature is over the bytes that wait to be signed';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_addendum (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_addendum FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_addendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_addendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_agreedday (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    room character varying(60) NOT NULL,
    practice_id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    CONSTRAINT agreed_day_ends_later CHECK (((ends > starts) AND (weekday <= 6))),
    CONSTRAINT dichtbij_agreedday_weekday_check CHECK ((weekday >= 0))
);
ALTER TABLE public.dichtbij_agreedday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_agreedday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_agreedhours (
    id bigint NOT NULL,
    basis character varying(17) NOT NULL,
    minutes_per_week integer NOT NULL,
    standard_practice_patients integer,
    practice_id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    CONSTRAINT agreed_hours_positive CHECK ((minutes_per_week > 0)),
    CONSTRAINT dichtbij_agreedhours_minutes_per_week_check CHECK ((minutes_per_week >= 0)),
    CONSTRAINT dichtbij_agreedhours_standard_practice_patients_check CHECK ((standard_practice_patients >= 0))
);
ALTER TABLE public.dichtbij_agreedhours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_agreedhours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_agreement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    regime character varying(8) NOT NULL,
    title character varying(120) NOT NULL,
    version smallint NOT NULL,
    status character varying(9) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    extension_months smallint NOT NULL,
    extends_by_itself boolean NOT NULL,
    notice_days smallint NOT NULL,
    room_words character varying(400) NOT NULL,
    record_words character varying(400) NOT NULL,
    referral_words character varying(400) NOT NULL,
    replacement_words character varying(400) NOT NULL,
    exit_words text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    signed_at timestamp with time zone,
    employer_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    record_holder_id bigint NOT NULL,
    replaces_id bigint,
    series uuid NOT NULL,
    CONSTRAINT agreement_ends_after_start CHECK ((ends_on >= starts_on)),
    CONSTRAINT agreement_signed_whole CHECK (((NOT ((status)::text = ANY ((ARRAY['offered'::character varying, 'signed'::character varying])::text[]))) OR ((pdf IS NOT NULL) AND (NOT ((sha256)::text = ''::text))))),
    CONSTRAINT dichtbij_agreement_extension_months_check CHECK ((extension_months >= 0)),
    CONSTRAINT dichtbij_agreement_notice_days_check CHECK ((notice_days >= 0)),
    CONSTRAINT dichtbij_agreement_version_check CHECK ((version >= 0))
);
ALTER TABLE public.dichtbij_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_agreementparty (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    signatory character varying(120) NOT NULL,
    capacity character varying(80) NOT NULL,
    signed_on date,
    signed_at timestamp with time zone,
    proof character varying(7) NOT NULL,
    signed_sha256 character varying(64) NOT NULL,
    scan bytea,
    scan_type character varying(40) NOT NULL,
    agreement_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    signed_by_id bigint,
    CONSTRAINT agreement_party_signed_whole CHECK (((((proof)::text = ''::text) AND (signed_at IS NULL) AND (signed_on IS NULL) AND ((signed_sha256)::text = ''::text)) OR ((signed_at IS NOT NULL) AND (signed_on IS NOT NULL) AND (NOT ((proof)::text = ''::text)) AND (NOT ((signed_sha256)::text = ''::text)))))
);
ALTER TABLE public.dichtbij_agreementparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_agreementparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_analysisplan (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    version smallint NOT NULL,
    primary_indicator character varying(40) NOT NULL,
    direction character varying(4) NOT NULL,
    looks_on date[] NOT NULL,
    spending character varying(20) NOT NULL,
    smallest_effect_percent smallint NOT NULL,
    subgroups character varying(200) NOT NULL,
    reason character varying(400) NOT NULL,
    indicators jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    frozen_by_id bigint NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    CONSTRAINT dichtbij_analysisplan_smallest_effect_percent_check CHECK ((smallest_effect_percent >= 0)),
    CONSTRAINT dichtbij_analysisplan_version_check CHECK ((version >= 0))
);
ALTER TABLE public.dichtbij_analysisplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_analysisplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_appointment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    first boolean NOT NULL,
    status character varying(14) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    moves smallint NOT NULL,
    booked_by_id bigint NOT NULL,
    practitioner_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    referral_id bigint NOT NULL,
    room_id bigint NOT NULL,
    started_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    only_for character varying(12) NOT NULL,
    CONSTRAINT appointment_ends_later CHECK ((ends_at > starts_at)),
    CONSTRAINT dichtbij_appointment_moves_check CHECK ((moves >= 0))
);
ALTER TABLE ONLY public.dichtbij_appointment FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_calendarfeed (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    token_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    revoked_at timestamp with time zone,
    holder_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    room_id bigint,
    user_id bigint,
    CONSTRAINT calendar_feed_of_one CHECK ((((room_id IS NULL) AND (user_id IS NOT NULL)) OR ((room_id IS NOT NULL) AND (user_id IS NULL))))
);
ALTER TABLE public.dichtbij_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_capacityjudgement (
    id bigint NOT NULL,
    reason text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT capacity_judgement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE ONLY public.dichtbij_capacityjudgement FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_capacityjudgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_capacityjudgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_carelevel (
    id bigint NOT NULL,
    level character varying(10) NOT NULL,
    since date NOT NULL,
    words character varying(400) NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    trajectory_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_carelevel FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_carelevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_carelevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_carerelation (
    id bigint NOT NULL,
    reason character varying(8) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    practitioner_id bigint NOT NULL,
    client_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_carerelation FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_carerelation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_carerelation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_caseconsultation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    status character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    receipt_at timestamp with time zone,
    called_by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    trajectory_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_caseconsultation FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_caseconsultation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_caseconsultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_chain (
    id bigint NOT NULL,
    last_sequence bigint NOT NULL,
    head bytea NOT NULL,
    programme_id bigint
);
ALTER TABLE public.dichtbij_chain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_chain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_channel (
    id bigint NOT NULL,
    owner character varying(12) NOT NULL,
    kind character varying(10) NOT NULL,
    value character varying(254) NOT NULL,
    silent boolean NOT NULL,
    client_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_channel FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_channel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_citedrelease (
    id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    release_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_citedrelease ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_citedrelease_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_client (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    given_name character varying(80) NOT NULL,
    family_name character varying(80) NOT NULL,
    surname_key character varying(80) NOT NULL,
    birth_date date NOT NULL,
    sex character varying(1) NOT NULL,
    postcode character varying(7) NOT NULL,
    bsn_sealed bytea,
    bsn_index bytea,
    no_bsn_reason character varying(120) NOT NULL,
    without_parents boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    municipality_id character varying(4),
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_client FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_client ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_client_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_closure (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    starts time without time zone,
    ends time without time zone,
    reason character varying(16) NOT NULL,
    lifted_at timestamp with time zone,
    practitioner_id bigint,
    holder_id bigint NOT NULL,
    practice_id bigint,
    programme_id bigint NOT NULL,
    room_id bigint,
    CONSTRAINT closure_ends_later CHECK ((last_on >= first_on)),
    CONSTRAINT closure_of_someone CHECK (((practice_id IS NOT NULL) OR (practitioner_id IS NOT NULL)))
);
ALTER TABLE public.dichtbij_closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_concern (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    signs text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    officer character varying(120) NOT NULL,
    reported boolean,
    closed_at timestamp with time zone,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_concern FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_concern ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_concern_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_concernstep (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    step smallint NOT NULL,
    question smallint,
    answer character varying(3) NOT NULL,
    skipped boolean NOT NULL,
    words text NOT NULL,
    taken_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    concern_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT concern_step_known CHECK (((step >= 1) AND (step <= 5))),
    CONSTRAINT concern_step_only_the_talk_is_left_out CHECK (((NOT skipped) OR (step = 3))),
    CONSTRAINT dichtbij_concernstep_question_check CHECK ((question >= 0)),
    CONSTRAINT dichtbij_concernstep_step_check CHECK ((step >= 0))
);
ALTER TABLE ONLY public.dichtbij_concernstep FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_concernstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_concernstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_consent (
    id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    giver character varying(12) NOT NULL,
    form character varying(8) NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    decision character varying(8) NOT NULL,
    evidence character varying(200) NOT NULL,
    party character varying(14) NOT NULL,
    topics character varying(12)[] NOT NULL,
    until_on date,
    uuid uuid NOT NULL,
    member_id bigint,
    partner_id bigint,
    CONSTRAINT consent_ends_after_start CHECK (((until_on IS NULL) OR (until_on >= given_on))),
    CONSTRAINT consent_has_a_giver CHECK (((((giver)::text = ''::text) AND (member_id IS NOT NULL)) OR ((NOT ((giver)::text = ''::text)) AND (member_id IS NULL)))),
    CONSTRAINT consent_to_share_names_a_party CHECK (((NOT ((purpose)::text = 'share'::text)) OR (NOT ((party)::text = ''::text))))
);
ALTER TABLE ONLY public.dichtbij_consent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_consultationtopic (
    id bigint NOT NULL,
    topic character varying(12) NOT NULL,
    minutes text NOT NULL,
    client_id bigint NOT NULL,
    consultation_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_consultationtopic FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_consultationtopic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_consultationtopic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_contact (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    held_at timestamp with time zone NOT NULL,
    by_telephone boolean NOT NULL,
    attendance character varying(12)[] NOT NULL,
    themes character varying(7)[] NOT NULL,
    text text NOT NULL,
    agreements text NOT NULL,
    next_step character varying(12) NOT NULL,
    next_step_words character varying(400) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    appointment_id bigint,
    client_id bigint NOT NULL,
    practitioner_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    trajectory_id bigint NOT NULL,
    not_for_parents boolean NOT NULL
);
ALTER TABLE ONLY public.dichtbij_contact FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_courtmeasure (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    institution character varying(120) NOT NULL,
    contact character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT court_measure_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE ONLY public.dichtbij_courtmeasure FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_courtmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_courtmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_cover (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    absent_id bigint NOT NULL,
    covering_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT cover_by_another CHECK ((NOT (absent_id = covering_id))),
    CONSTRAINT cover_ends_after_start CHECK ((last_on >= first_on))
);
ALTER TABLE ONLY public.dichtbij_cover FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_cover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_cover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_decision (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    release_id bigint,
    status character varying(9) NOT NULL,
    made_by_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    votes_until date,
    grounds text NOT NULL,
    conditions text NOT NULL,
    review_on date,
    taken_by_id bigint,
    taken_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    chosen_id bigint,
    CONSTRAINT decision_taken_whole CHECK (((NOT ((status)::text = 'taken'::text)) OR ((chosen_id IS NOT NULL) AND (taken_by_id IS NOT NULL) AND (taken_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text)))))
);
ALTER TABLE public.dichtbij_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_decisionoption (
    id bigint NOT NULL,
    decision_id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    words text NOT NULL,
    arguments_for text NOT NULL,
    arguments_against text NOT NULL,
    cents_per_year bigint,
    until_on date,
    CONSTRAINT decision_option_costs_no_less_than_nothing CHECK (((cents_per_year IS NULL) OR (cents_per_year >= 0))),
    CONSTRAINT decision_option_says_until_when CHECK (((((kind)::text = 'structural'::text) AND (until_on IS NULL)) OR ((NOT ((kind)::text = 'structural'::text)) AND (until_on IS NOT NULL))))
);
ALTER TABLE public.dichtbij_decisionoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_decisionoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_draft (
    id bigint NOT NULL,
    form character varying(120) NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_draft FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_emergencyaccess (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    why character varying(8) NOT NULL,
    words text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT emergency_access_at_most_four_hours CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '04:00:00'::interval))))
);
ALTER TABLE ONLY public.dichtbij_emergencyaccess FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencyaccess ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_emergencyaccess_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_emergencypresumption (
    id bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_emergencypresumption FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencypresumption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_emergencypresumption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_emergencyreview (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    due_on date NOT NULL,
    verdict character varying(5) NOT NULL,
    words text NOT NULL,
    reviewed_at timestamp with time zone,
    access_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    reviewed_by_id bigint,
    CONSTRAINT emergency_review_whole CHECK ((((reviewed_at IS NULL) AND (reviewed_by_id IS NULL) AND ((verdict)::text = ''::text)) OR ((reviewed_at IS NOT NULL) AND (reviewed_by_id IS NOT NULL) AND (NOT ((verdict)::text = ''::text)))))
);
ALTER TABLE ONLY public.dichtbij_emergencyreview FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencyreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_emergencyreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.dichtbij_entry_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.dichtbij_entry (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    action_code character varying(1) NOT NULL,
    outcome character varying(1) NOT NULL,
    event_type character varying(60) NOT NULL,
    user_id bigint,
    user_name character varying(200) NOT NULL,
    role character varying(30) NOT NULL,
    organisation_id bigint,
    purpose character varying(30) NOT NULL,
    network_point character varying(60) NOT NULL,
    client_id bigint,
    object_type character varying(40) NOT NULL,
    object_id character varying(40) NOT NULL,
    permission character varying(40) NOT NULL,
    relation character varying(20) NOT NULL,
    consent_profile character varying(40) NOT NULL,
    emergency boolean NOT NULL,
    source character varying(20) NOT NULL,
    trace_id character varying(32) NOT NULL,
    programme_id bigint,
    sequence bigint NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
)
PARTITION BY RANGE (at);
CREATE TABLE public.dichtbij_entry_2022 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2023 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2024 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2025 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2026 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2027 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2028 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2029 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2030 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2031 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2032 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2033 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2034 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2035 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2036 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2037 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2038 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2039 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_2040 (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_entry_other (
    id bigint DEFAULT nextval('public.dichtbij_entry_number'::regclass) CONSTRAINT dichtbij_entry_id_not_null NOT NULL,
    event_id uuid CONSTRAINT dichtbij_entry_event_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT dichtbij_entry_at_not_null NOT NULL,
    action_code character varying(1) CONSTRAINT dichtbij_entry_action_code_not_null NOT NULL,
    outcome character varying(1) CONSTRAINT dichtbij_entry_outcome_not_null NOT NULL,
    event_type character varying(60) CONSTRAINT dichtbij_entry_event_type_not_null NOT NULL,
    user_id bigint,
    user_name character varying(200) CONSTRAINT dichtbij_entry_user_name_not_null NOT NULL,
    role character varying(30) CONSTRAINT dichtbij_entry_role_not_null NOT NULL,
    organisation_id bigint,
    purpose character varying(30) CONSTRAINT dichtbij_entry_purpose_not_null NOT NULL,
    network_point character varying(60) CONSTRAINT dichtbij_entry_network_point_not_null NOT NULL,
    client_id bigint,
    object_type character varying(40) CONSTRAINT dichtbij_entry_object_type_not_null NOT NULL,
    object_id character varying(40) CONSTRAINT dichtbij_entry_object_id_not_null NOT NULL,
    permission character varying(40) CONSTRAINT dichtbij_entry_permission_not_null NOT NULL,
    relation character varying(20) CONSTRAINT dichtbij_entry_relation_not_null NOT NULL,
    consent_profile character varying(40) CONSTRAINT dichtbij_entry_consent_profile_not_null NOT NULL,
    emergency boolean CONSTRAINT dichtbij_entry_emergency_not_null NOT NULL,
    source character varying(20) CONSTRAINT dichtbij_entry_source_not_null NOT NULL,
    trace_id character varying(32) CONSTRAINT dichtbij_entry_trace_id_not_null NOT NULL,
    programme_id bigint,
    sequence bigint CONSTRAINT dichtbij_entry_sequence_not_null NOT NULL,
    previous_hash bytea CONSTRAINT dichtbij_entry_previous_hash_not_null NOT NULL,
    hash bytea CONSTRAINT dichtbij_entry_hash_not_null NOT NULL
);
CREATE TABLE public.dichtbij_evaluationmoment (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    due_on date NOT NULL,
    agreement_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_evaluationmoment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_evaluationmoment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_evaluationround (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    due_on date NOT NULL,
    status character varying(7) NOT NULL,
    plan_id bigint,
    opened_at timestamp with time zone,
    reflections_until date,
    closed_by_id bigint,
    closed_at timestamp with time zone,
    numbers jsonb,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    CONSTRAINT evaluation_round_closed_whole CHECK (((NOT ((status)::text = 'closed'::text)) OR ((closed_at IS NOT NULL) AND (numbers IS NOT NULL) AND (pdf IS NOT NULL) AND (NOT ((sha256)::text = ''::text))))),
    CONSTRAINT evaluation_round_of_an_evaluation CHECK (((kind)::text = ANY ((ARRAY['interim_1'::character varying, 'interim_2'::character varying, 'final'::character varying])::text[])))
);
ALTER TABLE public.dichtbij_evaluationround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_evaluationround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_familymember (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    slot character varying(12) NOT NULL,
    tie character varying(4) NOT NULL,
    name character varying(120) NOT NULL,
    home smallint NOT NULL,
    address character varying(200) NOT NULL,
    language character varying(2) NOT NULL,
    since date NOT NULL,
    ended_on date,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    user_id bigint,
    CONSTRAINT dichtbij_familymember_home_check CHECK ((home >= 0))
);
ALTER TABLE ONLY public.dichtbij_familymember FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_familymember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_familymember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_filerequest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    words text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    status character varying(8) NOT NULL,
    answered_at timestamp with time zone,
    reason text NOT NULL,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    answered_by_id bigint,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    member_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    ground character varying(10) NOT NULL,
    left_out jsonb NOT NULL
);
ALTER TABLE ONLY public.dichtbij_filerequest FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_filerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_filerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_followingversion (
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    decision_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_followingversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_followingversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_goal (
    id bigint NOT NULL,
    words character varying(200) NOT NULL,
    owner character varying(12) NOT NULL,
    set_on date NOT NULL,
    ended_on date,
    client_id bigint NOT NULL,
    trajectory_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_goal FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_goalscore (
    id bigint NOT NULL,
    score smallint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    goal_id bigint NOT NULL,
    CONSTRAINT dichtbij_goalscore_score_check CHECK ((score >= 0)),
    CONSTRAINT goal_score_range CHECK ((score <= 10))
);
ALTER TABLE ONLY public.dichtbij_goalscore FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_goalscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_goalscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_handover (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    words text NOT NULL,
    channel character varying(20) NOT NULL,
    status character varying(8) NOT NULL,
    agreed_on date NOT NULL,
    done_on date,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    trajectory_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT handover_done_has_a_day CHECK (((NOT ((status)::text = 'done'::text)) OR (done_on IS NOT NULL)))
);
ALTER TABLE ONLY public.dichtbij_handover FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_helpground (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    words text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT help_ground_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE ONLY public.dichtbij_helpground FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_helpground ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_helpground_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_importrun (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(21) NOT NULL,
    file_name character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    sealed bytea,
    counts jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    committed_at timestamp with time zone,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_importrun FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_indicatorsignoff (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    indicator character varying(40) NOT NULL,
    version smallint NOT NULL,
    organisation_id bigint NOT NULL,
    signed_by_id bigint NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    CONSTRAINT dichtbij_indicatorsignoff_version_check CHECK ((version >= 0))
);
ALTER TABLE public.dichtbij_indicatorsignoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_indicatorsignoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_inquiry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    about_on date NOT NULL,
    expires_on date NOT NULL,
    answered_at timestamp with time zone,
    answers jsonb NOT NULL,
    read_by_on date NOT NULL,
    read_at timestamp with time zone,
    client_id bigint NOT NULL,
    member_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    referral_id bigint NOT NULL,
    version character varying(20) NOT NULL
);
ALTER TABLE ONLY public.dichtbij_inquiry FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_inquiry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_inquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_invitation (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    membership_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_itemtext (
    id bigint NOT NULL,
    instrument character varying(20) NOT NULL,
    version character varying(20) NOT NULL,
    language character varying(2) NOT NULL,
    number smallint NOT NULL,
    text character varying(300) NOT NULL,
    licence_holder character varying(120) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    CONSTRAINT dichtbij_itemtext_number_check CHECK ((number >= 0))
);
ALTER TABLE public.dichtbij_itemtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_itemtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_legalauthority (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    source character varying(14) NOT NULL,
    source_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    member_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT legal_authority_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE ONLY public.dichtbij_legalauthority FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_legalauthority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_legalauthority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_letter (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(8) NOT NULL,
    body text NOT NULL,
    his_text character varying(600) NOT NULL,
    status character varying(8) NOT NULL,
    dated_on date NOT NULL,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    released_at timestamp with time zone,
    pasted_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    written_by_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    referral_id bigint NOT NULL,
    trajectory_id bigint,
    audience character varying(6) NOT NULL,
    reader character varying(12) NOT NULL,
    CONSTRAINT letter_hash_is_of_its_bytes CHECK ((((pdf IS NULL) AND ((sha256)::text = ''::text)) OR ((sha256)::text = encode(sha256(pdf), 'hex'::text)))),
    CONSTRAINT letter_reader_is_of_the_family CHECK (((((audience)::text = 'gp'::text) AND ((reader)::text = ''::text)) OR (((audience)::text = 'family'::text) AND (NOT ((reader)::text = ''::text))))),
    CONSTRAINT letter_released_whole CHECK ((((pasted_at IS NULL) AND (released_at IS NULL) AND ((status)::text = 'draft'::text)) OR ((pdf IS NOT NULL) AND (released_at IS NOT NULL) AND ((status)::text = 'released'::text))))
);
ALTER TABLE ONLY public.dichtbij_letter FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_listedpractice (
    id bigint NOT NULL,
    source character varying(200) NOT NULL,
    listed_on date NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    why_not character varying(10) NOT NULL,
    why_not_on date,
    why_not_words character varying(200) NOT NULL
);
ALTER TABLE public.dichtbij_listedpractice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_listedpractice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_measurement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    instrument character varying(20) NOT NULL,
    version character varying(20) NOT NULL,
    informant character varying(12) NOT NULL,
    taken_on date NOT NULL,
    answers jsonb,
    scores jsonb NOT NULL,
    norms character varying(40) NOT NULL,
    missing smallint[] NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    entered_by_id bigint NOT NULL,
    referral_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_measurement FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_measurement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_membership (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    role character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    since timestamp with time zone NOT NULL,
    invited_by_id bigint,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    programme_id bigint,
    confirmed_by_id bigint,
    client_id bigint,
    CONSTRAINT membership_of_a_child_is_an_outsiders CHECK ((((client_id IS NULL) AND ((role)::text = ANY ((ARRAY['contract_manager'::character varying, 'gp'::character varying, 'municipal_officer'::character varying, 'platform_admin'::character varying, 'practice_assistant'::character varying, 'practitioner'::character varying, 'privacy_officer'::character varying, 'project_leader'::character varying, 'team_lead'::character varying])::text[]))) OR ((client_id IS NOT NULL) AND ((role)::text = ANY ((ARRAY['parent'::character varying, 'partner'::character varying, 'young_person'::character varying])::text[])))))
);
ALTER TABLE public.dichtbij_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_message (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(40) NOT NULL,
    link character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    channel_id bigint,
    client_id bigint,
    user_id bigint,
    programme_id bigint,
    medium character varying(4) NOT NULL,
    participant_id bigint,
    CONSTRAINT dichtbij_message_tries_check CHECK ((tries >= 0)),
    CONSTRAINT message_channel_of_client CHECK ((((channel_id IS NULL) AND (participant_id IS NULL)) OR (client_id IS NOT NULL)))
);
ALTER TABLE ONLY public.dichtbij_message FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_milestone (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    due_on date NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_municipality (
    code character varying(4) NOT NULL,
    name character varying(60) NOT NULL,
    province character varying(20) NOT NULL
);
CREATE TABLE public.dichtbij_objection (
    id bigint NOT NULL,
    words character varying(400) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    noted_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_objection FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_objection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_offer (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    status character varying(9) NOT NULL,
    reason character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    appointment_id bigint,
    client_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    practitioner_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    room_id bigint NOT NULL,
    hold_id bigint NOT NULL,
    CONSTRAINT offer_ends_later CHECK ((ends_at > starts_at))
);
ALTER TABLE ONLY public.dichtbij_offer FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_offer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_offerweighing (
    id bigint NOT NULL,
    offer_uuid uuid NOT NULL,
    place smallint NOT NULL,
    chosen boolean NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT dichtbij_offerweighing_place_check CHECK ((place >= 0))
);
ALTER TABLE ONLY public.dichtbij_offerweighing FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_offerweighing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_offerweighing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_onwardevent (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    channel character varying(20) NOT NULL,
    words character varying(400) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    onward_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_onwardevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_onwardevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_onwardevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_onwardreferral (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    destination character varying(24) NOT NULL,
    echelon character varying(10) NOT NULL,
    urgency character varying(12) NOT NULL,
    reason text NOT NULL,
    arguments jsonb NOT NULL,
    steps_tried text NOT NULL,
    wait_days smallint,
    bridging boolean NOT NULL,
    body text NOT NULL,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    status character varying(10) NOT NULL,
    version smallint NOT NULL,
    advised_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    ask_started_on date,
    advised_by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    prepared_by_id bigint,
    programme_id bigint NOT NULL,
    trajectory_id bigint NOT NULL,
    partner_id bigint,
    CONSTRAINT dichtbij_onwardreferral_version_check CHECK ((version >= 0)),
    CONSTRAINT dichtbij_onwardreferral_wait_days_check CHECK ((wait_days >= 0)),
    CONSTRAINT onward_beyond_draft_has_a_document CHECK ((((status)::text = 'draft'::text) OR (pdf IS NOT NULL))),
    CONSTRAINT onward_hash_is_of_its_bytes CHECK ((((pdf IS NULL) AND ((sha256)::text = ''::text)) OR ((sha256)::text = encode(sha256(pdf), 'hex'::text))))
);
ALTER TABLE ONLY public.dichtbij_onwardreferral FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_onwardreferral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_onwardreferral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_organisation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    agb_code character varying(8) NOT NULL,
    street character varying(120) NOT NULL,
    postcode character varying(7) NOT NULL,
    town character varying(60) NOT NULL,
    telephone character varying(20) NOT NULL,
    municipality_id character varying(4)
);
ALTER TABLE public.dichtbij_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_participant (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(120) NOT NULL,
    function character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    telephone character varying(20) NOT NULL,
    topics character varying(12)[] NOT NULL,
    invited_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_because character varying(20) NOT NULL,
    client_id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    user_id bigint,
    partner_id bigint
);
ALTER TABLE ONLY public.dichtbij_participant FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_participation (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_participation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_participation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_participationpause (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    words character varying(200) NOT NULL,
    participation_id bigint NOT NULL,
    CONSTRAINT pause_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.dichtbij_participationpause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_participationpause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_partner (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(14) NOT NULL,
    name character varying(120) NOT NULL,
    town character varying(60) NOT NULL,
    telephone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    freely_accessible boolean NOT NULL,
    brin character varying(6) NOT NULL,
    offer character varying(400) NOT NULL,
    ended_on date,
    programme_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_partnerwait (
    id bigint NOT NULL,
    days smallint NOT NULL,
    confirmed_by character varying(120) NOT NULL,
    confirmed_on date NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT dichtbij_partnerwait_days_check CHECK ((days >= 0))
);
ALTER TABLE public.dichtbij_partnerwait ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_partnerwait_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_pasttrajectory (
    id bigint NOT NULL,
    source_key character varying(60) NOT NULL,
    age_band character varying(5) NOT NULL,
    sex character varying(1) NOT NULL,
    urgency character varying(8) NOT NULL,
    referred_on date NOT NULL,
    first_contact_on date,
    first_consult_on date,
    themes jsonb NOT NULL,
    contacts smallint,
    minutes integer,
    no_shows smallint,
    closed_on date,
    close_reason character varying(2) NOT NULL,
    outcome character varying(20) NOT NULL,
    satisfaction smallint,
    without_help character varying(12) NOT NULL,
    holder_id bigint NOT NULL,
    municipality_id character varying(4),
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT dichtbij_pasttrajectory_contacts_check CHECK ((contacts >= 0)),
    CONSTRAINT dichtbij_pasttrajectory_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT dichtbij_pasttrajectory_no_shows_check CHECK ((no_shows >= 0)),
    CONSTRAINT dichtbij_pasttrajectory_satisfaction_check CHECK ((satisfaction >= 0))
);
ALTER TABLE ONLY public.dichtbij_pasttrajectory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_pasttrajectory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_pasttrajectory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_patientcount (
    id bigint NOT NULL,
    counted_on date NOT NULL,
    patients integer,
    youths integer NOT NULL,
    source character varying(200) NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT dichtbij_patientcount_patients_check CHECK ((patients >= 0)),
    CONSTRAINT dichtbij_patientcount_youths_check CHECK ((youths >= 0)),
    CONSTRAINT youths_are_patients CHECK (((patients IS NULL) OR (patients >= youths)))
);
ALTER TABLE public.dichtbij_patientcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_patientcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_personallink (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    token_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    purpose character varying(12) NOT NULL,
    subject uuid NOT NULL,
    holder_of_link uuid NOT NULL,
    role character varying(20) NOT NULL,
    wrong_codes smallint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT dichtbij_personallink_wrong_codes_check CHECK ((wrong_codes >= 0))
);
ALTER TABLE public.dichtbij_personallink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_personallink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_practiceday (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    practitioner_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    room_id bigint NOT NULL,
    CONSTRAINT dichtbij_practiceday_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT practice_day_ends_later CHECK ((ends > starts)),
    CONSTRAINT practice_day_weekday CHECK ((weekday <= 6))
);
ALTER TABLE public.dichtbij_practiceday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_practiceday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_practicevote (
    id bigint NOT NULL,
    decision_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    option_id bigint NOT NULL,
    words character varying(600) NOT NULL,
    voted_by_id bigint NOT NULL,
    voted_at timestamp with time zone NOT NULL
);
ALTER TABLE public.dichtbij_practicevote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_practicevote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_privacyspending (
    id bigint NOT NULL,
    client_id bigint NOT NULL,
    release_id bigint NOT NULL,
    "table" character varying(40) NOT NULL,
    year smallint NOT NULL,
    milli_epsilon integer NOT NULL,
    CONSTRAINT dichtbij_privacyspending_milli_epsilon_check CHECK ((milli_epsilon >= 0)),
    CONSTRAINT dichtbij_privacyspending_year_check CHECK ((year >= 0))
);
ALTER TABLE ONLY public.dichtbij_privacyspending FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_privacyspending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_privacyspending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_professionalregistration (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    register character varying(3) NOT NULL,
    number character varying(20) NOT NULL,
    chamber character varying(60) NOT NULL,
    valid_until date NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    holder_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL,
    warned_days smallint,
    CONSTRAINT dichtbij_professionalregistration_warned_days_check CHECK ((warned_days >= 0))
);
ALTER TABLE ONLY public.dichtbij_professionalregistration FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_professionalregistration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_professionalregistration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_programme (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    slug character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    function_label character varying(60) NOT NULL,
    phase character varying(12) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    school_region character varying(6) NOT NULL,
    first_contact_norm_days smallint NOT NULL,
    first_consult_norm_days smallint NOT NULL,
    consult_minutes smallint NOT NULL,
    family_languages character varying(2)[] NOT NULL,
    aims text NOT NULL,
    shares_practices boolean NOT NULL,
    publication_noise smallint,
    publication_months smallint NOT NULL,
    public_page boolean NOT NULL,
    CONSTRAINT dichtbij_programme_consult_minutes_check CHECK ((consult_minutes >= 0)),
    CONSTRAINT dichtbij_programme_first_consult_norm_days_check CHECK ((first_consult_norm_days >= 0)),
    CONSTRAINT dichtbij_programme_first_contact_norm_days_check CHECK ((first_contact_norm_days >= 0)),
    CONSTRAINT dichtbij_programme_publication_months_check CHECK ((publication_months >= 0)),
    CONSTRAINT dichtbij_programme_publication_noise_check CHECK ((publication_noise >= 0)),
    CONSTRAINT programme_noise_is_known CHECK (((publication_noise IS NULL) OR (publication_noise = ANY (ARRAY[1, 2, 4])))),
    CONSTRAINT programme_publishes_closed_periods CHECK ((publication_months = ANY (ARRAY[3, 6, 12])))
);
ALTER TABLE public.dichtbij_programme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_programmeemployer (
    id bigint NOT NULL,
    employer_id bigint NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_programmeemployer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_programmeemployer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_programmemunicipality (
    id bigint NOT NULL,
    municipality_id character varying(4) NOT NULL,
    programme_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_programmemunicipality ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_programmemunicipality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_quarterlyreturn (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    quarter_on date NOT NULL,
    referrals integer NOT NULL,
    youths integer NOT NULL,
    supplier character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    complete_percent smallint NOT NULL,
    corrects_id bigint,
    given_by_id bigint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT dichtbij_quarterlyreturn_complete_percent_check CHECK ((complete_percent >= 0)),
    CONSTRAINT dichtbij_quarterlyreturn_referrals_check CHECK ((referrals >= 0)),
    CONSTRAINT dichtbij_quarterlyreturn_youths_check CHECK ((youths >= 0)),
    CONSTRAINT return_has_youths CHECK ((youths >= 1)),
    CONSTRAINT return_is_complete_to_a_share CHECK (((complete_percent >= 1) AND (complete_percent <= 100))),
    CONSTRAINT return_of_a_quarter CHECK (((EXTRACT(day FROM quarter_on) = (1)::numeric) AND (EXTRACT(month FROM quarter_on) = ANY (ARRAY[(1)::numeric, (4)::numeric, (7)::numeric, (10)::numeric]))))
);
ALTER TABLE public.dichtbij_quarterlyreturn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_quarterlyreturn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_recoverycode (
    id bigint NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_recoverycode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_recoverycode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_referral (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    questions character varying(7)[] NOT NULL,
    primary_question character varying(7) NOT NULL,
    sentence character varying(400) NOT NULL,
    urgency character varying(8) NOT NULL,
    target_on date NOT NULL,
    status character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    decline_reason character varying(400) NOT NULL,
    promised_median_days smallint,
    promised_p90_days smallint,
    changed_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    decided_by_id bigint,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    CONSTRAINT dichtbij_referral_promised_median_days_check CHECK ((promised_median_days >= 0)),
    CONSTRAINT dichtbij_referral_promised_p90_days_check CHECK ((promised_p90_days >= 0)),
    CONSTRAINT referral_decided_whole CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);
ALTER TABLE ONLY public.dichtbij_referral FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_referralevent (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    at timestamp with time zone NOT NULL,
    owner character varying(120) NOT NULL,
    concerns_at timestamp with time zone,
    words character varying(400) NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    referral_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_referralevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_referralevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_referralevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_reflection (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    party character varying(12) NOT NULL,
    organisation_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    grade smallint,
    goes_well text NOT NULL,
    must_change text NOT NULL,
    would_miss text NOT NULL,
    given_by_id bigint,
    given_at timestamp with time zone,
    CONSTRAINT dichtbij_reflection_grade_check CHECK ((grade >= 0)),
    CONSTRAINT reflection_grade CHECK (((grade IS NULL) OR ((grade >= 1) AND (grade <= 10)))),
    CONSTRAINT reflection_of_an_organisation CHECK (((party)::text = ANY ((ARRAY['gp'::character varying, 'employer'::character varying, 'municipality'::character varying])::text[])))
);
ALTER TABLE public.dichtbij_reflection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_reflection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_registrationoverride (
    id bigint NOT NULL,
    reason text NOT NULL,
    until_on date NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_registrationoverride FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_registrationoverride ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_registrationoverride_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_reportingduty (
    id bigint NOT NULL,
    words character varying(200) NOT NULL,
    every character varying(9) NOT NULL,
    detail character varying(200) NOT NULL,
    agreement_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_reportingduty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_reportingduty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_room (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    practice_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_room ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_ruleacceptance (
    id bigint NOT NULL,
    rule character varying(10) NOT NULL,
    version smallint NOT NULL,
    accepted_by character varying(120) NOT NULL,
    accepted_on date NOT NULL,
    noted_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT dichtbij_ruleacceptance_version_check CHECK ((version >= 0))
);
ALTER TABLE public.dichtbij_ruleacceptance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_ruleacceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_sharedvalue (
    key character varying(64) NOT NULL,
    value jsonb NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.dichtbij_sightdelay (
    id bigint NOT NULL,
    reason text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    review_on date NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    noted_by_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_sightdelay FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_sightdelay ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_sightdelay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_signature (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    capacity character varying(20) NOT NULL,
    agb_code character varying(8) NOT NULL,
    proof character varying(40) NOT NULL,
    sha256 character varying(64) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    onward_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    signed_by_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_signature FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_slothold (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    practitioner_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    room_id bigint NOT NULL
);
ALTER TABLE public.dichtbij_slothold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_slothold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_statement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    month_on date NOT NULL,
    status character varying(8) NOT NULL,
    committed_minutes integer NOT NULL,
    given_minutes integer NOT NULL,
    amount_cents integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    employer_at timestamp with time zone,
    municipality_at timestamp with time zone,
    returned_words character varying(400) NOT NULL,
    pdf bytea,
    sha256 character varying(64) NOT NULL,
    agreement_id bigint NOT NULL,
    employer_by_id bigint,
    holder_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    municipality_by_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT dichtbij_statement_committed_minutes_check CHECK ((committed_minutes >= 0)),
    CONSTRAINT statement_four_eyes CHECK ((((employer_by_id IS NULL) OR (NOT ((employer_by_id = made_by_id) AND (employer_by_id IS NOT NULL)))) AND ((municipality_by_id IS NULL) OR ((NOT ((municipality_by_id = employer_by_id) AND (municipality_by_id IS NOT NULL) AND (employer_by_id IS NOT NULL))) AND (NOT ((municipality_by_id = made_by_id) AND (municipality_by_id IS NOT NULL)))))))
);
ALTER TABLE public.dichtbij_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_statementline (
    id bigint NOT NULL,
    given_in_on date NOT NULL,
    minutes integer NOT NULL,
    cents_per_hour integer NOT NULL,
    amount_cents integer NOT NULL,
    statement_id bigint NOT NULL,
    CONSTRAINT dichtbij_statementline_cents_per_hour_check CHECK ((cents_per_hour >= 0))
);
ALTER TABLE public.dichtbij_statementline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_statementline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_submission (
    id bigint NOT NULL,
    key uuid NOT NULL,
    answer character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_submission FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_takeover (
    id bigint NOT NULL,
    item character varying(60) NOT NULL,
    how character varying(6) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    from_owner_id bigint,
    to_owner_id bigint,
    transition_id bigint NOT NULL,
    CONSTRAINT take_over_has_an_owner_unless_ended CHECK (((((how)::text = 'ended'::text) AND (to_owner_id IS NULL)) OR ((NOT ((how)::text = 'ended'::text)) AND (to_owner_id IS NOT NULL))))
);
ALTER TABLE ONLY public.dichtbij_takeover FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_takeover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_takeover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_tariff (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    cents_per_hour integer NOT NULL,
    indexation_permille smallint NOT NULL,
    indexation_words character varying(200) NOT NULL,
    agreement_id bigint NOT NULL,
    CONSTRAINT dichtbij_tariff_cents_per_hour_check CHECK ((cents_per_hour >= 0)),
    CONSTRAINT tariff_positive CHECK (((cents_per_hour > 0) AND (valid_until >= valid_from)))
);
ALTER TABLE public.dichtbij_tariff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_tariff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_task (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(10) NOT NULL,
    words character varying(400) NOT NULL,
    due_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    client_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    referral_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_task FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_timespent (
    id bigint NOT NULL,
    activity character varying(36) NOT NULL,
    minutes smallint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    CONSTRAINT dichtbij_timespent_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT time_spent_within_a_day CHECK (((minutes > 0) AND (minutes <= 720)))
);
ALTER TABLE ONLY public.dichtbij_timespent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_timespent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_timespent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_trajectory (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    opened_on date NOT NULL,
    first_contact_on date,
    first_consult_on date,
    closed_on date,
    outcome character varying(24) NOT NULL,
    close_reason character varying(2) NOT NULL,
    close_words text NOT NULL,
    satisfaction_due_on date,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    practitioner_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    referral_id bigint NOT NULL,
    CONSTRAINT trajectory_closed_whole CHECK (((((close_reason)::text = ''::text) AND (closed_on IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_on IS NOT NULL) AND (NOT ((outcome)::text = ''::text)) AND (NOT ((close_reason)::text = ''::text)))))
);
ALTER TABLE ONLY public.dichtbij_trajectory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_trajectory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_trajectory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_transition (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    takes_effect_on date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    client_id bigint,
    holder_id bigint NOT NULL,
    participation_id bigint,
    practitioner_id bigint,
    programme_id bigint NOT NULL,
    started_by_id bigint NOT NULL,
    from_municipality_id character varying(4),
    to_municipality_id character varying(4),
    CONSTRAINT transition_of_one_thing CHECK ((((client_id IS NOT NULL) AND (participation_id IS NULL) AND (practitioner_id IS NULL)) OR ((client_id IS NULL) AND (participation_id IS NULL) AND (practitioner_id IS NOT NULL)) OR ((client_id IS NULL) AND (participation_id IS NOT NULL) AND (practitioner_id IS NULL))))
);
ALTER TABLE ONLY public.dichtbij_transition FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_transition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_transition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    uuid uuid NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    registration character varying(30) NOT NULL,
    is_active boolean NOT NULL,
    system boolean NOT NULL,
    persona character varying(30) NOT NULL,
    session_round integer NOT NULL,
    CONSTRAINT dichtbij_user_session_round_check CHECK ((session_round >= 0))
);
ALTER TABLE public.dichtbij_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_voice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    party character varying(12) NOT NULL,
    grade smallint,
    goes_well text NOT NULL,
    must_change text NOT NULL,
    would_miss text NOT NULL,
    given_on date NOT NULL,
    CONSTRAINT dichtbij_voice_grade_check CHECK ((grade >= 0)),
    CONSTRAINT voice_grade CHECK (((grade IS NULL) OR ((grade >= 1) AND (grade <= 10))))
);
ALTER TABLE ONLY public.dichtbij_voice FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_voice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_voice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_voicerequest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    party character varying(12) NOT NULL,
    token_hash bytea NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_on date,
    CONSTRAINT voice_request_to_a_person CHECK (((party)::text = ANY ((ARRAY['family'::character varying, 'school'::character varying, 'practitioner'::character varying])::text[])))
);
ALTER TABLE public.dichtbij_voicerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_voicerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_voicesummary (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    evaluation_round_id bigint NOT NULL,
    party character varying(12) NOT NULL,
    words text NOT NULL,
    written_by_id bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    checked_by_id bigint,
    checked_at timestamp with time zone,
    CONSTRAINT voice_summary_by_two CHECK (((checked_by_id IS NULL) OR (NOT ((checked_by_id = written_by_id) AND (checked_by_id IS NOT NULL)))))
);
ALTER TABLE public.dichtbij_voicesummary ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_voicesummary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_waitingentry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    since_at timestamp with time zone NOT NULL,
    target_on date NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(10) NOT NULL,
    client_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    referral_id bigint NOT NULL,
    elsewhere boolean NOT NULL
);
ALTER TABLE ONLY public.dichtbij_waitingentry FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_waitingentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_waitingentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_weekconfirmation (
    id bigint NOT NULL,
    week_on date NOT NULL,
    minutes jsonb NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    holder_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.dichtbij_weekconfirmation FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_weekconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_weekconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dichtbij_workentry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    worked_on date NOT NULL,
    kind character varying(8) NOT NULL,
    minutes integer NOT NULL,
    words character varying(200) NOT NULL,
    corrects uuid,
    noted_at timestamp with time zone NOT NULL,
    holder_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    practice_id bigint,
    programme_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT work_entry_positive_unless_corrects CHECK ((((corrects IS NULL) AND (minutes > 0) AND (minutes <= 720)) OR ((corrects IS NOT NULL) AND (NOT (minutes = 0)))))
);
ALTER TABLE ONLY public.dichtbij_workentry FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_workentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dichtbij_workentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.stat_cell (
    id bigint NOT NULL,
    release_id bigint NOT NULL,
    "table" character varying(40) NOT NULL,
    "row" character varying(60) NOT NULL,
    "column" character varying(60) NOT NULL,
    count integer NOT NULL,
    CONSTRAINT stat_cell_count_check CHECK ((count >= 0))
);
ALTER TABLE public.stat_cell ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stat_cell_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.stat_release (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    programme_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    withheld boolean NOT NULL,
    manifest jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    previous character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT release_ends_after_start CHECK ((ends_on > starts_on))
);
ALTER TABLE public.stat_release ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stat_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2022 FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2023-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2023 FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2024 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2026 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2027 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2028 FOR VALUES FROM ('2028-01-01 00:00:00+00') TO ('2029-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2029 FOR VALUES FROM ('2029-01-01 00:00:00+00') TO ('2030-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2030 FOR VALUES FROM ('2030-01-01 00:00:00+00') TO ('2031-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2031 FOR VALUES FROM ('2031-01-01 00:00:00+00') TO ('2032-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2032 FOR VALUES FROM ('2032-01-01 00:00:00+00') TO ('2033-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2033 FOR VALUES FROM ('2033-01-01 00:00:00+00') TO ('2034-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2034 FOR VALUES FROM ('2034-01-01 00:00:00+00') TO ('2035-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2035 FOR VALUES FROM ('2035-01-01 00:00:00+00') TO ('2036-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2036 FOR VALUES FROM ('2036-01-01 00:00:00+00') TO ('2037-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2037 FOR VALUES FROM ('2037-01-01 00:00:00+00') TO ('2038-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2038 FOR VALUES FROM ('2038-01-01 00:00:00+00') TO ('2039-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2039 FOR VALUES FROM ('2039-01-01 00:00:00+00') TO ('2040-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_2040 FOR VALUES FROM ('2040-01-01 00:00:00+00') TO ('2041-01-01 00:00:00+00');
ALTER TABLE ONLY public.dichtbij_entry ATTACH PARTITION public.dichtbij_entry_other DEFAULT;
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.dichtbij_municipality VALUES ('1680', 'Aa en Hunze', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0358', 'Aalsmeer', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0197', 'Aalten', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0059', 'Achtkarspelen', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0482', 'Alblasserdam', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0613', 'Albrandswaard', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0361', 'Alkmaar', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0141', 'Almelo', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0034', 'Almere', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('0484', 'Alphen aan den Rijn', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1723', 'Alphen-Chaam', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1959', 'Altena', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0060', 'Ameland', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0307', 'Amersfoort', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0362', 'Amstelveen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0363', 'Amsterdam', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0200', 'Apeldoorn', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0202', 'Arnhem', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0106', 'Assen', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0743', 'Asten', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0744', 'Baarle-Nassau', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0308', 'Baarn', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0489', 'Barendrecht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0203', 'Barneveld', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0888', 'Beek (L.)', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1954', 'Beekdaelen', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0889', 'Beesel', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1945', 'Berg en Dal', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1724', 'Bergeijk', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0893', 'Bergen (L.)', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0373', 'Bergen (NH.)', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0748', 'Bergen op Zoom', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1859', 'Berkelland', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1721', 'Bernheze', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0753', 'Best', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0209', 'Beuningen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0375', 'Beverwijk', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0310', 'De Bilt', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1728', 'Bladel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0376', 'Blaricum', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0377', 'Bloemendaal', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1901', 'Bodegraven-Reeuwijk', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0755', 'Boekel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1681', 'Borger-Odoorn', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0147', 'Borne', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0654', 'Borsele', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0757', 'Boxtel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0758', 'Breda', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1876', 'Bronckhorst', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0213', 'Brummen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0899', 'Brunssum', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0312', 'Bunnik', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0313', 'Bunschoten', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0214', 'Buren', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0502', 'Capelle aan den IJssel', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0383', 'Castricum', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0109', 'Coevorden', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('1706', 'Cranendonck', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0216', 'Culemborg', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0148', 'Dalfsen', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1891', 'Dantumadiel', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0503', 'Delft', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0762', 'Deurne', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0150', 'Deventer', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0384', 'Diemen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1980', 'Dijk en Waard', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1774', 'Dinkelland', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0221', 'Doesburg', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0222', 'Doetinchem', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0766', 'Dongen', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0505', 'Dordrecht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0498', 'Drechterland', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1719', 'Drimmelen', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0303', 'Dronten', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('0225', 'Druten', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0226', 'Duiven', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1711', 'Echt-Susteren', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0385', 'Edam-Volendam', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0228', 'Ede', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0317', 'Eemnes', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1979', 'Eemsdelta', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('0770', 'Eersel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1903', 'Eijsden-Margraten', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0772', 'Eindhoven', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0230', 'Elburg', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0114', 'Emmen', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0388', 'Enkhuizen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0153', 'Enschede', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0232', 'Epe', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0233', 'Ermelo', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0777', 'Etten-Leur', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1940', 'De Fryske Marren', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0779', 'Geertruidenberg', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1771', 'Geldrop-Mierlo', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1652', 'Gemert-Bakel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0907', 'Gennep', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0784', 'Gilze en Rijen', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1924', 'Goeree-Overflakkee', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0664', 'Goes', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0785', 'Goirle', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1942', 'Gooise Meren', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0512', 'Gorinchem', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0513', 'Gouda', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0518', '''s-Gravenhage', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0014', 'Groningen', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1729', 'Gulpen-Wittem', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0158', 'Haaksbergen', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0392', 'Haarlem', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0394', 'Haarlemmermeer', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1655', 'Halderberge', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0160', 'Hardenberg', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0243', 'Harderwijk', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0523', 'Hardinxveld-Giessendam', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0072', 'Harlingen', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0244', 'Hattem', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0396', 'Heemskerk', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0397', 'Heemstede', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0246', 'Heerde', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0074', 'Heerenveen', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0917', 'Heerlen', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1658', 'Heeze-Leende', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0399', 'Heiloo', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0400', 'Den Helder', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0163', 'Hellendoorn', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0794', 'Helmond', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0531', 'Hendrik-Ido-Ambacht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0164', 'Hengelo (O.)', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0796', '''s-Hertogenbosch', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0252', 'Heumen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0797', 'Heusden', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0534', 'Hillegom', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0798', 'Hilvarenbeek', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0402', 'Hilversum', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1963', 'Hoeksche Waard', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1735', 'Hof van Twente', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1966', 'Het Hogeland', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1911', 'Hollands Kroon', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0118', 'Hoogeveen', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0405', 'Hoorn', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1507', 'Horst aan de Maas', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0321', 'Houten', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0406', 'Huizen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0677', 'Hulst', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0353', 'IJsselstein', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1884', 'Kaag en Braassem', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0166', 'Kampen', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0678', 'Kapelle', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0537', 'Katwijk', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0928', 'Kerkrade', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1598', 'Koggenland', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0542', 'Krimpen aan den IJssel', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1931', 'Krimpenerwaard', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1659', 'Laarbeek', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1982', 'Land van Cuijk', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0882', 'Landgraaf', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0415', 'Landsmeer', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1621', 'Lansingerland', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0417', 'Laren (NH.)', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0080', 'Leeuwarden', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0546', 'Leiden', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0547', 'Leiderdorp', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1916', 'Leidschendam-Voorburg', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0995', 'Lelystad', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('1640', 'Leudal', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0327', 'Leusden', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1705', 'Lingewaard', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0553', 'Lisse', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0262', 'Lochem', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0809', 'Loon op Zand', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0331', 'Lopik', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0168', 'Losser', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0263', 'Maasdriel', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1641', 'Maasgouw', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1991', 'Maashorst', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0556', 'Maassluis', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0935', 'Maastricht', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0420', 'Medemblik', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0938', 'Meerssen', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1948', 'Meierijstad', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0119', 'Meppel', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0687', 'Middelburg (Z.)', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('1842', 'Midden-Delfland', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1731', 'Midden-Drenthe', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('1952', 'Midden-Groningen', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1709', 'Moerdijk', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1978', 'Molenlanden', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1955', 'Montferland', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0335', 'Montfoort', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0944', 'Mook en Middelaar', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1740', 'Neder-Betuwe', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0946', 'Nederweert', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0356', 'Nieuwegein', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0569', 'Nieuwkoop', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0267', 'Nijkerk', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0268', 'Nijmegen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1930', 'Nissewaard', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1970', 'Noardeast-Fryslân', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('1695', 'Noord-Beveland', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('1699', 'Noordenveld', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0171', 'Noordoostpolder', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('0575', 'Noordwijk', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0820', 'Nuenen, Gerwen en Nederwetten', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0302', 'Nunspeet', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0579', 'Oegstgeest', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0823', 'Oirschot', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0824', 'Oisterwijk', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1895', 'Oldambt', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('0269', 'Oldebroek', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0173', 'Oldenzaal', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1773', 'Olst-Wijhe', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0175', 'Ommen', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1586', 'Oost Gelre', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0826', 'Oosterhout', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0085', 'Ooststellingwerf', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0431', 'Oostzaan', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0432', 'Opmeer', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0086', 'Opsterland', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0828', 'Oss', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1509', 'Oude IJsselstreek', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0437', 'Ouder-Amstel', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0589', 'Oudewater', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1734', 'Overbetuwe', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0590', 'Papendrecht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1894', 'Peel en Maas', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0765', 'Pekela', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1926', 'Pijnacker-Nootdorp', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0439', 'Purmerend', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0273', 'Putten', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0177', 'Raalte', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0703', 'Reimerswaal', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0274', 'Renkum', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0339', 'Renswoude', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1667', 'Reusel-De Mierden', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0275', 'Rheden', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0340', 'Rhenen', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0597', 'Ridderkerk', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1742', 'Rijssen-Holten', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0603', 'Rijswijk (ZH.)', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1669', 'Roerdalen', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0957', 'Roermond', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0736', 'De Ronde Venen', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1674', 'Roosendaal', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0599', 'Rotterdam', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0277', 'Rozendaal', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0840', 'Rucphen', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0441', 'Schagen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0279', 'Scherpenzeel', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0606', 'Schiedam', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0088', 'Schiermonnikoog', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('1676', 'Schouwen-Duiveland', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0965', 'Simpelveld', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0845', 'Sint-Michielsgestel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1883', 'Sittard-Geleen', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0610', 'Sliedrecht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1714', 'Sluis', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0090', 'Smallingerland', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0342', 'Soest', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0847', 'Someren', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0848', 'Son en Breugel', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0037', 'Stadskanaal', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('0180', 'Staphorst', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0532', 'Stede Broec', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0851', 'Steenbergen', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1708', 'Steenwijkerland', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0971', 'Stein (L.)', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1904', 'Stichtse Vecht', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1900', 'Súdwest-Fryslân', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0715', 'Terneuzen', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0093', 'Terschelling', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0448', 'Texel', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1525', 'Teylingen', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0716', 'Tholen', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0281', 'Tiel', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0855', 'Tilburg', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0183', 'Tubbergen', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1700', 'Twenterand', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('1730', 'Tynaarlo', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0737', 'Tytsjerksteradiel', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0450', 'Uitgeest', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0451', 'Uithoorn', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0184', 'Urk', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('0344', 'Utrecht', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1581', 'Utrechtse Heuvelrug', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0981', 'Vaals', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0994', 'Valkenburg aan de Geul', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0858', 'Valkenswaard', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0047', 'Veendam', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('0345', 'Veenendaal', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0717', 'Veere', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0861', 'Veldhoven', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0453', 'Velsen', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0983', 'Venlo', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('0984', 'Venray', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1961', 'Vijfheerenlanden', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0622', 'Vlaardingen', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0096', 'Vlieland', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0718', 'Vlissingen', 'Zeeland');
INSERT INTO public.dichtbij_municipality VALUES ('0986', 'Voerendaal', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1992', 'Voorne aan Zee', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0626', 'Voorschoten', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0285', 'Voorst', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0865', 'Vught', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('1949', 'Waadhoeke', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0866', 'Waalre', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0867', 'Waalwijk', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0627', 'Waddinxveen', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0289', 'Wageningen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0629', 'Wassenaar', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0852', 'Waterland', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0988', 'Weert', 'Limburg');
INSERT INTO public.dichtbij_municipality VALUES ('1960', 'West Betuwe', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0668', 'West Maas en Waal', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1969', 'Westerkwartier', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1701', 'Westerveld', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0293', 'Westervoort', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1950', 'Westerwolde', 'Groningen');
INSERT INTO public.dichtbij_municipality VALUES ('1783', 'Westland', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0098', 'Weststellingwerf', 'Fryslân');
INSERT INTO public.dichtbij_municipality VALUES ('0189', 'Wierden', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0296', 'Wijchen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1696', 'Wijdemeren', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0352', 'Wijk bij Duurstede', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0294', 'Winterswijk', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0873', 'Woensdrecht', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0632', 'Woerden', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('1690', 'De Wolden', 'Drenthe');
INSERT INTO public.dichtbij_municipality VALUES ('0880', 'Wormerland', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0351', 'Woudenberg', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0479', 'Zaanstad', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0297', 'Zaltbommel', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0473', 'Zandvoort', 'Noord-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0050', 'Zeewolde', 'Flevoland');
INSERT INTO public.dichtbij_municipality VALUES ('0355', 'Zeist', 'Utrecht');
INSERT INTO public.dichtbij_municipality VALUES ('0299', 'Zevenaar', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('0637', 'Zoetermeer', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0638', 'Zoeterwoude', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('1892', 'Zuidplas', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0879', 'Zundert', 'Noord-Brabant');
INSERT INTO public.dichtbij_municipality VALUES ('0301', 'Zutphen', 'Gelderland');
INSERT INTO public.dichtbij_municipality VALUES ('1896', 'Zwartewaterland', 'Overijssel');
INSERT INTO public.dichtbij_municipality VALUES ('0642', 'Zwijndrecht', 'Zuid-Holland');
INSERT INTO public.dichtbij_municipality VALUES ('0193', 'Zwolle', 'Overijssel');
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_addendum_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_agreedday_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_agreedhours_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_agreement_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_agreementparty_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_analysisplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_appointment_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_calendarfeed_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_capacityjudgement_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_carelevel_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_carerelation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_caseconsultation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_chain_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_channel_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_citedrelease_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_client_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_closure_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_concern_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_concernstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_consent_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_consultationtopic_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_contact_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_courtmeasure_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_cover_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_decisionoption_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_draft_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_emergencyaccess_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_emergencypresumption_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_emergencyreview_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_entry_number', 1, false);
SELECT pg_catalog.setval('public.dichtbij_evaluationmoment_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_evaluationround_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_familymember_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_filerequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_followingversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_goal_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_goalscore_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_handover_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_helpground_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_importrun_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_indicatorsignoff_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_inquiry_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_itemtext_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_legalauthority_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_letter_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_listedpractice_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_measurement_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_message_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_milestone_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_objection_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_offer_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_offerweighing_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_onwardevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_onwardreferral_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_participant_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_participation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_participationpause_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_partner_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_partnerwait_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_pasttrajectory_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_patientcount_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_personallink_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_practiceday_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_practicevote_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_privacyspending_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_professionalregistration_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_programme_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_programmeemployer_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_programmemunicipality_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_quarterlyreturn_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_recoverycode_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_referral_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_referralevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_reflection_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_registrationoverride_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_reportingduty_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_room_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_ruleacceptance_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_sightdelay_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_signature_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_slothold_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_statement_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_statementline_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_submission_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_takeover_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_tariff_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_task_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_timespent_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_trajectory_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_transition_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_voice_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_voicerequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_voicesummary_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_waitingentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_weekconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.dichtbij_workentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.stat_cell_id_seq', 1, false);
SELECT pg_catalog.setval('public.stat_release_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreedhours
    ADD CONSTRAINT agreed_hours_once UNIQUE (agreement_id, practice_id);
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT agreement_party_once UNIQUE (agreement_id, organisation_id);
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT agreement_version_once UNIQUE (series, version);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_one_per_client EXCLUDE USING gist (client_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE (((status)::text = ANY ((ARRAY['booked'::character varying, 'held'::character varying, 'no_show'::character varying])::text[])));
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_one_per_practitioner EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE (((status)::text = ANY ((ARRAY['booked'::character varying, 'held'::character varying, 'no_show'::character varying])::text[])));
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_one_per_room EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE (((status)::text = ANY ((ARRAY['booked'::character varying, 'held'::character varying, 'no_show'::character varying])::text[])));
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT caseconsultation_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_chain
    ADD CONSTRAINT chain_once UNIQUE NULLS NOT DISTINCT (programme_id);
ALTER TABLE ONLY public.dichtbij_channel
    ADD CONSTRAINT channel_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT client_bsn_once UNIQUE (programme_id, holder_id, practice_id, bsn_index);
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT client_wall_keys UNIQUE (id, programme_id, holder_id, practice_id);
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT concern_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT contact_appointment_once UNIQUE (client_id, appointment_id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT contact_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_programmemunicipality
    ADD CONSTRAINT covered_once UNIQUE (programme_id, municipality_id);
ALTER TABLE ONLY public.dichtbij_decisionoption
    ADD CONSTRAINT decision_option_once UNIQUE (decision_id, kind);
ALTER TABLE ONLY public.dichtbij_addendum
    ADD CONSTRAINT dichtbij_addendum_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreedday
    ADD CONSTRAINT dichtbij_agreedday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreedhours
    ADD CONSTRAINT dichtbij_agreedhours_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT dichtbij_agreementparty_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT dichtbij_agreementparty_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_analysisplan
    ADD CONSTRAINT dichtbij_analysisplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_analysisplan
    ADD CONSTRAINT dichtbij_analysisplan_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_capacityjudgement
    ADD CONSTRAINT dichtbij_capacityjudgement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_carelevel
    ADD CONSTRAINT dichtbij_carelevel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_carerelation
    ADD CONSTRAINT dichtbij_carerelation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsultation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsultation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_chain
    ADD CONSTRAINT dichtbij_chain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_channel
    ADD CONSTRAINT dichtbij_channel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_citedrelease
    ADD CONSTRAINT dichtbij_citedrelease_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_uuid_9b593998_uniq UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_consultationtopic
    ADD CONSTRAINT dichtbij_consultationtopic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_courtmeasure
    ADD CONSTRAINT dichtbij_courtmeasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_decisionoption
    ADD CONSTRAINT dichtbij_decisionoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_draft
    ADD CONSTRAINT dichtbij_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyaccess_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyaccess_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_emergencypresumption
    ADD CONSTRAINT dichtbij_emergencypresumption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyreview_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_entry
    ADD CONSTRAINT dichtbij_entry_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2022
    ADD CONSTRAINT dichtbij_entry_2022_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2023
    ADD CONSTRAINT dichtbij_entry_2023_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2024
    ADD CONSTRAINT dichtbij_entry_2024_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2025
    ADD CONSTRAINT dichtbij_entry_2025_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2026
    ADD CONSTRAINT dichtbij_entry_2026_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2027
    ADD CONSTRAINT dichtbij_entry_2027_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2028
    ADD CONSTRAINT dichtbij_entry_2028_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2029
    ADD CONSTRAINT dichtbij_entry_2029_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2030
    ADD CONSTRAINT dichtbij_entry_2030_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2031
    ADD CONSTRAINT dichtbij_entry_2031_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2032
    ADD CONSTRAINT dichtbij_entry_2032_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2033
    ADD CONSTRAINT dichtbij_entry_2033_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2034
    ADD CONSTRAINT dichtbij_entry_2034_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2035
    ADD CONSTRAINT dichtbij_entry_2035_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2036
    ADD CONSTRAINT dichtbij_entry_2036_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2037
    ADD CONSTRAINT dichtbij_entry_2037_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2038
    ADD CONSTRAINT dichtbij_entry_2038_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2039
    ADD CONSTRAINT dichtbij_entry_2039_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_2040
    ADD CONSTRAINT dichtbij_entry_2040_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_entry_other
    ADD CONSTRAINT dichtbij_entry_other_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.dichtbij_evaluationmoment
    ADD CONSTRAINT dichtbij_evaluationmoment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT dichtbij_evaluationround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT dichtbij_evaluationround_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT dichtbij_familymember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT dichtbij_familymember_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_followingversion
    ADD CONSTRAINT dichtbij_followingversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_goal
    ADD CONSTRAINT dichtbij_goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT dichtbij_goalscore_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_helpground
    ADD CONSTRAINT dichtbij_helpground_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_importrun
    ADD CONSTRAINT dichtbij_importrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_importrun
    ADD CONSTRAINT dichtbij_importrun_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_indicatorsignoff
    ADD CONSTRAINT dichtbij_indicatorsignoff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_invitation
    ADD CONSTRAINT dichtbij_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_invitation
    ADD CONSTRAINT dichtbij_invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.dichtbij_itemtext
    ADD CONSTRAINT dichtbij_itemtext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_legalauthority
    ADD CONSTRAINT dichtbij_legalauthority_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_listedpractice
    ADD CONSTRAINT dichtbij_listedpractice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT dichtbij_measurement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT dichtbij_measurement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_milestone
    ADD CONSTRAINT dichtbij_milestone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_municipality
    ADD CONSTRAINT dichtbij_municipality_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.dichtbij_objection
    ADD CONSTRAINT dichtbij_objection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_offerweighing
    ADD CONSTRAINT dichtbij_offerweighing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardreferral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardreferral_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_organisation
    ADD CONSTRAINT dichtbij_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_organisation
    ADD CONSTRAINT dichtbij_organisation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_participation
    ADD CONSTRAINT dichtbij_participation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_participationpause
    ADD CONSTRAINT dichtbij_participationpause_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_partner
    ADD CONSTRAINT dichtbij_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_partner
    ADD CONSTRAINT dichtbij_partner_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_partnerwait
    ADD CONSTRAINT dichtbij_partnerwait_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT dichtbij_pasttrajectory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_patientcount
    ADD CONSTRAINT dichtbij_patientcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallink_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallink_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT dichtbij_practicevote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_privacyspending
    ADD CONSTRAINT dichtbij_privacyspending_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professionalregistration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professionalregistration_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_programme
    ADD CONSTRAINT dichtbij_programme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_programme
    ADD CONSTRAINT dichtbij_programme_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.dichtbij_programme
    ADD CONSTRAINT dichtbij_programme_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_programmeemployer
    ADD CONSTRAINT dichtbij_programmeemployer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_programmemunicipality
    ADD CONSTRAINT dichtbij_programmemunicipality_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyreturn_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyreturn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyreturn_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_recoverycode
    ADD CONSTRAINT dichtbij_recoverycode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referralevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_registrationoverride
    ADD CONSTRAINT dichtbij_registrationoverride_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_reportingduty
    ADD CONSTRAINT dichtbij_reportingduty_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_room
    ADD CONSTRAINT dichtbij_room_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_ruleacceptance
    ADD CONSTRAINT dichtbij_ruleacceptance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_sharedvalue
    ADD CONSTRAINT dichtbij_sharedvalue_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.dichtbij_sightdelay
    ADD CONSTRAINT dichtbij_sightdelay_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_slothold
    ADD CONSTRAINT dichtbij_slothold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_statementline
    ADD CONSTRAINT dichtbij_statementline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_submission
    ADD CONSTRAINT dichtbij_submission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_takeover
    ADD CONSTRAINT dichtbij_takeover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_tariff
    ADD CONSTRAINT dichtbij_tariff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT dichtbij_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT dichtbij_task_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_timespent
    ADD CONSTRAINT dichtbij_timespent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_user
    ADD CONSTRAINT dichtbij_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.dichtbij_user
    ADD CONSTRAINT dichtbij_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_user
    ADD CONSTRAINT dichtbij_user_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_voice
    ADD CONSTRAINT dichtbij_voice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_voice
    ADD CONSTRAINT dichtbij_voice_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicerequest_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicerequest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummary_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummary_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_weekconfirmation
    ADD CONSTRAINT dichtbij_weekconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.dichtbij_draft
    ADD CONSTRAINT draft_once UNIQUE (user_id, form);
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT emergencyaccess_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT emergencyreview_access_once UNIQUE (client_id, access_id);
ALTER TABLE ONLY public.dichtbij_evaluationmoment
    ADD CONSTRAINT evaluation_moment_once UNIQUE (agreement_id, kind);
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT evaluation_round_once UNIQUE (programme_id, kind);
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT familymember_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_followingversion
    ADD CONSTRAINT following_version_once UNIQUE (decision_id, agreement_id);
ALTER TABLE ONLY public.dichtbij_goal
    ADD CONSTRAINT goal_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_indicatorsignoff
    ADD CONSTRAINT indicator_signed_once UNIQUE (programme_id, indicator, version, organisation_id);
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT inquiry_once UNIQUE (client_id, member_id, kind, about_on);
ALTER TABLE ONLY public.dichtbij_itemtext
    ADD CONSTRAINT item_text_once UNIQUE (instrument, version, language, number);
ALTER TABLE ONLY public.dichtbij_listedpractice
    ADD CONSTRAINT listed_once UNIQUE (programme_id, practice_id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_milestone
    ADD CONSTRAINT milestone_once UNIQUE (programme_id, kind);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_hold_once UNIQUE (client_id, hold_id);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_of_a_time_once EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE (((status)::text = 'offered'::text));
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT onwardreferral_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT participant_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_participation
    ADD CONSTRAINT participation_one_at_a_time EXCLUDE USING gist (practice_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&);
ALTER TABLE ONLY public.dichtbij_partner
    ADD CONSTRAINT partner_once UNIQUE (programme_id, kind, name, town);
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT past_trajectory_once UNIQUE (programme_id, holder_id, practice_id, source_key);
ALTER TABLE ONLY public.dichtbij_patientcount
    ADD CONSTRAINT patients_counted_once UNIQUE (programme_id, practice_id, counted_on);
ALTER TABLE ONLY public.dichtbij_analysisplan
    ADD CONSTRAINT plan_version_once UNIQUE (programme_id, version);
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT practice_day_one_per_practitioner EXCLUDE USING gist (practitioner_id WITH =, weekday WITH =, daterange(valid_from, (valid_until + 1)) WITH &&, tsrange(('2000-01-01'::date + starts), ('2000-01-01'::date + ends)) WITH &&);
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT practice_day_one_per_room EXCLUDE USING gist (room_id WITH =, weekday WITH =, daterange(valid_from, (valid_until + 1)) WITH &&, tsrange(('2000-01-01'::date + starts), ('2000-01-01'::date + ends)) WITH &&);
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT practice_votes_once UNIQUE (decision_id, practice_id);
ALTER TABLE ONLY public.dichtbij_privacyspending
    ADD CONSTRAINT privacy_spent_once UNIQUE (client_id, release_id, "table");
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dichtbij_programmeemployer
    ADD CONSTRAINT programme_employer_once UNIQUE (programme_id, employer_id);
ALTER TABLE ONLY public.dichtbij_recoverycode
    ADD CONSTRAINT recovery_code_once UNIQUE (user_id, code_hash);
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT referral_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT reflection_once UNIQUE (evaluation_round_id, party, organisation_id);
ALTER TABLE ONLY public.stat_cell
    ADD CONSTRAINT release_cell_once UNIQUE (release_id, "table", "row", "column");
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT release_chain_has_no_fork UNIQUE (programme_id, previous);
ALTER TABLE ONLY public.dichtbij_citedrelease
    ADD CONSTRAINT release_cited_once UNIQUE (evaluation_round_id, release_id);
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT release_ends_once UNIQUE (programme_id, ends_on);
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT release_starts_once UNIQUE (programme_id, starts_on);
ALTER TABLE ONLY public.dichtbij_room
    ADD CONSTRAINT room_once UNIQUE (practice_id, name);
ALTER TABLE ONLY public.dichtbij_ruleacceptance
    ADD CONSTRAINT rule_accepted_once UNIQUE (programme_id, rule, version);
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT scored_once UNIQUE (client_id, goal_id, contact_id);
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT signature_onward_once UNIQUE (client_id, onward_id);
ALTER TABLE ONLY public.stat_cell
    ADD CONSTRAINT stat_cell_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT stat_release_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT stat_release_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dichtbij_submission
    ADD CONSTRAINT submission_once UNIQUE (user_id, key);
ALTER TABLE ONLY public.dichtbij_tariff
    ADD CONSTRAINT tariff_one_at_a_time EXCLUDE USING gist (agreement_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&);
ALTER TABLE ONLY public.dichtbij_timespent
    ADD CONSTRAINT time_spent_once UNIQUE (client_id, contact_id, activity);
ALTER TABLE ONLY public.dichtbij_consultationtopic
    ADD CONSTRAINT topic_once UNIQUE (client_id, consultation_id, topic);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT trajectory_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT trajectory_referral_once UNIQUE (client_id, referral_id);
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT voice_summary_once UNIQUE (evaluation_round_id, holder_id, party);
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT wait_of_client UNIQUE (id, client_id);
ALTER TABLE ONLY public.dichtbij_weekconfirmation
    ADD CONSTRAINT week_confirmed_once UNIQUE (programme_id, holder_id, user_id, week_on);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX addendum_contact_at ON public.dichtbij_addendum USING btree (contact_id, at);
CREATE INDEX appointment_client ON public.dichtbij_appointment USING btree (client_id, starts_at);
CREATE INDEX appointment_holder ON public.dichtbij_appointment USING btree (holder_id, starts_at);
CREATE INDEX appointment_where ON public.dichtbij_appointment USING btree (practice_id, starts_at);
CREATE INDEX appointment_whose ON public.dichtbij_appointment USING btree (practitioner_id, starts_at);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX care_level_of ON public.dichtbij_carelevel USING btree (trajectory_id, since);
CREATE UNIQUE INDEX care_relation_once ON public.dichtbij_carerelation USING btree (client_id, practitioner_id, reason) WHERE (ends_on IS NULL);
CREATE INDEX client_alike ON public.dichtbij_client USING btree (practice_id, birth_date, surname_key);
CREATE INDEX client_holder_born ON public.dichtbij_client USING btree (holder_id, birth_date);
CREATE INDEX client_holder_id ON public.dichtbij_client USING btree (holder_id, id);
CREATE INDEX client_holder_name ON public.dichtbij_client USING btree (holder_id, surname_key);
CREATE INDEX client_practice_id ON public.dichtbij_client USING btree (practice_id, id);
CREATE INDEX closure_when ON public.dichtbij_closure USING btree (programme_id, last_on);
CREATE INDEX concern_client ON public.dichtbij_concern USING btree (client_id);
CREATE INDEX consent_client ON public.dichtbij_consent USING btree (client_id);
CREATE INDEX consultation_client ON public.dichtbij_caseconsultation USING btree (client_id, starts_at);
CREATE INDEX contact_client ON public.dichtbij_contact USING btree (client_id, held_at DESC);
CREATE INDEX contact_holder ON public.dichtbij_contact USING btree (holder_id, held_at);
CREATE INDEX contact_trajectory ON public.dichtbij_contact USING btree (trajectory_id, held_at DESC);
CREATE UNIQUE INDEX decision_one_at_a_time ON public.dichtbij_decision USING btree (evaluation_round_id) WHERE (NOT ((status)::text = 'taken'::text));
CREATE INDEX dichtbij_addendum_by_id_44e78f8c ON public.dichtbij_addendum USING btree (by_id);
CREATE INDEX dichtbij_addendum_client_id_2aefccfa ON public.dichtbij_addendum USING btree (client_id);
CREATE INDEX dichtbij_addendum_contact_id_260e0d92 ON public.dichtbij_addendum USING btree (contact_id);
CREATE INDEX dichtbij_agreedday_agreement_id_c2ff0bbb ON public.dichtbij_agreedday USING btree (agreement_id);
CREATE INDEX dichtbij_agreedday_practice_id_7c393593 ON public.dichtbij_agreedday USING btree (practice_id);
CREATE INDEX dichtbij_agreedhours_agreement_id_a7b36fcb ON public.dichtbij_agreedhours USING btree (agreement_id);
CREATE INDEX dichtbij_agreedhours_practice_id_296bf836 ON public.dichtbij_agreedhours USING btree (practice_id);
CREATE INDEX dichtbij_agreement_employer_id_62cc983b ON public.dichtbij_agreement USING btree (employer_id);
CREATE INDEX dichtbij_agreement_made_by_id_a6d9c5b0 ON public.dichtbij_agreement USING btree (made_by_id);
CREATE INDEX dichtbij_agreement_programme_id_1f95a918 ON public.dichtbij_agreement USING btree (programme_id);
CREATE INDEX dichtbij_agreement_record_holder_id_15a54d53 ON public.dichtbij_agreement USING btree (record_holder_id);
CREATE INDEX dichtbij_agreementparty_agreement_id_d011cb3e ON public.dichtbij_agreementparty USING btree (agreement_id);
CREATE INDEX dichtbij_agreementparty_organisation_id_0dce0238 ON public.dichtbij_agreementparty USING btree (organisation_id);
CREATE INDEX dichtbij_agreementparty_signed_by_id_ee83fa04 ON public.dichtbij_agreementparty USING btree (signed_by_id);
CREATE INDEX dichtbij_analysisplan_frozen_by_id_c1cfffb1 ON public.dichtbij_analysisplan USING btree (frozen_by_id);
CREATE INDEX dichtbij_analysisplan_programme_id_8a43f954 ON public.dichtbij_analysisplan USING btree (programme_id);
CREATE INDEX dichtbij_appointment_booked_by_id_0e6523b4 ON public.dichtbij_appointment USING btree (booked_by_id);
CREATE INDEX dichtbij_appointment_client_id_1a807087 ON public.dichtbij_appointment USING btree (client_id);
CREATE INDEX dichtbij_appointment_holder_id_21c44439 ON public.dichtbij_appointment USING btree (holder_id);
CREATE INDEX dichtbij_appointment_practice_id_77846a11 ON public.dichtbij_appointment USING btree (practice_id);
CREATE INDEX dichtbij_appointment_practitioner_id_1cac2613 ON public.dichtbij_appointment USING btree (practitioner_id);
CREATE INDEX dichtbij_appointment_programme_id_be2abd10 ON public.dichtbij_appointment USING btree (programme_id);
CREATE INDEX dichtbij_appointment_referral_id_abc5106c ON public.dichtbij_appointment USING btree (referral_id);
CREATE INDEX dichtbij_appointment_room_id_3ca1c57b ON public.dichtbij_appointment USING btree (room_id);
CREATE INDEX dichtbij_calendarfeed_holder_id_bd12e08a ON public.dichtbij_calendarfeed USING btree (holder_id);
CREATE INDEX dichtbij_calendarfeed_made_by_id_75185eaf ON public.dichtbij_calendarfeed USING btree (made_by_id);
CREATE INDEX dichtbij_calendarfeed_programme_id_ba500c64 ON public.dichtbij_calendarfeed USING btree (programme_id);
CREATE INDEX dichtbij_calendarfeed_room_id_38ff3a39 ON public.dichtbij_calendarfeed USING btree (room_id);
CREATE INDEX dichtbij_calendarfeed_user_id_42bd438e ON public.dichtbij_calendarfeed USING btree (user_id);
CREATE INDEX dichtbij_capacityjudgement_client_id_707539b9 ON public.dichtbij_capacityjudgement USING btree (client_id);
CREATE INDEX dichtbij_capacityjudgement_noted_by_id_eb7a0485 ON public.dichtbij_capacityjudgement USING btree (noted_by_id);
CREATE INDEX dichtbij_carelevel_client_id_69bd5776 ON public.dichtbij_carelevel USING btree (client_id);
CREATE INDEX dichtbij_carelevel_noted_by_id_1dfe2c56 ON public.dichtbij_carelevel USING btree (noted_by_id);
CREATE INDEX dichtbij_carelevel_trajectory_id_e31f910c ON public.dichtbij_carelevel USING btree (trajectory_id);
CREATE INDEX dichtbij_carerelation_client_id_ef4bb903 ON public.dichtbij_carerelation USING btree (client_id);
CREATE INDEX dichtbij_carerelation_practitioner_id_de92bed2 ON public.dichtbij_carerelation USING btree (practitioner_id);
CREATE INDEX dichtbij_caseconsultation_called_by_id_2b9ad8f3 ON public.dichtbij_caseconsultation USING btree (called_by_id);
CREATE INDEX dichtbij_caseconsultation_client_id_815904c2 ON public.dichtbij_caseconsultation USING btree (client_id);
CREATE INDEX dichtbij_caseconsultation_holder_id_4be3d86a ON public.dichtbij_caseconsultation USING btree (holder_id);
CREATE INDEX dichtbij_caseconsultation_practice_id_a54b2d78 ON public.dichtbij_caseconsultation USING btree (practice_id);
CREATE INDEX dichtbij_caseconsultation_programme_id_b8468f7c ON public.dichtbij_caseconsultation USING btree (programme_id);
CREATE INDEX dichtbij_caseconsultation_trajectory_id_39ed49d4 ON public.dichtbij_caseconsultation USING btree (trajectory_id);
CREATE INDEX dichtbij_chain_programme_id_f5929f2f ON public.dichtbij_chain USING btree (programme_id);
CREATE INDEX dichtbij_channel_client_id_ebbe886d ON public.dichtbij_channel USING btree (client_id);
CREATE INDEX dichtbij_citedrelease_evaluation_round_id_eff93c2f ON public.dichtbij_citedrelease USING btree (evaluation_round_id);
CREATE INDEX dichtbij_citedrelease_release_id_13db9099 ON public.dichtbij_citedrelease USING btree (release_id);
CREATE INDEX dichtbij_client_holder_id_cfc3a6ab ON public.dichtbij_client USING btree (holder_id);
CREATE INDEX dichtbij_client_municipality_id_3d8fa61c ON public.dichtbij_client USING btree (municipality_id);
CREATE INDEX dichtbij_client_municipality_id_3d8fa61c_like ON public.dichtbij_client USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_client_practice_id_998b915c ON public.dichtbij_client USING btree (practice_id);
CREATE INDEX dichtbij_client_programme_id_465680f5 ON public.dichtbij_client USING btree (programme_id);
CREATE INDEX dichtbij_closure_holder_id_2b63ef72 ON public.dichtbij_closure USING btree (holder_id);
CREATE INDEX dichtbij_closure_practice_id_c748740a ON public.dichtbij_closure USING btree (practice_id);
CREATE INDEX dichtbij_closure_practitioner_id_8dd7b6b7 ON public.dichtbij_closure USING btree (practitioner_id);
CREATE INDEX dichtbij_closure_programme_id_489075a1 ON public.dichtbij_closure USING btree (programme_id);
CREATE INDEX dichtbij_closure_room_id_fbe14352 ON public.dichtbij_closure USING btree (room_id);
CREATE INDEX dichtbij_concern_client_id_8493f822 ON public.dichtbij_concern USING btree (client_id);
CREATE INDEX dichtbij_concern_holder_id_e1277e29 ON public.dichtbij_concern USING btree (holder_id);
CREATE INDEX dichtbij_concern_opened_by_id_d3cd3541 ON public.dichtbij_concern USING btree (opened_by_id);
CREATE INDEX dichtbij_concern_practice_id_1f484a9f ON public.dichtbij_concern USING btree (practice_id);
CREATE INDEX dichtbij_concern_programme_id_a54fd794 ON public.dichtbij_concern USING btree (programme_id);
CREATE INDEX dichtbij_concernstep_by_id_0bbb5396 ON public.dichtbij_concernstep USING btree (by_id);
CREATE INDEX dichtbij_concernstep_client_id_54bedeb9 ON public.dichtbij_concernstep USING btree (client_id);
CREATE INDEX dichtbij_concernstep_concern_id_76d0ba6a ON public.dichtbij_concernstep USING btree (concern_id);
CREATE INDEX dichtbij_concernstep_holder_id_496738aa ON public.dichtbij_concernstep USING btree (holder_id);
CREATE INDEX dichtbij_concernstep_practice_id_cad55ec7 ON public.dichtbij_concernstep USING btree (practice_id);
CREATE INDEX dichtbij_concernstep_programme_id_3c3c2569 ON public.dichtbij_concernstep USING btree (programme_id);
CREATE INDEX dichtbij_consent_client_id_2dfd0ce7 ON public.dichtbij_consent USING btree (client_id);
CREATE INDEX dichtbij_consent_member_id_497c6701 ON public.dichtbij_consent USING btree (member_id);
CREATE INDEX dichtbij_consent_noted_by_id_980914dd ON public.dichtbij_consent USING btree (noted_by_id);
CREATE INDEX dichtbij_consent_partner_id_9dbeea02 ON public.dichtbij_consent USING btree (partner_id);
CREATE INDEX dichtbij_consultationtopic_client_id_09c1cc76 ON public.dichtbij_consultationtopic USING btree (client_id);
CREATE INDEX dichtbij_consultationtopic_consultation_id_76db9d92 ON public.dichtbij_consultationtopic USING btree (consultation_id);
CREATE INDEX dichtbij_contact_client_id_58e541d6 ON public.dichtbij_contact USING btree (client_id);
CREATE INDEX dichtbij_contact_holder_id_36218a50 ON public.dichtbij_contact USING btree (holder_id);
CREATE INDEX dichtbij_contact_practice_id_c2756e95 ON public.dichtbij_contact USING btree (practice_id);
CREATE INDEX dichtbij_contact_practitioner_id_f82ebe29 ON public.dichtbij_contact USING btree (practitioner_id);
CREATE INDEX dichtbij_contact_programme_id_ce269c74 ON public.dichtbij_contact USING btree (programme_id);
CREATE INDEX dichtbij_contact_trajectory_id_c5d85f52 ON public.dichtbij_contact USING btree (trajectory_id);
CREATE INDEX dichtbij_courtmeasure_client_id_0b711b37 ON public.dichtbij_courtmeasure USING btree (client_id);
CREATE INDEX dichtbij_courtmeasure_noted_by_id_e7d65b4c ON public.dichtbij_courtmeasure USING btree (noted_by_id);
CREATE INDEX dichtbij_cover_absent_id_9e686ca7 ON public.dichtbij_cover USING btree (absent_id);
CREATE INDEX dichtbij_cover_covering_id_9c3b8ca5 ON public.dichtbij_cover USING btree (covering_id);
CREATE INDEX dichtbij_cover_holder_id_8a4f8fd6 ON public.dichtbij_cover USING btree (holder_id);
CREATE INDEX dichtbij_cover_made_by_id_2b2f7734 ON public.dichtbij_cover USING btree (made_by_id);
CREATE INDEX dichtbij_cover_programme_id_8b63e620 ON public.dichtbij_cover USING btree (programme_id);
CREATE INDEX dichtbij_decision_chosen_id_ceb6f41b ON public.dichtbij_decision USING btree (chosen_id);
CREATE INDEX dichtbij_decision_evaluation_round_id_a3c456f6 ON public.dichtbij_decision USING btree (evaluation_round_id);
CREATE INDEX dichtbij_decision_made_by_id_a46c1999 ON public.dichtbij_decision USING btree (made_by_id);
CREATE INDEX dichtbij_decision_programme_id_2499a865 ON public.dichtbij_decision USING btree (programme_id);
CREATE INDEX dichtbij_decision_release_id_5bc16c43 ON public.dichtbij_decision USING btree (release_id);
CREATE INDEX dichtbij_decision_taken_by_id_16ec2ee4 ON public.dichtbij_decision USING btree (taken_by_id);
CREATE INDEX dichtbij_decisionoption_decision_id_463f2d47 ON public.dichtbij_decisionoption USING btree (decision_id);
CREATE INDEX dichtbij_draft_user_id_949bee5b ON public.dichtbij_draft USING btree (user_id);
CREATE INDEX dichtbij_emergencyaccess_client_id_398762e8 ON public.dichtbij_emergencyaccess USING btree (client_id);
CREATE INDEX dichtbij_emergencyaccess_holder_id_bd8afda9 ON public.dichtbij_emergencyaccess USING btree (holder_id);
CREATE INDEX dichtbij_emergencyaccess_practice_id_e159fcd0 ON public.dichtbij_emergencyaccess USING btree (practice_id);
CREATE INDEX dichtbij_emergencyaccess_programme_id_5429de9d ON public.dichtbij_emergencyaccess USING btree (programme_id);
CREATE INDEX dichtbij_emergencyaccess_user_id_f1efbb92 ON public.dichtbij_emergencyaccess USING btree (user_id);
CREATE INDEX dichtbij_emergencypresumption_client_id_9a178986 ON public.dichtbij_emergencypresumption USING btree (client_id);
CREATE INDEX dichtbij_emergencypresumption_noted_by_id_f6c74f42 ON public.dichtbij_emergencypresumption USING btree (noted_by_id);
CREATE INDEX dichtbij_emergencyreview_client_id_049ddc2f ON public.dichtbij_emergencyreview USING btree (client_id);
CREATE INDEX dichtbij_emergencyreview_holder_id_4e81c299 ON public.dichtbij_emergencyreview USING btree (holder_id);
CREATE INDEX dichtbij_emergencyreview_practice_id_67c456cb ON public.dichtbij_emergencyreview USING btree (practice_id);
CREATE INDEX dichtbij_emergencyreview_programme_id_8b272125 ON public.dichtbij_emergencyreview USING btree (programme_id);
CREATE INDEX dichtbij_emergencyreview_reviewed_by_id_62d7f94c ON public.dichtbij_emergencyreview USING btree (reviewed_by_id);
CREATE INDEX entry_client_at ON ONLY public.dichtbij_entry USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2022_client_id_at_idx ON public.dichtbij_entry_2022 USING btree (client_id, at);
CREATE INDEX entry_chain ON ONLY public.dichtbij_entry USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2022_programme_id_sequence_idx ON public.dichtbij_entry_2022 USING btree (programme_id, sequence);
CREATE INDEX entry_user_at ON ONLY public.dichtbij_entry USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2022_user_id_at_idx ON public.dichtbij_entry_2022 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2023_client_id_at_idx ON public.dichtbij_entry_2023 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2023_programme_id_sequence_idx ON public.dichtbij_entry_2023 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2023_user_id_at_idx ON public.dichtbij_entry_2023 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2024_client_id_at_idx ON public.dichtbij_entry_2024 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2024_programme_id_sequence_idx ON public.dichtbij_entry_2024 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2024_user_id_at_idx ON public.dichtbij_entry_2024 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2025_client_id_at_idx ON public.dichtbij_entry_2025 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2025_programme_id_sequence_idx ON public.dichtbij_entry_2025 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2025_user_id_at_idx ON public.dichtbij_entry_2025 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2026_client_id_at_idx ON public.dichtbij_entry_2026 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2026_programme_id_sequence_idx ON public.dichtbij_entry_2026 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2026_user_id_at_idx ON public.dichtbij_entry_2026 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2027_client_id_at_idx ON public.dichtbij_entry_2027 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2027_programme_id_sequence_idx ON public.dichtbij_entry_2027 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2027_user_id_at_idx ON public.dichtbij_entry_2027 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2028_client_id_at_idx ON public.dichtbij_entry_2028 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2028_programme_id_sequence_idx ON public.dichtbij_entry_2028 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2028_user_id_at_idx ON public.dichtbij_entry_2028 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2029_client_id_at_idx ON public.dichtbij_entry_2029 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2029_programme_id_sequence_idx ON public.dichtbij_entry_2029 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2029_user_id_at_idx ON public.dichtbij_entry_2029 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2030_client_id_at_idx ON public.dichtbij_entry_2030 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2030_programme_id_sequence_idx ON public.dichtbij_entry_2030 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2030_user_id_at_idx ON public.dichtbij_entry_2030 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2031_client_id_at_idx ON public.dichtbij_entry_2031 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2031_programme_id_sequence_idx ON public.dichtbij_entry_2031 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2031_user_id_at_idx ON public.dichtbij_entry_2031 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2032_client_id_at_idx ON public.dichtbij_entry_2032 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2032_programme_id_sequence_idx ON public.dichtbij_entry_2032 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2032_user_id_at_idx ON public.dichtbij_entry_2032 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2033_client_id_at_idx ON public.dichtbij_entry_2033 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2033_programme_id_sequence_idx ON public.dichtbij_entry_2033 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2033_user_id_at_idx ON public.dichtbij_entry_2033 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2034_client_id_at_idx ON public.dichtbij_entry_2034 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2034_programme_id_sequence_idx ON public.dichtbij_entry_2034 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2034_user_id_at_idx ON public.dichtbij_entry_2034 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2035_client_id_at_idx ON public.dichtbij_entry_2035 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2035_programme_id_sequence_idx ON public.dichtbij_entry_2035 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2035_user_id_at_idx ON public.dichtbij_entry_2035 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2036_client_id_at_idx ON public.dichtbij_entry_2036 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2036_programme_id_sequence_idx ON public.dichtbij_entry_2036 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2036_user_id_at_idx ON public.dichtbij_entry_2036 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2037_client_id_at_idx ON public.dichtbij_entry_2037 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2037_programme_id_sequence_idx ON public.dichtbij_entry_2037 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2037_user_id_at_idx ON public.dichtbij_entry_2037 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2038_client_id_at_idx ON public.dichtbij_entry_2038 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2038_programme_id_sequence_idx ON public.dichtbij_entry_2038 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2038_user_id_at_idx ON public.dichtbij_entry_2038 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2039_client_id_at_idx ON public.dichtbij_entry_2039 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2039_programme_id_sequence_idx ON public.dichtbij_entry_2039 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2039_user_id_at_idx ON public.dichtbij_entry_2039 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_2040_client_id_at_idx ON public.dichtbij_entry_2040 USING btree (client_id, at);
CREATE INDEX dichtbij_entry_2040_programme_id_sequence_idx ON public.dichtbij_entry_2040 USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_2040_user_id_at_idx ON public.dichtbij_entry_2040 USING btree (user_id, at);
CREATE INDEX dichtbij_entry_other_client_id_at_idx ON public.dichtbij_entry_other USING btree (client_id, at);
CREATE INDEX dichtbij_entry_other_programme_id_sequence_idx ON public.dichtbij_entry_other USING btree (programme_id, sequence);
CREATE INDEX dichtbij_entry_other_user_id_at_idx ON public.dichtbij_entry_other USING btree (user_id, at);
CREATE INDEX dichtbij_evaluationmoment_agreement_id_e96ff70b ON public.dichtbij_evaluationmoment USING btree (agreement_id);
CREATE INDEX dichtbij_evaluationround_closed_by_id_d33b2481 ON public.dichtbij_evaluationround USING btree (closed_by_id);
CREATE INDEX dichtbij_evaluationround_plan_id_bf95ffa5 ON public.dichtbij_evaluationround USING btree (plan_id);
CREATE INDEX dichtbij_evaluationround_programme_id_c258f255 ON public.dichtbij_evaluationround USING btree (programme_id);
CREATE INDEX dichtbij_familymember_client_id_363b2441 ON public.dichtbij_familymember USING btree (client_id);
CREATE INDEX dichtbij_familymember_noted_by_id_d896a7ca ON public.dichtbij_familymember USING btree (noted_by_id);
CREATE INDEX dichtbij_familymember_user_id_8ab228a3 ON public.dichtbij_familymember USING btree (user_id);
CREATE INDEX dichtbij_filerequest_answered_by_id_c3795916 ON public.dichtbij_filerequest USING btree (answered_by_id);
CREATE INDEX dichtbij_filerequest_client_id_867249f4 ON public.dichtbij_filerequest USING btree (client_id);
CREATE INDEX dichtbij_filerequest_holder_id_218b16b0 ON public.dichtbij_filerequest USING btree (holder_id);
CREATE INDEX dichtbij_filerequest_member_id_1a099599 ON public.dichtbij_filerequest USING btree (member_id);
CREATE INDEX dichtbij_filerequest_practice_id_632ac833 ON public.dichtbij_filerequest USING btree (practice_id);
CREATE INDEX dichtbij_filerequest_programme_id_fe61c3da ON public.dichtbij_filerequest USING btree (programme_id);
CREATE INDEX dichtbij_followingversion_agreement_id_3ea76bf8 ON public.dichtbij_followingversion USING btree (agreement_id);
CREATE INDEX dichtbij_followingversion_decision_id_1c67c612 ON public.dichtbij_followingversion USING btree (decision_id);
CREATE INDEX dichtbij_goal_client_id_f9e138c1 ON public.dichtbij_goal USING btree (client_id);
CREATE INDEX dichtbij_goal_trajectory_id_f6ec94ed ON public.dichtbij_goal USING btree (trajectory_id);
CREATE INDEX dichtbij_goalscore_client_id_6cc138f5 ON public.dichtbij_goalscore USING btree (client_id);
CREATE INDEX dichtbij_goalscore_contact_id_30813d09 ON public.dichtbij_goalscore USING btree (contact_id);
CREATE INDEX dichtbij_goalscore_goal_id_39f14093 ON public.dichtbij_goalscore USING btree (goal_id);
CREATE INDEX dichtbij_handover_client_id_8acc9202 ON public.dichtbij_handover USING btree (client_id);
CREATE INDEX dichtbij_handover_holder_id_df5c891d ON public.dichtbij_handover USING btree (holder_id);
CREATE INDEX dichtbij_handover_owner_id_656124f3 ON public.dichtbij_handover USING btree (owner_id);
CREATE INDEX dichtbij_handover_partner_id_fe4124ff ON public.dichtbij_handover USING btree (partner_id);
CREATE INDEX dichtbij_handover_practice_id_e7764ec6 ON public.dichtbij_handover USING btree (practice_id);
CREATE INDEX dichtbij_handover_programme_id_ec84cc1b ON public.dichtbij_handover USING btree (programme_id);
CREATE INDEX dichtbij_handover_trajectory_id_e85b6694 ON public.dichtbij_handover USING btree (trajectory_id);
CREATE INDEX dichtbij_helpground_client_id_167ffcfc ON public.dichtbij_helpground USING btree (client_id);
CREATE INDEX dichtbij_helpground_noted_by_id_1716a910 ON public.dichtbij_helpground USING btree (noted_by_id);
CREATE INDEX dichtbij_importrun_programme_id_adebfacc ON public.dichtbij_importrun USING btree (programme_id);
CREATE INDEX dichtbij_importrun_user_id_80bf1e37 ON public.dichtbij_importrun USING btree (user_id);
CREATE INDEX dichtbij_indicatorsignoff_organisation_id_f3142312 ON public.dichtbij_indicatorsignoff USING btree (organisation_id);
CREATE INDEX dichtbij_indicatorsignoff_programme_id_b4a3b583 ON public.dichtbij_indicatorsignoff USING btree (programme_id);
CREATE INDEX dichtbij_indicatorsignoff_signed_by_id_52473b7a ON public.dichtbij_indicatorsignoff USING btree (signed_by_id);
CREATE INDEX dichtbij_inquiry_client_id_4eaea6bc ON public.dichtbij_inquiry USING btree (client_id);
CREATE INDEX dichtbij_inquiry_member_id_f1089e9e ON public.dichtbij_inquiry USING btree (member_id);
CREATE INDEX dichtbij_inquiry_reader_id_798baa25 ON public.dichtbij_inquiry USING btree (reader_id);
CREATE INDEX dichtbij_inquiry_referral_id_0d0dcefc ON public.dichtbij_inquiry USING btree (referral_id);
CREATE INDEX dichtbij_invitation_membership_id_cb750e28 ON public.dichtbij_invitation USING btree (membership_id);
CREATE INDEX dichtbij_legalauthority_client_id_838bde00 ON public.dichtbij_legalauthority USING btree (client_id);
CREATE INDEX dichtbij_legalauthority_member_id_61ec539a ON public.dichtbij_legalauthority USING btree (member_id);
CREATE INDEX dichtbij_legalauthority_noted_by_id_eba38b7b ON public.dichtbij_legalauthority USING btree (noted_by_id);
CREATE INDEX dichtbij_letter_client_id_d9cebc04 ON public.dichtbij_letter USING btree (client_id);
CREATE INDEX dichtbij_letter_holder_id_88ab9514 ON public.dichtbij_letter USING btree (holder_id);
CREATE INDEX dichtbij_letter_practice_id_91bfad71 ON public.dichtbij_letter USING btree (practice_id);
CREATE INDEX dichtbij_letter_programme_id_8ceb46ee ON public.dichtbij_letter USING btree (programme_id);
CREATE INDEX dichtbij_letter_referral_id_fc025577 ON public.dichtbij_letter USING btree (referral_id);
CREATE INDEX dichtbij_letter_trajectory_id_4f93781f ON public.dichtbij_letter USING btree (trajectory_id);
CREATE INDEX dichtbij_letter_written_by_id_0f4825da ON public.dichtbij_letter USING btree (written_by_id);
CREATE INDEX dichtbij_listedpractice_practice_id_3153a224 ON public.dichtbij_listedpractice USING btree (practice_id);
CREATE INDEX dichtbij_listedpractice_programme_id_c01a7701 ON public.dichtbij_listedpractice USING btree (programme_id);
CREATE INDEX dichtbij_measurement_client_id_2b388b0c ON public.dichtbij_measurement USING btree (client_id);
CREATE INDEX dichtbij_measurement_entered_by_id_dd819724 ON public.dichtbij_measurement USING btree (entered_by_id);
CREATE INDEX dichtbij_measurement_referral_id_07110983 ON public.dichtbij_measurement USING btree (referral_id);
CREATE INDEX dichtbij_membership_client_id_75460c50 ON public.dichtbij_membership USING btree (client_id);
CREATE INDEX dichtbij_membership_confirmed_by_id_40b66a0a ON public.dichtbij_membership USING btree (confirmed_by_id);
CREATE INDEX dichtbij_membership_invited_by_id_b92b6a3c ON public.dichtbij_membership USING btree (invited_by_id);
CREATE INDEX dichtbij_membership_organisation_id_8a8fca20 ON public.dichtbij_membership USING btree (organisation_id);
CREATE INDEX dichtbij_membership_programme_id_79784e7d ON public.dichtbij_membership USING btree (programme_id);
CREATE INDEX dichtbij_membership_user_id_ab269063 ON public.dichtbij_membership USING btree (user_id);
CREATE INDEX dichtbij_message_channel_id_faa3d047 ON public.dichtbij_message USING btree (channel_id);
CREATE INDEX dichtbij_message_client_id_053548f5 ON public.dichtbij_message USING btree (client_id);
CREATE INDEX dichtbij_message_participant_id_709e3965 ON public.dichtbij_message USING btree (participant_id);
CREATE INDEX dichtbij_message_programme_id_476c12f1 ON public.dichtbij_message USING btree (programme_id);
CREATE INDEX dichtbij_message_user_id_88276eba ON public.dichtbij_message USING btree (user_id);
CREATE INDEX dichtbij_milestone_programme_id_45059a3b ON public.dichtbij_milestone USING btree (programme_id);
CREATE INDEX dichtbij_municipality_code_744f6e48_like ON public.dichtbij_municipality USING btree (code varchar_pattern_ops);
CREATE INDEX dichtbij_objection_client_id_6cfa3d3d ON public.dichtbij_objection USING btree (client_id);
CREATE INDEX dichtbij_objection_noted_by_id_9541335c ON public.dichtbij_objection USING btree (noted_by_id);
CREATE INDEX dichtbij_offer_appointment_id_94bf1f15 ON public.dichtbij_offer USING btree (appointment_id);
CREATE INDEX dichtbij_offer_client_id_371e243e ON public.dichtbij_offer USING btree (client_id);
CREATE INDEX dichtbij_offer_entry_id_ff55aaf5 ON public.dichtbij_offer USING btree (entry_id);
CREATE INDEX dichtbij_offer_hold_id_9c43cf6b ON public.dichtbij_offer USING btree (hold_id);
CREATE INDEX dichtbij_offer_holder_id_da74af23 ON public.dichtbij_offer USING btree (holder_id);
CREATE INDEX dichtbij_offer_made_by_id_9183ec9c ON public.dichtbij_offer USING btree (made_by_id);
CREATE INDEX dichtbij_offer_practice_id_7ba2c27c ON public.dichtbij_offer USING btree (practice_id);
CREATE INDEX dichtbij_offer_practitioner_id_145b7bc0 ON public.dichtbij_offer USING btree (practitioner_id);
CREATE INDEX dichtbij_offer_programme_id_4d45f86d ON public.dichtbij_offer USING btree (programme_id);
CREATE INDEX dichtbij_offer_room_id_dcf19be7 ON public.dichtbij_offer USING btree (room_id);
CREATE INDEX dichtbij_offerweighing_client_id_bf6332a6 ON public.dichtbij_offerweighing USING btree (client_id);
CREATE INDEX dichtbij_offerweighing_entry_id_61eeb30a ON public.dichtbij_offerweighing USING btree (entry_id);
CREATE INDEX dichtbij_onwardevent_by_id_67066575 ON public.dichtbij_onwardevent USING btree (by_id);
CREATE INDEX dichtbij_onwardevent_client_id_e4f69eeb ON public.dichtbij_onwardevent USING btree (client_id);
CREATE INDEX dichtbij_onwardevent_holder_id_192b4261 ON public.dichtbij_onwardevent USING btree (holder_id);
CREATE INDEX dichtbij_onwardevent_onward_id_dd750bd5 ON public.dichtbij_onwardevent USING btree (onward_id);
CREATE INDEX dichtbij_onwardevent_practice_id_d4b0e15c ON public.dichtbij_onwardevent USING btree (practice_id);
CREATE INDEX dichtbij_onwardevent_programme_id_22b00ab4 ON public.dichtbij_onwardevent USING btree (programme_id);
CREATE INDEX dichtbij_onwardreferral_advised_by_id_891aadbb ON public.dichtbij_onwardreferral USING btree (advised_by_id);
CREATE INDEX dichtbij_onwardreferral_client_id_a04477df ON public.dichtbij_onwardreferral USING btree (client_id);
CREATE INDEX dichtbij_onwardreferral_holder_id_05ab08ee ON public.dichtbij_onwardreferral USING btree (holder_id);
CREATE INDEX dichtbij_onwardreferral_partner_id_b84fcedf ON public.dichtbij_onwardreferral USING btree (partner_id);
CREATE INDEX dichtbij_onwardreferral_practice_id_cacd9fb8 ON public.dichtbij_onwardreferral USING btree (practice_id);
CREATE INDEX dichtbij_onwardreferral_prepared_by_id_8e6aba5e ON public.dichtbij_onwardreferral USING btree (prepared_by_id);
CREATE INDEX dichtbij_onwardreferral_programme_id_a68fcce7 ON public.dichtbij_onwardreferral USING btree (programme_id);
CREATE INDEX dichtbij_onwardreferral_trajectory_id_33d610a0 ON public.dichtbij_onwardreferral USING btree (trajectory_id);
CREATE INDEX dichtbij_organisation_municipality_id_8346e5da ON public.dichtbij_organisation USING btree (municipality_id);
CREATE INDEX dichtbij_organisation_municipality_id_8346e5da_like ON public.dichtbij_organisation USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_participant_client_id_c9d86c96 ON public.dichtbij_participant USING btree (client_id);
CREATE INDEX dichtbij_participant_consultation_id_594f000f ON public.dichtbij_participant USING btree (consultation_id);
CREATE INDEX dichtbij_participant_partner_id_645c09b5 ON public.dichtbij_participant USING btree (partner_id);
CREATE INDEX dichtbij_participant_user_id_daa34b50 ON public.dichtbij_participant USING btree (user_id);
CREATE INDEX dichtbij_participation_holder_id_a318d3ed ON public.dichtbij_participation USING btree (holder_id);
CREATE INDEX dichtbij_participation_practice_id_7bc0884c ON public.dichtbij_participation USING btree (practice_id);
CREATE INDEX dichtbij_participation_programme_id_a50f9bf1 ON public.dichtbij_participation USING btree (programme_id);
CREATE INDEX dichtbij_participationpause_participation_id_3b5c5a7e ON public.dichtbij_participationpause USING btree (participation_id);
CREATE INDEX dichtbij_partner_programme_id_44ef9856 ON public.dichtbij_partner USING btree (programme_id);
CREATE INDEX dichtbij_partnerwait_noted_by_id_df331232 ON public.dichtbij_partnerwait USING btree (noted_by_id);
CREATE INDEX dichtbij_partnerwait_partner_id_b8b0a16a ON public.dichtbij_partnerwait USING btree (partner_id);
CREATE INDEX dichtbij_pasttrajectory_holder_id_4bba7385 ON public.dichtbij_pasttrajectory USING btree (holder_id);
CREATE INDEX dichtbij_pasttrajectory_municipality_id_98355fb8 ON public.dichtbij_pasttrajectory USING btree (municipality_id);
CREATE INDEX dichtbij_pasttrajectory_municipality_id_98355fb8_like ON public.dichtbij_pasttrajectory USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_pasttrajectory_practice_id_8e06d839 ON public.dichtbij_pasttrajectory USING btree (practice_id);
CREATE INDEX dichtbij_pasttrajectory_programme_id_a3f75f2b ON public.dichtbij_pasttrajectory USING btree (programme_id);
CREATE INDEX dichtbij_patientcount_practice_id_ecd6916e ON public.dichtbij_patientcount USING btree (practice_id);
CREATE INDEX dichtbij_patientcount_programme_id_b8fb3741 ON public.dichtbij_patientcount USING btree (programme_id);
CREATE INDEX dichtbij_personallink_client_id_eed6482f ON public.dichtbij_personallink USING btree (client_id);
CREATE INDEX dichtbij_personallink_made_by_id_b856e63f ON public.dichtbij_personallink USING btree (made_by_id);
CREATE INDEX dichtbij_personallink_programme_id_3cc88ee5 ON public.dichtbij_personallink USING btree (programme_id);
CREATE INDEX dichtbij_practiceday_holder_id_bc939814 ON public.dichtbij_practiceday USING btree (holder_id);
CREATE INDEX dichtbij_practiceday_practice_id_5af0a70c ON public.dichtbij_practiceday USING btree (practice_id);
CREATE INDEX dichtbij_practiceday_practitioner_id_96ceb758 ON public.dichtbij_practiceday USING btree (practitioner_id);
CREATE INDEX dichtbij_practiceday_programme_id_190b981a ON public.dichtbij_practiceday USING btree (programme_id);
CREATE INDEX dichtbij_practiceday_room_id_95fa0b05 ON public.dichtbij_practiceday USING btree (room_id);
CREATE INDEX dichtbij_practicevote_decision_id_76407f05 ON public.dichtbij_practicevote USING btree (decision_id);
CREATE INDEX dichtbij_practicevote_option_id_0cb5fc20 ON public.dichtbij_practicevote USING btree (option_id);
CREATE INDEX dichtbij_practicevote_practice_id_dea6d722 ON public.dichtbij_practicevote USING btree (practice_id);
CREATE INDEX dichtbij_practicevote_voted_by_id_efd18b99 ON public.dichtbij_practicevote USING btree (voted_by_id);
CREATE INDEX dichtbij_privacyspending_client_id_e8bf4da9 ON public.dichtbij_privacyspending USING btree (client_id);
CREATE INDEX dichtbij_privacyspending_release_id_594462cf ON public.dichtbij_privacyspending USING btree (release_id);
CREATE INDEX dichtbij_professionalregistration_holder_id_13783d83 ON public.dichtbij_professionalregistration USING btree (holder_id);
CREATE INDEX dichtbij_professionalregistration_noted_by_id_ca38ceee ON public.dichtbij_professionalregistration USING btree (noted_by_id);
CREATE INDEX dichtbij_professionalregistration_programme_id_6c9b21be ON public.dichtbij_professionalregistration USING btree (programme_id);
CREATE INDEX dichtbij_professionalregistration_user_id_84185895 ON public.dichtbij_professionalregistration USING btree (user_id);
CREATE INDEX dichtbij_programme_slug_da179757_like ON public.dichtbij_programme USING btree (slug varchar_pattern_ops);
CREATE INDEX dichtbij_programmeemployer_employer_id_eab4fc12 ON public.dichtbij_programmeemployer USING btree (employer_id);
CREATE INDEX dichtbij_programmeemployer_programme_id_c1d2b19c ON public.dichtbij_programmeemployer USING btree (programme_id);
CREATE INDEX dichtbij_programmemunicipality_municipality_id_17cabec1 ON public.dichtbij_programmemunicipality USING btree (municipality_id);
CREATE INDEX dichtbij_programmemunicipality_municipality_id_17cabec1_like ON public.dichtbij_programmemunicipality USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_programmemunicipality_programme_id_66c8625d ON public.dichtbij_programmemunicipality USING btree (programme_id);
CREATE INDEX dichtbij_quarterlyreturn_given_by_id_377c4a98 ON public.dichtbij_quarterlyreturn USING btree (given_by_id);
CREATE INDEX dichtbij_quarterlyreturn_practice_id_79db3480 ON public.dichtbij_quarterlyreturn USING btree (practice_id);
CREATE INDEX dichtbij_quarterlyreturn_programme_id_a9ed5676 ON public.dichtbij_quarterlyreturn USING btree (programme_id);
CREATE INDEX dichtbij_recoverycode_user_id_41c6d298 ON public.dichtbij_recoverycode USING btree (user_id);
CREATE INDEX dichtbij_referral_client_id_a1e507a4 ON public.dichtbij_referral USING btree (client_id);
CREATE INDEX dichtbij_referral_decided_by_id_b43efc39 ON public.dichtbij_referral USING btree (decided_by_id);
CREATE INDEX dichtbij_referral_holder_id_e20dcd89 ON public.dichtbij_referral USING btree (holder_id);
CREATE INDEX dichtbij_referral_practice_id_1e2af262 ON public.dichtbij_referral USING btree (practice_id);
CREATE INDEX dichtbij_referral_programme_id_a204a020 ON public.dichtbij_referral USING btree (programme_id);
CREATE INDEX dichtbij_referral_sent_by_id_b6f8f9de ON public.dichtbij_referral USING btree (sent_by_id);
CREATE INDEX dichtbij_referralevent_by_id_83081ff9 ON public.dichtbij_referralevent USING btree (by_id);
CREATE INDEX dichtbij_referralevent_client_id_d8e27589 ON public.dichtbij_referralevent USING btree (client_id);
CREATE INDEX dichtbij_referralevent_holder_id_4883b15a ON public.dichtbij_referralevent USING btree (holder_id);
CREATE INDEX dichtbij_referralevent_practice_id_4330473f ON public.dichtbij_referralevent USING btree (practice_id);
CREATE INDEX dichtbij_referralevent_programme_id_65e4d4eb ON public.dichtbij_referralevent USING btree (programme_id);
CREATE INDEX dichtbij_referralevent_referral_id_cf54831e ON public.dichtbij_referralevent USING btree (referral_id);
CREATE INDEX dichtbij_reflection_evaluation_round_id_d7498baa ON public.dichtbij_reflection USING btree (evaluation_round_id);
CREATE INDEX dichtbij_reflection_given_by_id_0908e65f ON public.dichtbij_reflection USING btree (given_by_id);
CREATE INDEX dichtbij_reflection_organisation_id_0050d87f ON public.dichtbij_reflection USING btree (organisation_id);
CREATE INDEX dichtbij_reflection_programme_id_8d2ad07c ON public.dichtbij_reflection USING btree (programme_id);
CREATE INDEX dichtbij_registrationoverride_given_by_id_c16bd4db ON public.dichtbij_registrationoverride USING btree (given_by_id);
CREATE INDEX dichtbij_registrationoverride_holder_id_4d519bca ON public.dichtbij_registrationoverride USING btree (holder_id);
CREATE INDEX dichtbij_registrationoverride_programme_id_553df70a ON public.dichtbij_registrationoverride USING btree (programme_id);
CREATE INDEX dichtbij_registrationoverride_user_id_c1ec130b ON public.dichtbij_registrationoverride USING btree (user_id);
CREATE INDEX dichtbij_reportingduty_agreement_id_b64ddedc ON public.dichtbij_reportingduty USING btree (agreement_id);
CREATE INDEX dichtbij_room_practice_id_07bd9719 ON public.dichtbij_room USING btree (practice_id);
CREATE INDEX dichtbij_ruleacceptance_noted_by_id_ebf934f9 ON public.dichtbij_ruleacceptance USING btree (noted_by_id);
CREATE INDEX dichtbij_ruleacceptance_programme_id_fe6d4797 ON public.dichtbij_ruleacceptance USING btree (programme_id);
CREATE INDEX dichtbij_sharedvalue_key_64914aaa_like ON public.dichtbij_sharedvalue USING btree (key varchar_pattern_ops);
CREATE INDEX dichtbij_sightdelay_client_id_e1a83e6f ON public.dichtbij_sightdelay USING btree (client_id);
CREATE INDEX dichtbij_sightdelay_noted_by_id_2fd1d32f ON public.dichtbij_sightdelay USING btree (noted_by_id);
CREATE INDEX dichtbij_signature_client_id_d9512d19 ON public.dichtbij_signature USING btree (client_id);
CREATE INDEX dichtbij_signature_holder_id_c1e252e0 ON public.dichtbij_signature USING btree (holder_id);
CREATE INDEX dichtbij_signature_practice_id_bf079df7 ON public.dichtbij_signature USING btree (practice_id);
CREATE INDEX dichtbij_signature_programme_id_8456dc95 ON public.dichtbij_signature USING btree (programme_id);
CREATE INDEX dichtbij_signature_signed_by_id_a1fcf6a5 ON public.dichtbij_signature USING btree (signed_by_id);
CREATE INDEX dichtbij_slothold_practitioner_id_c3adb217 ON public.dichtbij_slothold USING btree (practitioner_id);
CREATE INDEX dichtbij_slothold_programme_id_83275472 ON public.dichtbij_slothold USING btree (programme_id);
CREATE INDEX dichtbij_slothold_room_id_7caf2846 ON public.dichtbij_slothold USING btree (room_id);
CREATE INDEX dichtbij_statement_agreement_id_ab92027d ON public.dichtbij_statement USING btree (agreement_id);
CREATE INDEX dichtbij_statement_employer_by_id_c081870b ON public.dichtbij_statement USING btree (employer_by_id);
CREATE INDEX dichtbij_statement_holder_id_5bf0ecf2 ON public.dichtbij_statement USING btree (holder_id);
CREATE INDEX dichtbij_statement_made_by_id_c98376fd ON public.dichtbij_statement USING btree (made_by_id);
CREATE INDEX dichtbij_statement_municipality_by_id_d8a02c54 ON public.dichtbij_statement USING btree (municipality_by_id);
CREATE INDEX dichtbij_statement_programme_id_c3b691d5 ON public.dichtbij_statement USING btree (programme_id);
CREATE INDEX dichtbij_statementline_statement_id_f4798508 ON public.dichtbij_statementline USING btree (statement_id);
CREATE INDEX dichtbij_submission_user_id_374cdc23 ON public.dichtbij_submission USING btree (user_id);
CREATE INDEX dichtbij_takeover_by_id_d293b907 ON public.dichtbij_takeover USING btree (by_id);
CREATE INDEX dichtbij_takeover_from_owner_id_9ed46b16 ON public.dichtbij_takeover USING btree (from_owner_id);
CREATE INDEX dichtbij_takeover_to_owner_id_e64dedea ON public.dichtbij_takeover USING btree (to_owner_id);
CREATE INDEX dichtbij_takeover_transition_id_23e4d835 ON public.dichtbij_takeover USING btree (transition_id);
CREATE INDEX dichtbij_tariff_agreement_id_24dbae22 ON public.dichtbij_tariff USING btree (agreement_id);
CREATE INDEX dichtbij_task_client_id_3c31e946 ON public.dichtbij_task USING btree (client_id);
CREATE INDEX dichtbij_task_owner_id_e01c2d0d ON public.dichtbij_task USING btree (owner_id);
CREATE INDEX dichtbij_task_referral_id_d73bdaca ON public.dichtbij_task USING btree (referral_id);
CREATE INDEX dichtbij_timespent_client_id_d2aac056 ON public.dichtbij_timespent USING btree (client_id);
CREATE INDEX dichtbij_timespent_contact_id_255f80fd ON public.dichtbij_timespent USING btree (contact_id);
CREATE INDEX dichtbij_trajectory_client_id_22d51680 ON public.dichtbij_trajectory USING btree (client_id);
CREATE INDEX dichtbij_trajectory_holder_id_e723e912 ON public.dichtbij_trajectory USING btree (holder_id);
CREATE INDEX dichtbij_trajectory_practice_id_4c339986 ON public.dichtbij_trajectory USING btree (practice_id);
CREATE INDEX dichtbij_trajectory_practitioner_id_fb85386c ON public.dichtbij_trajectory USING btree (practitioner_id);
CREATE INDEX dichtbij_trajectory_programme_id_c53965ad ON public.dichtbij_trajectory USING btree (programme_id);
CREATE INDEX dichtbij_transition_client_id_f3b36381 ON public.dichtbij_transition USING btree (client_id);
CREATE INDEX dichtbij_transition_from_municipality_id_85352e41 ON public.dichtbij_transition USING btree (from_municipality_id);
CREATE INDEX dichtbij_transition_from_municipality_id_85352e41_like ON public.dichtbij_transition USING btree (from_municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_transition_holder_id_e520c5e3 ON public.dichtbij_transition USING btree (holder_id);
CREATE INDEX dichtbij_transition_participation_id_8423d561 ON public.dichtbij_transition USING btree (participation_id);
CREATE INDEX dichtbij_transition_practitioner_id_e05a79f9 ON public.dichtbij_transition USING btree (practitioner_id);
CREATE INDEX dichtbij_transition_programme_id_48dffb32 ON public.dichtbij_transition USING btree (programme_id);
CREATE INDEX dichtbij_transition_started_by_id_fb1568bf ON public.dichtbij_transition USING btree (started_by_id);
CREATE INDEX dichtbij_transition_to_municipality_id_eb46598e ON public.dichtbij_transition USING btree (to_municipality_id);
CREATE INDEX dichtbij_transition_to_municipality_id_eb46598e_like ON public.dichtbij_transition USING btree (to_municipality_id varchar_pattern_ops);
CREATE INDEX dichtbij_user_email_a178a390_like ON public.dichtbij_user USING btree (email varchar_pattern_ops);
CREATE INDEX dichtbij_voice_evaluation_round_id_ff37cfcc ON public.dichtbij_voice USING btree (evaluation_round_id);
CREATE INDEX dichtbij_voice_holder_id_c60fb746 ON public.dichtbij_voice USING btree (holder_id);
CREATE INDEX dichtbij_voice_programme_id_a270f5b8 ON public.dichtbij_voice USING btree (programme_id);
CREATE INDEX dichtbij_voicerequest_asked_by_id_b9275be3 ON public.dichtbij_voicerequest USING btree (asked_by_id);
CREATE INDEX dichtbij_voicerequest_evaluation_round_id_445271b7 ON public.dichtbij_voicerequest USING btree (evaluation_round_id);
CREATE INDEX dichtbij_voicerequest_holder_id_9a074cda ON public.dichtbij_voicerequest USING btree (holder_id);
CREATE INDEX dichtbij_voicerequest_programme_id_f2b7a171 ON public.dichtbij_voicerequest USING btree (programme_id);
CREATE INDEX dichtbij_voicesummary_checked_by_id_4247ae1f ON public.dichtbij_voicesummary USING btree (checked_by_id);
CREATE INDEX dichtbij_voicesummary_evaluation_round_id_c3364840 ON public.dichtbij_voicesummary USING btree (evaluation_round_id);
CREATE INDEX dichtbij_voicesummary_holder_id_679955dc ON public.dichtbij_voicesummary USING btree (holder_id);
CREATE INDEX dichtbij_voicesummary_programme_id_b3a01231 ON public.dichtbij_voicesummary USING btree (programme_id);
CREATE INDEX dichtbij_voicesummary_written_by_id_7924e8c1 ON public.dichtbij_voicesummary USING btree (written_by_id);
CREATE INDEX dichtbij_waitingentry_client_id_1bbf4099 ON public.dichtbij_waitingentry USING btree (client_id);
CREATE INDEX dichtbij_waitingentry_holder_id_d23da501 ON public.dichtbij_waitingentry USING btree (holder_id);
CREATE INDEX dichtbij_waitingentry_practice_id_a463a0c4 ON public.dichtbij_waitingentry USING btree (practice_id);
CREATE INDEX dichtbij_waitingentry_programme_id_646889fc ON public.dichtbij_waitingentry USING btree (programme_id);
CREATE INDEX dichtbij_waitingentry_referral_id_b91b95bc ON public.dichtbij_waitingentry USING btree (referral_id);
CREATE INDEX dichtbij_weekconfirmation_holder_id_19df35c0 ON public.dichtbij_weekconfirmation USING btree (holder_id);
CREATE INDEX dichtbij_weekconfirmation_programme_id_04c820a8 ON public.dichtbij_weekconfirmation USING btree (programme_id);
CREATE INDEX dichtbij_weekconfirmation_user_id_39d92d9c ON public.dichtbij_weekconfirmation USING btree (user_id);
CREATE INDEX dichtbij_workentry_holder_id_6b4a2478 ON public.dichtbij_workentry USING btree (holder_id);
CREATE INDEX dichtbij_workentry_noted_by_id_61d9a17b ON public.dichtbij_workentry USING btree (noted_by_id);
CREATE INDEX dichtbij_workentry_practice_id_fe7d9e5d ON public.dichtbij_workentry USING btree (practice_id);
CREATE INDEX dichtbij_workentry_programme_id_6429964f ON public.dichtbij_workentry USING btree (programme_id);
CREATE INDEX dichtbij_workentry_user_id_cafb5988 ON public.dichtbij_workentry USING btree (user_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX emergency_of_whom ON public.dichtbij_emergencyaccess USING btree (user_id, ends_at);
CREATE INDEX event_referral_at ON public.dichtbij_referralevent USING btree (referral_id, at);
CREATE UNIQUE INDEX family_member_one_per_slot ON public.dichtbij_familymember USING btree (client_id, slot) WHERE ((ended_on IS NULL) AND (NOT ((slot)::text = 'other'::text)));
CREATE UNIQUE INDEX file_request_one_open ON public.dichtbij_filerequest USING btree (client_id, member_id, kind) WHERE ((status)::text = 'asked'::text);
CREATE INDEX handover_client ON public.dichtbij_handover USING btree (client_id);
CREATE INDEX hold_when ON public.dichtbij_slothold USING btree (practitioner_id, starts_at);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX inquiry_unread ON public.dichtbij_inquiry USING btree (reader_id, read_by_on) WHERE ((answered_at IS NOT NULL) AND (read_at IS NULL));
CREATE INDEX letter_client ON public.dichtbij_letter USING btree (client_id, dated_on DESC);
CREATE UNIQUE INDEX letter_one_draft ON public.dichtbij_letter USING btree (client_id, referral_id, kind, audience, reader) WHERE ((status)::text = 'draft'::text);
CREATE INDEX letter_referral ON public.dichtbij_letter USING btree (referral_id, dated_on);
CREATE INDEX measurement_client ON public.dichtbij_measurement USING btree (client_id, taken_on);
CREATE UNIQUE INDEX membership_once ON public.dichtbij_membership USING btree (user_id, organisation_id, programme_id, role, client_id) NULLS NOT DISTINCT WHERE (NOT ((state)::text = 'ended'::text));
CREATE INDEX message_client ON public.dichtbij_message USING btree (client_id);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE UNIQUE INDEX offer_one_at_a_time ON public.dichtbij_offer USING btree (client_id, entry_id) WHERE ((status)::text = 'offered'::text);
CREATE INDEX offer_open ON public.dichtbij_offer USING btree (holder_id, expires_at) WHERE ((status)::text = 'offered'::text);
CREATE INDEX offer_weighing_entry ON public.dichtbij_offerweighing USING btree (entry_id, at);
CREATE INDEX onward_client ON public.dichtbij_onwardreferral USING btree (client_id);
CREATE INDEX onward_to_sign ON public.dichtbij_onwardreferral USING btree (practice_id, advised_at) WHERE ((status)::text = 'advised'::text);
CREATE INDEX past_trajectory_when ON public.dichtbij_pasttrajectory USING btree (holder_id, referred_on);
CREATE INDEX personal_link_subject ON public.dichtbij_personallink USING btree (subject);
CREATE INDEX practice_day_practice ON public.dichtbij_practiceday USING btree (practice_id, weekday);
CREATE INDEX practice_day_whose ON public.dichtbij_practiceday USING btree (practitioner_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE UNIQUE INDEX professional_registration_once ON public.dichtbij_professionalregistration USING btree (programme_id, holder_id, user_id, register) WHERE (ended_at IS NULL);
CREATE INDEX referral_client ON public.dichtbij_referral USING btree (client_id);
CREATE INDEX referral_holder ON public.dichtbij_referral USING btree (holder_id, status, received_at);
CREATE INDEX referral_practice ON public.dichtbij_referral USING btree (practice_id, changed_at DESC, id DESC);
CREATE INDEX relation_of_whom ON public.dichtbij_carerelation USING btree (practitioner_id, client_id);
CREATE UNIQUE INDEX return_once ON public.dichtbij_quarterlyreturn USING btree (programme_id, practice_id, quarter_on) WHERE (corrects_id IS NULL);
CREATE INDEX shared_value_expires ON public.dichtbij_sharedvalue USING btree (expires_at);
CREATE INDEX stat_cell_release_id_c3b00a13 ON public.stat_cell USING btree (release_id);
CREATE INDEX stat_release_programme_id_5a751509 ON public.stat_release USING btree (programme_id);
CREATE UNIQUE INDEX statement_once_a_month ON public.dichtbij_statement USING btree (agreement_id, month_on) WHERE (NOT ((status)::text = 'returned'::text));
CREATE INDEX submission_at ON public.dichtbij_submission USING btree (at);
CREATE INDEX take_over_item ON public.dichtbij_takeover USING btree (item, at);
CREATE INDEX task_open ON public.dichtbij_task USING btree (owner_id, due_on) WHERE (done_at IS NULL);
CREATE INDEX trajectory_caseload ON public.dichtbij_trajectory USING btree (practitioner_id, client_id) WHERE (closed_on IS NULL);
CREATE INDEX trajectory_client ON public.dichtbij_trajectory USING btree (client_id);
CREATE INDEX trajectory_holder ON public.dichtbij_trajectory USING btree (holder_id, opened_on);
CREATE INDEX trajectory_practice ON public.dichtbij_trajectory USING btree (practice_id, opened_on);
CREATE UNIQUE INDEX transition_one_open ON public.dichtbij_transition USING btree (programme_id, holder_id, kind, client_id, practitioner_id, participation_id) NULLS NOT DISTINCT WHERE (finished_at IS NULL);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX waiting_holder ON public.dichtbij_waitingentry USING btree (holder_id, target_on) WHERE (ended_at IS NULL);
CREATE INDEX waiting_practice ON public.dichtbij_waitingentry USING btree (practice_id, target_on) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX waits_once ON public.dichtbij_waitingentry USING btree (client_id, referral_id) WHERE (ended_at IS NULL);
CREATE INDEX work_entry_holder ON public.dichtbij_workentry USING btree (holder_id, worked_on);
CREATE INDEX work_entry_whose ON public.dichtbij_workentry USING btree (user_id, worked_on);
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2022_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2022_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2022_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2022_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2023_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2023_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2023_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2023_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2024_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2024_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2024_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2024_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2025_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2025_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2025_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2025_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2026_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2026_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2026_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2026_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2027_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2027_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2027_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2027_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2028_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2028_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2028_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2028_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2029_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2029_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2029_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2029_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2030_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2030_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2030_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2030_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2031_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2031_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2031_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2031_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2032_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2032_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2032_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2032_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2033_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2033_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2033_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2033_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2034_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2034_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2034_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2034_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2035_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2035_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2035_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2035_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2036_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2036_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2036_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2036_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2037_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2037_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2037_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2037_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2038_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2038_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2038_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2038_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2039_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2039_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2039_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2039_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_2040_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_2040_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_2040_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_2040_user_id_at_idx;
ALTER INDEX public.entry_client_at ATTACH PARTITION public.dichtbij_entry_other_client_id_at_idx;
ALTER INDEX public.dichtbij_entry_pkey ATTACH PARTITION public.dichtbij_entry_other_pkey;
ALTER INDEX public.entry_chain ATTACH PARTITION public.dichtbij_entry_other_programme_id_sequence_idx;
ALTER INDEX public.entry_user_at ATTACH PARTITION public.dichtbij_entry_other_user_id_at_idx;
CREATE TRIGGER addendum_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_addendum FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER agreedday_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_agreedday FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_agreement();
CREATE TRIGGER agreedhours_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_agreedhours FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_agreement();
CREATE TRIGGER agreement_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_agreement FOR EACH ROW WHEN (((old.status)::text = 'signed'::text)) EXECUTE FUNCTION public.dichtbij_refuse_signed_agreement();
CREATE TRIGGER agreement_party_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_agreementparty FOR EACH ROW WHEN ((old.signed_on IS NOT NULL)) EXECUTE FUNCTION public.dichtbij_refuse_signed_agreement();
CREATE TRIGGER citedrelease_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_citedrelease FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_round();
CREATE TRIGGER concern_step_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_concernstep FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER decision_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_decision FOR EACH ROW WHEN (((old.status)::text = 'taken'::text)) EXECUTE FUNCTION public.dichtbij_refuse_concluded();
CREATE TRIGGER decisionoption_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_decisionoption FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_decision();
CREATE TRIGGER emergency_access_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_emergencyaccess FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER emergency_presumption_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_emergencypresumption FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_entry FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER evaluation_round_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_evaluationround FOR EACH ROW WHEN (((old.status)::text = 'closed'::text)) EXECUTE FUNCTION public.dichtbij_refuse_concluded();
CREATE TRIGGER evaluationmoment_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_evaluationmoment FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_agreement();
CREATE TRIGGER following_version_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_followingversion FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER indicator_sign_off_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_indicatorsignoff FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER letter_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_letter FOR EACH ROW WHEN (((old.status)::text = 'released'::text)) EXECUTE FUNCTION public.dichtbij_refuse_released_letter();
CREATE TRIGGER measurement_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_measurement FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER offer_weighing_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_offerweighing FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER onward_event_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_onwardevent FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER onward_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_onwardreferral FOR EACH ROW EXECUTE FUNCTION public.dichtbij_onward_frozen();
CREATE TRIGGER partner_wait_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_partnerwait FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER plan_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_analysisplan FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER practicevote_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_practicevote FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_decision();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER quarterly_return_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_quarterlyreturn FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER referral_event_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_referralevent FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER reflection_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_reflection FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_round();
CREATE TRIGGER registration_override_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_registrationoverride FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER release_cell_frozen BEFORE DELETE OR UPDATE ON public.stat_cell FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER release_frozen BEFORE DELETE OR UPDATE ON public.stat_release FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER reportingduty_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_reportingduty FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_agreement();
CREATE TRIGGER signature_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_signature FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER signature_over_bytes BEFORE INSERT ON public.dichtbij_signature FOR EACH ROW EXECUTE FUNCTION public.dichtbij_signature_over_bytes();
CREATE TRIGGER statement_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_statement FOR EACH ROW WHEN (((old.status)::text = 'settled'::text)) EXECUTE FUNCTION public.dichtbij_refuse_settled_statement();
CREATE TRIGGER statement_line_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_statementline FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER take_over_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_takeover FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
CREATE TRIGGER tariff_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.dichtbij_tariff FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_part_of_agreement();
CREATE TRIGGER voice_summary_frozen BEFORE DELETE OR UPDATE ON public.dichtbij_voicesummary FOR EACH ROW WHEN ((old.checked_at IS NOT NULL)) EXECUTE FUNCTION public.dichtbij_refuse_concluded();
CREATE TRIGGER work_entry_append_only BEFORE DELETE OR UPDATE ON public.dichtbij_workentry FOR EACH ROW EXECUTE FUNCTION public.dichtbij_refuse_change();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_addendum
    ADD CONSTRAINT addendum_contact_same_client FOREIGN KEY (contact_id, client_id) REFERENCES public.dichtbij_contact(id, client_id);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT appointment_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carelevel
    ADD CONSTRAINT carelevel_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT caseconsultation_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT caseconsultation_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT concern_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT concernstep_concern_same_client FOREIGN KEY (concern_id, client_id) REFERENCES public.dichtbij_concern(id, client_id);
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT concernstep_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT consent_member_same_client FOREIGN KEY (member_id, client_id) REFERENCES public.dichtbij_familymember(id, client_id);
ALTER TABLE ONLY public.dichtbij_consultationtopic
    ADD CONSTRAINT consultationtopic_consultation_same_client FOREIGN KEY (consultation_id, client_id) REFERENCES public.dichtbij_caseconsultation(id, client_id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT contact_appointment_same_client FOREIGN KEY (appointment_id, client_id) REFERENCES public.dichtbij_appointment(id, client_id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT contact_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT contact_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_addendum
    ADD CONSTRAINT dichtbij_addendum_by_id_44e78f8c_fk_dichtbij_user_id FOREIGN KEY (by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_addendum
    ADD CONSTRAINT dichtbij_addendum_client_id_2aefccfa_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_addendum
    ADD CONSTRAINT dichtbij_addendum_contact_id_260e0d92_fk_dichtbij_contact_id FOREIGN KEY (contact_id) REFERENCES public.dichtbij_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreedday
    ADD CONSTRAINT dichtbij_agreedday_agreement_id_c2ff0bbb_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreedday
    ADD CONSTRAINT dichtbij_agreedday_practice_id_7c393593_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreedhours
    ADD CONSTRAINT dichtbij_agreedhours_agreement_id_a7b36fcb_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreedhours
    ADD CONSTRAINT dichtbij_agreedhours_practice_id_296bf836_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_employer_id_62cc983b_fk_dichtbij_ FOREIGN KEY (employer_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_made_by_id_a6d9c5b0_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_programme_id_1f95a918_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_record_holder_id_15a54d53_fk_dichtbij_ FOREIGN KEY (record_holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreement
    ADD CONSTRAINT dichtbij_agreement_replaces_id_b81161ba_fk_dichtbij_ FOREIGN KEY (replaces_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT dichtbij_agreementpa_agreement_id_d011cb3e_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT dichtbij_agreementpa_organisation_id_0dce0238_fk_dichtbij_ FOREIGN KEY (organisation_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_agreementparty
    ADD CONSTRAINT dichtbij_agreementpa_signed_by_id_ee83fa04_fk_dichtbij_ FOREIGN KEY (signed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_analysisplan
    ADD CONSTRAINT dichtbij_analysispla_programme_id_8a43f954_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_analysisplan
    ADD CONSTRAINT dichtbij_analysisplan_frozen_by_id_c1cfffb1_fk_dichtbij_user_id FOREIGN KEY (frozen_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_booked_by_id_0e6523b4_fk_dichtbij_user_id FOREIGN KEY (booked_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_client_id_1a807087_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_holder_id_21c44439_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_practice_id_77846a11_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_practitioner_id_1cac2613_fk_dichtbij_ FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_programme_id_be2abd10_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_referral_id_abc5106c_fk_dichtbij_ FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_appointment
    ADD CONSTRAINT dichtbij_appointment_room_id_3ca1c57b_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfee_holder_id_bd12e08a_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfee_programme_id_ba500c64_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_made_by_id_75185eaf_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_room_id_38ff3a39_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_calendarfeed
    ADD CONSTRAINT dichtbij_calendarfeed_user_id_42bd438e_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_capacityjudgement
    ADD CONSTRAINT dichtbij_capacityjud_client_id_707539b9_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_capacityjudgement
    ADD CONSTRAINT dichtbij_capacityjud_noted_by_id_eb7a0485_fk_dichtbij_ FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carelevel
    ADD CONSTRAINT dichtbij_carelevel_client_id_69bd5776_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carelevel
    ADD CONSTRAINT dichtbij_carelevel_noted_by_id_1dfe2c56_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carelevel
    ADD CONSTRAINT dichtbij_carelevel_trajectory_id_e31f910c_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carerelation
    ADD CONSTRAINT dichtbij_carerelatio_practitioner_id_de92bed2_fk_dichtbij_ FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_carerelation
    ADD CONSTRAINT dichtbij_carerelation_client_id_ef4bb903_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_called_by_id_2b9ad8f3_fk_dichtbij_ FOREIGN KEY (called_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_client_id_815904c2_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_holder_id_4be3d86a_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_practice_id_a54b2d78_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_programme_id_b8468f7c_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_caseconsultation
    ADD CONSTRAINT dichtbij_caseconsult_trajectory_id_39ed49d4_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_chain
    ADD CONSTRAINT dichtbij_chain_programme_id_f5929f2f_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_channel
    ADD CONSTRAINT dichtbij_channel_client_id_ebbe886d_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_citedrelease
    ADD CONSTRAINT dichtbij_citedreleas_evaluation_round_id_eff93c2f_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_citedrelease
    ADD CONSTRAINT dichtbij_citedrelease_release_id_13db9099_fk_stat_release_id FOREIGN KEY (release_id) REFERENCES public.stat_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_holder_id_cfc3a6ab_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_municipality_id_3d8fa61c_fk_dichtbij_ FOREIGN KEY (municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_practice_id_998b915c_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_client
    ADD CONSTRAINT dichtbij_client_programme_id_465680f5_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_holder_id_2b63ef72_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_practice_id_c748740a_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_practitioner_id_8dd7b6b7_fk_dichtbij_user_id FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_programme_id_489075a1_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_closure
    ADD CONSTRAINT dichtbij_closure_room_id_fbe14352_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_client_id_8493f822_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_holder_id_e1277e29_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_opened_by_id_d3cd3541_fk_dichtbij_user_id FOREIGN KEY (opened_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_practice_id_1f484a9f_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concern
    ADD CONSTRAINT dichtbij_concern_programme_id_a54fd794_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_by_id_0bbb5396_fk_dichtbij_user_id FOREIGN KEY (by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_client_id_54bedeb9_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_concern_id_76d0ba6a_fk_dichtbij_concern_id FOREIGN KEY (concern_id) REFERENCES public.dichtbij_concern(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_holder_id_496738aa_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_practice_id_cad55ec7_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_concernstep
    ADD CONSTRAINT dichtbij_concernstep_programme_id_3c3c2569_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_client_id_2dfd0ce7_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_member_id_497c6701_fk_dichtbij_familymember_id FOREIGN KEY (member_id) REFERENCES public.dichtbij_familymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_noted_by_id_980914dd_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consent
    ADD CONSTRAINT dichtbij_consent_partner_id_9dbeea02_fk_dichtbij_partner_id FOREIGN KEY (partner_id) REFERENCES public.dichtbij_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consultationtopic
    ADD CONSTRAINT dichtbij_consultatio_client_id_09c1cc76_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_consultationtopic
    ADD CONSTRAINT dichtbij_consultatio_consultation_id_76db9d92_fk_dichtbij_ FOREIGN KEY (consultation_id) REFERENCES public.dichtbij_caseconsultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_appointment_id_31fd4d3f_fk_dichtbij_ FOREIGN KEY (appointment_id) REFERENCES public.dichtbij_appointment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_client_id_58e541d6_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_holder_id_36218a50_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_practice_id_c2756e95_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_practitioner_id_f82ebe29_fk_dichtbij_user_id FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_programme_id_ce269c74_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_contact
    ADD CONSTRAINT dichtbij_contact_trajectory_id_c5d85f52_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_courtmeasure
    ADD CONSTRAINT dichtbij_courtmeasure_client_id_0b711b37_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_courtmeasure
    ADD CONSTRAINT dichtbij_courtmeasure_noted_by_id_e7d65b4c_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_absent_id_9e686ca7_fk_dichtbij_user_id FOREIGN KEY (absent_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_covering_id_9c3b8ca5_fk_dichtbij_user_id FOREIGN KEY (covering_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_holder_id_8a4f8fd6_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_made_by_id_2b2f7734_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_cover
    ADD CONSTRAINT dichtbij_cover_programme_id_8b63e620_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_chosen_id_ceb6f41b_fk_dichtbij_ FOREIGN KEY (chosen_id) REFERENCES public.dichtbij_decisionoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_evaluation_round_id_a3c456f6_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_made_by_id_a46c1999_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_programme_id_2499a865_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_release_id_5bc16c43_fk_stat_release_id FOREIGN KEY (release_id) REFERENCES public.stat_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decision
    ADD CONSTRAINT dichtbij_decision_taken_by_id_16ec2ee4_fk_dichtbij_user_id FOREIGN KEY (taken_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_decisionoption
    ADD CONSTRAINT dichtbij_decisionopt_decision_id_463f2d47_fk_dichtbij_ FOREIGN KEY (decision_id) REFERENCES public.dichtbij_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_draft
    ADD CONSTRAINT dichtbij_draft_user_id_949bee5b_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyac_client_id_398762e8_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyac_holder_id_bd8afda9_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyac_practice_id_e159fcd0_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyac_programme_id_5429de9d_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT dichtbij_emergencyaccess_user_id_f1efbb92_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencypresumption
    ADD CONSTRAINT dichtbij_emergencypr_client_id_9a178986_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencypresumption
    ADD CONSTRAINT dichtbij_emergencypr_noted_by_id_f6c74f42_fk_dichtbij_ FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_access_id_83d4bcf7_fk_dichtbij_ FOREIGN KEY (access_id) REFERENCES public.dichtbij_emergencyaccess(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_client_id_049ddc2f_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_holder_id_4e81c299_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_practice_id_67c456cb_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_programme_id_8b272125_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT dichtbij_emergencyre_reviewed_by_id_62d7f94c_fk_dichtbij_ FOREIGN KEY (reviewed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_evaluationmoment
    ADD CONSTRAINT dichtbij_evaluationm_agreement_id_e96ff70b_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT dichtbij_evaluationr_closed_by_id_d33b2481_fk_dichtbij_ FOREIGN KEY (closed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT dichtbij_evaluationr_plan_id_bf95ffa5_fk_dichtbij_ FOREIGN KEY (plan_id) REFERENCES public.dichtbij_analysisplan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_evaluationround
    ADD CONSTRAINT dichtbij_evaluationr_programme_id_c258f255_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT dichtbij_familymember_client_id_363b2441_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT dichtbij_familymember_noted_by_id_d896a7ca_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_familymember
    ADD CONSTRAINT dichtbij_familymember_user_id_8ab228a3_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_answered_by_id_c3795916_fk_dichtbij_ FOREIGN KEY (answered_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_client_id_867249f4_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_holder_id_218b16b0_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_member_id_1a099599_fk_dichtbij_ FOREIGN KEY (member_id) REFERENCES public.dichtbij_familymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_practice_id_632ac833_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT dichtbij_filerequest_programme_id_fe61c3da_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_followingversion
    ADD CONSTRAINT dichtbij_followingve_agreement_id_3ea76bf8_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_followingversion
    ADD CONSTRAINT dichtbij_followingve_decision_id_1c67c612_fk_dichtbij_ FOREIGN KEY (decision_id) REFERENCES public.dichtbij_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_goal
    ADD CONSTRAINT dichtbij_goal_client_id_f9e138c1_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_goal
    ADD CONSTRAINT dichtbij_goal_trajectory_id_f6ec94ed_fk_dichtbij_trajectory_id FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT dichtbij_goalscore_client_id_6cc138f5_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT dichtbij_goalscore_contact_id_30813d09_fk_dichtbij_contact_id FOREIGN KEY (contact_id) REFERENCES public.dichtbij_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT dichtbij_goalscore_goal_id_39f14093_fk_dichtbij_goal_id FOREIGN KEY (goal_id) REFERENCES public.dichtbij_goal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_client_id_8acc9202_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_holder_id_df5c891d_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_owner_id_656124f3_fk_dichtbij_user_id FOREIGN KEY (owner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_partner_id_fe4124ff_fk_dichtbij_partner_id FOREIGN KEY (partner_id) REFERENCES public.dichtbij_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_practice_id_e7764ec6_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_programme_id_ec84cc1b_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT dichtbij_handover_trajectory_id_e85b6694_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_helpground
    ADD CONSTRAINT dichtbij_helpground_client_id_167ffcfc_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_helpground
    ADD CONSTRAINT dichtbij_helpground_noted_by_id_1716a910_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_importrun
    ADD CONSTRAINT dichtbij_importrun_programme_id_adebfacc_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_importrun
    ADD CONSTRAINT dichtbij_importrun_user_id_80bf1e37_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_indicatorsignoff
    ADD CONSTRAINT dichtbij_indicatorsi_organisation_id_f3142312_fk_dichtbij_ FOREIGN KEY (organisation_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_indicatorsignoff
    ADD CONSTRAINT dichtbij_indicatorsi_programme_id_b4a3b583_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_indicatorsignoff
    ADD CONSTRAINT dichtbij_indicatorsi_signed_by_id_52473b7a_fk_dichtbij_ FOREIGN KEY (signed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_client_id_4eaea6bc_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_member_id_f1089e9e_fk_dichtbij_familymember_id FOREIGN KEY (member_id) REFERENCES public.dichtbij_familymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_reader_id_798baa25_fk_dichtbij_user_id FOREIGN KEY (reader_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT dichtbij_inquiry_referral_id_0d0dcefc_fk_dichtbij_referral_id FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_invitation
    ADD CONSTRAINT dichtbij_invitation_membership_id_cb750e28_fk_dichtbij_ FOREIGN KEY (membership_id) REFERENCES public.dichtbij_membership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_legalauthority
    ADD CONSTRAINT dichtbij_legalauthor_client_id_838bde00_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_legalauthority
    ADD CONSTRAINT dichtbij_legalauthor_member_id_61ec539a_fk_dichtbij_ FOREIGN KEY (member_id) REFERENCES public.dichtbij_familymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_legalauthority
    ADD CONSTRAINT dichtbij_legalauthor_noted_by_id_eba38b7b_fk_dichtbij_ FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_client_id_d9cebc04_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_holder_id_88ab9514_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_practice_id_91bfad71_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_programme_id_8ceb46ee_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_referral_id_fc025577_fk_dichtbij_referral_id FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_trajectory_id_4f93781f_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT dichtbij_letter_written_by_id_0f4825da_fk_dichtbij_user_id FOREIGN KEY (written_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_listedpractice
    ADD CONSTRAINT dichtbij_listedpract_practice_id_3153a224_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_listedpractice
    ADD CONSTRAINT dichtbij_listedpract_programme_id_c01a7701_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT dichtbij_measurement_client_id_2b388b0c_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT dichtbij_measurement_entered_by_id_dd819724_fk_dichtbij_user_id FOREIGN KEY (entered_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT dichtbij_measurement_referral_id_07110983_fk_dichtbij_ FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_client_id_75460c50_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_confirmed_by_id_40b66a0a_fk_dichtbij_ FOREIGN KEY (confirmed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_invited_by_id_b92b6a3c_fk_dichtbij_user_id FOREIGN KEY (invited_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_organisation_id_8a8fca20_fk_dichtbij_ FOREIGN KEY (organisation_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_programme_id_79784e7d_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_membership
    ADD CONSTRAINT dichtbij_membership_user_id_ab269063_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_channel_id_faa3d047_fk_dichtbij_channel_id FOREIGN KEY (channel_id) REFERENCES public.dichtbij_channel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_client_id_053548f5_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_participant_id_709e3965_fk_dichtbij_ FOREIGN KEY (participant_id) REFERENCES public.dichtbij_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_programme_id_476c12f1_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT dichtbij_message_user_id_88276eba_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_milestone
    ADD CONSTRAINT dichtbij_milestone_programme_id_45059a3b_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_objection
    ADD CONSTRAINT dichtbij_objection_client_id_6cfa3d3d_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_objection
    ADD CONSTRAINT dichtbij_objection_noted_by_id_9541335c_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_appointment_id_94bf1f15_fk_dichtbij_ FOREIGN KEY (appointment_id) REFERENCES public.dichtbij_appointment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_client_id_371e243e_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_entry_id_ff55aaf5_fk_dichtbij_waitingentry_id FOREIGN KEY (entry_id) REFERENCES public.dichtbij_waitingentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_hold_id_9c43cf6b_fk_dichtbij_slothold_id FOREIGN KEY (hold_id) REFERENCES public.dichtbij_slothold(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_holder_id_da74af23_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_made_by_id_9183ec9c_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_practice_id_7ba2c27c_fk_dichtbij_organisation_id FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_practitioner_id_145b7bc0_fk_dichtbij_user_id FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_programme_id_4d45f86d_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT dichtbij_offer_room_id_dcf19be7_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offerweighing
    ADD CONSTRAINT dichtbij_offerweighi_entry_id_61eeb30a_fk_dichtbij_ FOREIGN KEY (entry_id) REFERENCES public.dichtbij_waitingentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offerweighing
    ADD CONSTRAINT dichtbij_offerweighing_client_id_bf6332a6_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_by_id_67066575_fk_dichtbij_user_id FOREIGN KEY (by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_client_id_e4f69eeb_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_holder_id_192b4261_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_onward_id_dd750bd5_fk_dichtbij_ FOREIGN KEY (onward_id) REFERENCES public.dichtbij_onwardreferral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_practice_id_d4b0e15c_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT dichtbij_onwardevent_programme_id_22b00ab4_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_advised_by_id_891aadbb_fk_dichtbij_ FOREIGN KEY (advised_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_client_id_a04477df_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_holder_id_05ab08ee_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_partner_id_b84fcedf_fk_dichtbij_ FOREIGN KEY (partner_id) REFERENCES public.dichtbij_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_practice_id_cacd9fb8_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_prepared_by_id_8e6aba5e_fk_dichtbij_ FOREIGN KEY (prepared_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_programme_id_a68fcce7_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT dichtbij_onwardrefer_trajectory_id_33d610a0_fk_dichtbij_ FOREIGN KEY (trajectory_id) REFERENCES public.dichtbij_trajectory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_organisation
    ADD CONSTRAINT dichtbij_organisatio_municipality_id_8346e5da_fk_dichtbij_ FOREIGN KEY (municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_client_id_c9d86c96_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_consultation_id_594f000f_fk_dichtbij_ FOREIGN KEY (consultation_id) REFERENCES public.dichtbij_caseconsultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_partner_id_645c09b5_fk_dichtbij_partner_id FOREIGN KEY (partner_id) REFERENCES public.dichtbij_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT dichtbij_participant_user_id_daa34b50_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participation
    ADD CONSTRAINT dichtbij_participati_holder_id_a318d3ed_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participationpause
    ADD CONSTRAINT dichtbij_participati_participation_id_3b5c5a7e_fk_dichtbij_ FOREIGN KEY (participation_id) REFERENCES public.dichtbij_participation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participation
    ADD CONSTRAINT dichtbij_participati_practice_id_7bc0884c_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_participation
    ADD CONSTRAINT dichtbij_participati_programme_id_a50f9bf1_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_partner
    ADD CONSTRAINT dichtbij_partner_programme_id_44ef9856_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_partnerwait
    ADD CONSTRAINT dichtbij_partnerwait_noted_by_id_df331232_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_partnerwait
    ADD CONSTRAINT dichtbij_partnerwait_partner_id_b8b0a16a_fk_dichtbij_partner_id FOREIGN KEY (partner_id) REFERENCES public.dichtbij_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT dichtbij_pasttraject_holder_id_4bba7385_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT dichtbij_pasttraject_municipality_id_98355fb8_fk_dichtbij_ FOREIGN KEY (municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT dichtbij_pasttraject_practice_id_8e06d839_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_pasttrajectory
    ADD CONSTRAINT dichtbij_pasttraject_programme_id_a3f75f2b_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_patientcount
    ADD CONSTRAINT dichtbij_patientcoun_practice_id_ecd6916e_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_patientcount
    ADD CONSTRAINT dichtbij_patientcoun_programme_id_b8fb3741_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallin_programme_id_3cc88ee5_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallink_client_id_eed6482f_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_personallink
    ADD CONSTRAINT dichtbij_personallink_made_by_id_b856e63f_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_holder_id_bc939814_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_practice_id_5af0a70c_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_practitioner_id_96ceb758_fk_dichtbij_ FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_programme_id_190b981a_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practiceday
    ADD CONSTRAINT dichtbij_practiceday_room_id_95fa0b05_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT dichtbij_practicevot_decision_id_76407f05_fk_dichtbij_ FOREIGN KEY (decision_id) REFERENCES public.dichtbij_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT dichtbij_practicevot_option_id_0cb5fc20_fk_dichtbij_ FOREIGN KEY (option_id) REFERENCES public.dichtbij_decisionoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT dichtbij_practicevot_practice_id_dea6d722_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_practicevote
    ADD CONSTRAINT dichtbij_practicevote_voted_by_id_efd18b99_fk_dichtbij_user_id FOREIGN KEY (voted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_privacyspending
    ADD CONSTRAINT dichtbij_privacyspen_client_id_e8bf4da9_fk_dichtbij_ FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_privacyspending
    ADD CONSTRAINT dichtbij_privacyspending_release_id_594462cf_fk_stat_release_id FOREIGN KEY (release_id) REFERENCES public.stat_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professiona_holder_id_13783d83_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professiona_noted_by_id_ca38ceee_fk_dichtbij_ FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professiona_programme_id_6c9b21be_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_professionalregistration
    ADD CONSTRAINT dichtbij_professiona_user_id_84185895_fk_dichtbij_ FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_programmeemployer
    ADD CONSTRAINT dichtbij_programmeem_employer_id_eab4fc12_fk_dichtbij_ FOREIGN KEY (employer_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_programmeemployer
    ADD CONSTRAINT dichtbij_programmeem_programme_id_c1d2b19c_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_programmemunicipality
    ADD CONSTRAINT dichtbij_programmemu_municipality_id_17cabec1_fk_dichtbij_ FOREIGN KEY (municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_programmemunicipality
    ADD CONSTRAINT dichtbij_programmemu_programme_id_66c8625d_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyre_corrects_id_ddf0ef54_fk_dichtbij_ FOREIGN KEY (corrects_id) REFERENCES public.dichtbij_quarterlyreturn(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyre_given_by_id_377c4a98_fk_dichtbij_ FOREIGN KEY (given_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyre_practice_id_79db3480_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_quarterlyreturn
    ADD CONSTRAINT dichtbij_quarterlyre_programme_id_a9ed5676_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_recoverycode
    ADD CONSTRAINT dichtbij_recoverycode_user_id_41c6d298_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_client_id_a1e507a4_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_decided_by_id_b43efc39_fk_dichtbij_user_id FOREIGN KEY (decided_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_holder_id_e20dcd89_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_practice_id_1e2af262_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_programme_id_a204a020_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT dichtbij_referral_sent_by_id_b6f8f9de_fk_dichtbij_user_id FOREIGN KEY (sent_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referraleve_holder_id_4883b15a_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referraleve_practice_id_4330473f_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referraleve_programme_id_65e4d4eb_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referraleve_referral_id_cf54831e_fk_dichtbij_ FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referralevent_by_id_83081ff9_fk_dichtbij_user_id FOREIGN KEY (by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT dichtbij_referralevent_client_id_d8e27589_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_evaluation_round_id_d7498baa_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_given_by_id_0908e65f_fk_dichtbij_user_id FOREIGN KEY (given_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_organisation_id_0050d87f_fk_dichtbij_ FOREIGN KEY (organisation_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_reflection
    ADD CONSTRAINT dichtbij_reflection_programme_id_8d2ad07c_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_registrationoverride
    ADD CONSTRAINT dichtbij_registratio_given_by_id_c16bd4db_fk_dichtbij_ FOREIGN KEY (given_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_registrationoverride
    ADD CONSTRAINT dichtbij_registratio_holder_id_4d519bca_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_registrationoverride
    ADD CONSTRAINT dichtbij_registratio_programme_id_553df70a_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_registrationoverride
    ADD CONSTRAINT dichtbij_registratio_user_id_c1ec130b_fk_dichtbij_ FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_reportingduty
    ADD CONSTRAINT dichtbij_reportingdu_agreement_id_b64ddedc_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_room
    ADD CONSTRAINT dichtbij_room_practice_id_07bd9719_fk_dichtbij_organisation_id FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_ruleacceptance
    ADD CONSTRAINT dichtbij_ruleaccepta_noted_by_id_ebf934f9_fk_dichtbij_ FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_ruleacceptance
    ADD CONSTRAINT dichtbij_ruleaccepta_programme_id_fe6d4797_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_sightdelay
    ADD CONSTRAINT dichtbij_sightdelay_client_id_e1a83e6f_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_sightdelay
    ADD CONSTRAINT dichtbij_sightdelay_noted_by_id_2fd1d32f_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_client_id_d9512d19_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_holder_id_c1e252e0_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_onward_id_226f376e_fk_dichtbij_ FOREIGN KEY (onward_id) REFERENCES public.dichtbij_onwardreferral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_practice_id_bf079df7_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_programme_id_8456dc95_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT dichtbij_signature_signed_by_id_a1fcf6a5_fk_dichtbij_user_id FOREIGN KEY (signed_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_slothold
    ADD CONSTRAINT dichtbij_slothold_practitioner_id_c3adb217_fk_dichtbij_user_id FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_slothold
    ADD CONSTRAINT dichtbij_slothold_programme_id_83275472_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_slothold
    ADD CONSTRAINT dichtbij_slothold_room_id_7caf2846_fk_dichtbij_room_id FOREIGN KEY (room_id) REFERENCES public.dichtbij_room(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_agreement_id_ab92027d_fk_dichtbij_ FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_employer_by_id_c081870b_fk_dichtbij_user_id FOREIGN KEY (employer_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_holder_id_5bf0ecf2_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_made_by_id_c98376fd_fk_dichtbij_user_id FOREIGN KEY (made_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_municipality_by_id_d8a02c54_fk_dichtbij_ FOREIGN KEY (municipality_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statement
    ADD CONSTRAINT dichtbij_statement_programme_id_c3b691d5_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_statementline
    ADD CONSTRAINT dichtbij_statementli_statement_id_f4798508_fk_dichtbij_ FOREIGN KEY (statement_id) REFERENCES public.dichtbij_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_submission
    ADD CONSTRAINT dichtbij_submission_user_id_374cdc23_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_takeover
    ADD CONSTRAINT dichtbij_takeover_by_id_d293b907_fk_dichtbij_user_id FOREIGN KEY (by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_takeover
    ADD CONSTRAINT dichtbij_takeover_from_owner_id_9ed46b16_fk_dichtbij_user_id FOREIGN KEY (from_owner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_takeover
    ADD CONSTRAINT dichtbij_takeover_to_owner_id_e64dedea_fk_dichtbij_user_id FOREIGN KEY (to_owner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_takeover
    ADD CONSTRAINT dichtbij_takeover_transition_id_23e4d835_fk_dichtbij_ FOREIGN KEY (transition_id) REFERENCES public.dichtbij_transition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_tariff
    ADD CONSTRAINT dichtbij_tariff_agreement_id_24dbae22_fk_dichtbij_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.dichtbij_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT dichtbij_task_client_id_3c31e946_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT dichtbij_task_owner_id_e01c2d0d_fk_dichtbij_user_id FOREIGN KEY (owner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT dichtbij_task_referral_id_d73bdaca_fk_dichtbij_referral_id FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_timespent
    ADD CONSTRAINT dichtbij_timespent_client_id_d2aac056_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_timespent
    ADD CONSTRAINT dichtbij_timespent_contact_id_255f80fd_fk_dichtbij_contact_id FOREIGN KEY (contact_id) REFERENCES public.dichtbij_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_client_id_22d51680_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_holder_id_e723e912_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_practice_id_4c339986_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_practitioner_id_fb85386c_fk_dichtbij_ FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_programme_id_c53965ad_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT dichtbij_trajectory_referral_id_fbc84bec_fk_dichtbij_ FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_client_id_f3b36381_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_from_municipality_id_85352e41_fk_dichtbij_ FOREIGN KEY (from_municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_holder_id_e520c5e3_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_participation_id_8423d561_fk_dichtbij_ FOREIGN KEY (participation_id) REFERENCES public.dichtbij_participation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_practitioner_id_e05a79f9_fk_dichtbij_ FOREIGN KEY (practitioner_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_programme_id_48dffb32_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_started_by_id_fb1568bf_fk_dichtbij_user_id FOREIGN KEY (started_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_transition
    ADD CONSTRAINT dichtbij_transition_to_municipality_id_eb46598e_fk_dichtbij_ FOREIGN KEY (to_municipality_id) REFERENCES public.dichtbij_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voice
    ADD CONSTRAINT dichtbij_voice_evaluation_round_id_ff37cfcc_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voice
    ADD CONSTRAINT dichtbij_voice_holder_id_c60fb746_fk_dichtbij_organisation_id FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voice
    ADD CONSTRAINT dichtbij_voice_programme_id_a270f5b8_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicereques_evaluation_round_id_445271b7_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicereques_holder_id_9a074cda_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicereques_programme_id_f2b7a171_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicerequest
    ADD CONSTRAINT dichtbij_voicerequest_asked_by_id_b9275be3_fk_dichtbij_user_id FOREIGN KEY (asked_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummar_checked_by_id_4247ae1f_fk_dichtbij_ FOREIGN KEY (checked_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummar_evaluation_round_id_c3364840_fk_dichtbij_ FOREIGN KEY (evaluation_round_id) REFERENCES public.dichtbij_evaluationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummar_holder_id_679955dc_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummar_programme_id_b3a01231_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_voicesummary
    ADD CONSTRAINT dichtbij_voicesummar_written_by_id_7924e8c1_fk_dichtbij_ FOREIGN KEY (written_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentr_holder_id_d23da501_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentr_practice_id_a463a0c4_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentr_programme_id_646889fc_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentr_referral_id_b91b95bc_fk_dichtbij_ FOREIGN KEY (referral_id) REFERENCES public.dichtbij_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT dichtbij_waitingentry_client_id_1bbf4099_fk_dichtbij_client_id FOREIGN KEY (client_id) REFERENCES public.dichtbij_client(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_weekconfirmation
    ADD CONSTRAINT dichtbij_weekconfirm_holder_id_19df35c0_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_weekconfirmation
    ADD CONSTRAINT dichtbij_weekconfirm_programme_id_04c820a8_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_weekconfirmation
    ADD CONSTRAINT dichtbij_weekconfirmation_user_id_39d92d9c_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_holder_id_6b4a2478_fk_dichtbij_ FOREIGN KEY (holder_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_noted_by_id_61d9a17b_fk_dichtbij_user_id FOREIGN KEY (noted_by_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_practice_id_fe7d9e5d_fk_dichtbij_ FOREIGN KEY (practice_id) REFERENCES public.dichtbij_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_programme_id_6429964f_fk_dichtbij_ FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_workentry
    ADD CONSTRAINT dichtbij_workentry_user_id_cafb5988_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_emergencyaccess
    ADD CONSTRAINT emergencyaccess_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT emergencyreview_access_same_client FOREIGN KEY (access_id, client_id) REFERENCES public.dichtbij_emergencyaccess(id, client_id);
ALTER TABLE ONLY public.dichtbij_emergencyreview
    ADD CONSTRAINT emergencyreview_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT filerequest_member_same_client FOREIGN KEY (member_id, client_id) REFERENCES public.dichtbij_familymember(id, client_id);
ALTER TABLE ONLY public.dichtbij_filerequest
    ADD CONSTRAINT filerequest_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_goal
    ADD CONSTRAINT goal_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT goalscore_contact_same_client FOREIGN KEY (contact_id, client_id) REFERENCES public.dichtbij_contact(id, client_id);
ALTER TABLE ONLY public.dichtbij_goalscore
    ADD CONSTRAINT goalscore_goal_same_client FOREIGN KEY (goal_id, client_id) REFERENCES public.dichtbij_goal(id, client_id);
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT handover_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_handover
    ADD CONSTRAINT handover_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT inquiry_member_same_client FOREIGN KEY (member_id, client_id) REFERENCES public.dichtbij_familymember(id, client_id);
ALTER TABLE ONLY public.dichtbij_inquiry
    ADD CONSTRAINT inquiry_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_legalauthority
    ADD CONSTRAINT legalauthority_member_same_client FOREIGN KEY (member_id, client_id) REFERENCES public.dichtbij_familymember(id, client_id);
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT letter_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT letter_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_letter
    ADD CONSTRAINT letter_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_measurement
    ADD CONSTRAINT measurement_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT message_channel_same_client FOREIGN KEY (channel_id, client_id) REFERENCES public.dichtbij_channel(id, client_id);
ALTER TABLE ONLY public.dichtbij_message
    ADD CONSTRAINT message_participant_same_client FOREIGN KEY (participant_id, client_id) REFERENCES public.dichtbij_participant(id, client_id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_dichtbij_user_id FOREIGN KEY (user_id) REFERENCES public.dichtbij_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_appointment_same_client FOREIGN KEY (appointment_id, client_id) REFERENCES public.dichtbij_appointment(id, client_id);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_entry_same_client FOREIGN KEY (entry_id, client_id) REFERENCES public.dichtbij_waitingentry(id, client_id);
ALTER TABLE ONLY public.dichtbij_offer
    ADD CONSTRAINT offer_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_offerweighing
    ADD CONSTRAINT offerweighing_entry_same_client FOREIGN KEY (entry_id, client_id) REFERENCES public.dichtbij_waitingentry(id, client_id);
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT onwardevent_onward_same_client FOREIGN KEY (onward_id, client_id) REFERENCES public.dichtbij_onwardreferral(id, client_id);
ALTER TABLE ONLY public.dichtbij_onwardevent
    ADD CONSTRAINT onwardevent_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT onwardreferral_trajectory_same_client FOREIGN KEY (trajectory_id, client_id) REFERENCES public.dichtbij_trajectory(id, client_id);
ALTER TABLE ONLY public.dichtbij_onwardreferral
    ADD CONSTRAINT onwardreferral_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_participant
    ADD CONSTRAINT participant_consultation_same_client FOREIGN KEY (consultation_id, client_id) REFERENCES public.dichtbij_caseconsultation(id, client_id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.dichtbij_referral
    ADD CONSTRAINT referral_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT referralevent_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_referralevent
    ADD CONSTRAINT referralevent_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT signature_onward_same_client FOREIGN KEY (onward_id, client_id) REFERENCES public.dichtbij_onwardreferral(id, client_id);
ALTER TABLE ONLY public.dichtbij_signature
    ADD CONSTRAINT signature_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.stat_cell
    ADD CONSTRAINT stat_cell_release_id_c3b00a13_fk_stat_release_id FOREIGN KEY (release_id) REFERENCES public.stat_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.stat_release
    ADD CONSTRAINT stat_release_programme_id_5a751509_fk_dichtbij_programme_id FOREIGN KEY (programme_id) REFERENCES public.dichtbij_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dichtbij_task
    ADD CONSTRAINT task_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_timespent
    ADD CONSTRAINT timespent_contact_same_client FOREIGN KEY (contact_id, client_id) REFERENCES public.dichtbij_contact(id, client_id);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT trajectory_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_trajectory
    ADD CONSTRAINT trajectory_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT waitingentry_referral_same_client FOREIGN KEY (referral_id, client_id) REFERENCES public.dichtbij_referral(id, client_id);
ALTER TABLE ONLY public.dichtbij_waitingentry
    ADD CONSTRAINT waitingentry_wall_keys FOREIGN KEY (client_id, programme_id, holder_id, practice_id) REFERENCES public.dichtbij_client(id, programme_id, holder_id, practice_id) ON UPDATE CASCADE;
CREATE POLICY addendum_wall ON public.dichtbij_addendum USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_addendum.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_addendum.client_id))));
CREATE POLICY appointment_wall ON public.dichtbij_appointment USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY capacity_judgement_wall ON public.dichtbij_capacityjudgement USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_capacityjudgement.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_capacityjudgement.client_id))));
CREATE POLICY care_level_wall ON public.dichtbij_carelevel USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_carelevel.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_carelevel.client_id))));
CREATE POLICY care_relation_wall ON public.dichtbij_carerelation USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_carerelation.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_carerelation.client_id))));
CREATE POLICY case_consultation_wall ON public.dichtbij_caseconsultation USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY channel_wall ON public.dichtbij_channel USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_channel.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_channel.client_id))));
CREATE POLICY client_wall ON public.dichtbij_client USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY concern_step_wall ON public.dichtbij_concernstep USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY concern_wall ON public.dichtbij_concern USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY consent_wall ON public.dichtbij_consent USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_consent.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_consent.client_id))));
CREATE POLICY consultation_topic_wall ON public.dichtbij_consultationtopic USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_consultationtopic.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_consultationtopic.client_id))));
CREATE POLICY contact_wall ON public.dichtbij_contact USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY court_measure_wall ON public.dichtbij_courtmeasure USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_courtmeasure.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_courtmeasure.client_id))));
CREATE POLICY cover_wall ON public.dichtbij_cover USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
ALTER TABLE public.dichtbij_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_capacityjudgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_carelevel ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_carerelation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_caseconsultation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_channel ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_concernstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_consultationtopic ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_courtmeasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencyaccess ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencypresumption ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_emergencyreview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_familymember ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_filerequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_goalscore ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_helpground ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_importrun ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_inquiry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_legalauthority ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_measurement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_offerweighing ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_onwardevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_onwardreferral ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_pasttrajectory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_privacyspending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_professionalregistration ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_referralevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_registrationoverride ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_sightdelay ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_takeover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_timespent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_trajectory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_transition ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_voice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_waitingentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_weekconfirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dichtbij_workentry ENABLE ROW LEVEL SECURITY;
CREATE POLICY draft_wall ON public.dichtbij_draft USING ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif")));
CREATE POLICY emergency_access_wall ON public.dichtbij_emergencyaccess USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY emergency_presumption_wall ON public.dichtbij_emergencypresumption USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_emergencypresumption.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_emergencypresumption.client_id))));
CREATE POLICY emergency_review_wall ON public.dichtbij_emergencyreview USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY family_member_wall ON public.dichtbij_familymember USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_familymember.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_familymember.client_id))));
CREATE POLICY file_request_wall ON public.dichtbij_filerequest USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY goal_score_wall ON public.dichtbij_goalscore USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_goalscore.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_goalscore.client_id))));
CREATE POLICY goal_wall ON public.dichtbij_goal USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_goal.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_goal.client_id))));
CREATE POLICY handover_wall ON public.dichtbij_handover USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY help_ground_wall ON public.dichtbij_helpground USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_helpground.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_helpground.client_id))));
CREATE POLICY import_run_wall ON public.dichtbij_importrun USING ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif")));
CREATE POLICY inquiry_wall ON public.dichtbij_inquiry USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_inquiry.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_inquiry.client_id))));
CREATE POLICY legal_authority_wall ON public.dichtbij_legalauthority USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_legalauthority.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_legalauthority.client_id))));
CREATE POLICY letter_wall ON public.dichtbij_letter USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY measurement_wall ON public.dichtbij_measurement USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_measurement.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_measurement.client_id))));
CREATE POLICY message_wall ON public.dichtbij_message USING (((client_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_message.client_id))))) WITH CHECK (((client_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_message.client_id)))));
CREATE POLICY objection_wall ON public.dichtbij_objection USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_objection.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_objection.client_id))));
CREATE POLICY offer_wall ON public.dichtbij_offer USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY offer_weighing_wall ON public.dichtbij_offerweighing USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_offerweighing.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_offerweighing.client_id))));
CREATE POLICY onward_event_wall ON public.dichtbij_onwardevent USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY onward_referral_wall ON public.dichtbij_onwardreferral USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY participant_wall ON public.dichtbij_participant USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_participant.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_participant.client_id))));
CREATE POLICY past_trajectory_wall ON public.dichtbij_pasttrajectory USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY privacy_spending_wall ON public.dichtbij_privacyspending USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_privacyspending.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_privacyspending.client_id))));
CREATE POLICY professional_registration_wall ON public.dichtbij_professionalregistration USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY referral_event_wall ON public.dichtbij_referralevent USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY referral_wall ON public.dichtbij_referral USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY registration_override_wall ON public.dichtbij_registrationoverride USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY sight_delay_wall ON public.dichtbij_sightdelay USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_sightdelay.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_sightdelay.client_id))));
CREATE POLICY signature_wall ON public.dichtbij_signature USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY submission_wall ON public.dichtbij_submission USING ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((user_id = ( SELECT (NULLIF(current_setting('dichtbij.user'::text, true), ''::text))::bigint AS "nullif")));
CREATE POLICY take_over_wall ON public.dichtbij_takeover USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_transition w
  WHERE (w.id = dichtbij_takeover.transition_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_transition w
  WHERE (w.id = dichtbij_takeover.transition_id))));
CREATE POLICY task_wall ON public.dichtbij_task USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_task.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_task.client_id))));
CREATE POLICY time_spent_wall ON public.dichtbij_timespent USING ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_timespent.client_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.dichtbij_client w
  WHERE (w.id = dichtbij_timespent.client_id))));
CREATE POLICY trajectory_wall ON public.dichtbij_trajectory USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY transition_wall ON public.dichtbij_transition USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY voice_wall ON public.dichtbij_voice USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY waiting_entry_wall ON public.dichtbij_waitingentry USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND ((holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (practice_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.practices'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])) OR (client_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.clients'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))));
CREATE POLICY week_confirmation_wall ON public.dichtbij_weekconfirmation USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
CREATE POLICY work_entry_wall ON public.dichtbij_workentry USING (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[])))) WITH CHECK (((programme_id = ( SELECT (NULLIF(current_setting('dichtbij.programme'::text, true), ''::text))::bigint AS "nullif")) AND (holder_id = ANY (( SELECT (string_to_array(current_setting('dichtbij.holders'::text, true), ','::text))::bigint[] AS string_to_array)::bigint[]))));
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_addendum TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_addendum_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_agreedday TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_agreedday_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_agreedhours TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_agreedhours_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_agreement TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_agreement_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_agreementparty TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_agreementparty_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_analysisplan TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_analysisplan_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_appointment TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_appointment_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_calendarfeed TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_calendarfeed_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_capacityjudgement TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_capacityjudgement_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_carelevel TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_carelevel_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_carerelation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_carerelation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_caseconsultation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_caseconsultation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_chain TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_chain_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_channel TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_channel_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_citedrelease TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_citedrelease_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_client TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_client_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_closure TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_closure_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_concern TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_concern_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_concernstep TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_concernstep_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_consent TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_consent_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_consultationtopic TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_consultationtopic_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_contact TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_contact_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_courtmeasure TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_courtmeasure_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_cover TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_cover_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_decision TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_decision_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_decisionoption TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_decisionoption_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_draft TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_draft_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_emergencyaccess TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_emergencyaccess_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_emergencypresumption TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_emergencypresumption_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_emergencyreview TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_emergencyreview_id_seq TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_entry_number TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_entry TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_evaluationmoment TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_evaluationmoment_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_evaluationround TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_evaluationround_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_familymember TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_familymember_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_filerequest TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_filerequest_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_followingversion TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_followingversion_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_goal TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_goal_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_goalscore TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_goalscore_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_handover TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_handover_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_helpground TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_helpground_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_importrun TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_importrun_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_indicatorsignoff TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_indicatorsignoff_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_inquiry TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_inquiry_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_invitation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_invitation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_itemtext TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_itemtext_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_legalauthority TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_legalauthority_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_letter TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_letter_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_listedpractice TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_listedpractice_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_measurement TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_measurement_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_membership TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_membership_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_message TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_message_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_milestone TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_milestone_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_municipality TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_objection TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_objection_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_offer TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_offer_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_offerweighing TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_offerweighing_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_onwardevent TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_onwardevent_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_onwardreferral TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_onwardreferral_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_organisation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_organisation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_participant TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_participant_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_participation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_participation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_participationpause TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_participationpause_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_partner TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_partner_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_partnerwait TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_partnerwait_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_pasttrajectory TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_pasttrajectory_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_patientcount TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_patientcount_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_personallink TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_personallink_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_practiceday TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_practiceday_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_practicevote TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_practicevote_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_privacyspending TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_privacyspending_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_professionalregistration TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_professionalregistration_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_programme TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_programme_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_programmeemployer TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_programmeemployer_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_programmemunicipality TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_programmemunicipality_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_quarterlyreturn TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_quarterlyreturn_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_recoverycode TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_recoverycode_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_referral TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_referral_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_referralevent TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_referralevent_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_reflection TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_reflection_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_registrationoverride TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_registrationoverride_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_reportingduty TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_reportingduty_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_room TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_room_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_ruleacceptance TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_ruleacceptance_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_sharedvalue TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_sightdelay TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_sightdelay_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_signature TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_signature_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_slothold TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_slothold_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_statement TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_statement_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_statementline TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_statementline_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_submission TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_submission_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_takeover TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_takeover_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_tariff TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_tariff_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_task TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_task_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_timespent TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_timespent_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_trajectory TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_trajectory_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_transition TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_transition_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_user TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_user_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_voice TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_voice_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_voicerequest TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_voicerequest_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_voicesummary TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_voicesummary_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_waitingentry TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_waitingentry_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dichtbij_weekconfirmation TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_weekconfirmation_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.dichtbij_workentry TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.dichtbij_workentry_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO dichtbij_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO dichtbij_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.stat_cell TO dichtbij_app;
GRANT SELECT ON TABLE public.stat_cell TO dichtbij_stats;
GRANT SELECT,USAGE ON SEQUENCE public.stat_cell_id_seq TO dichtbij_app;
GRANT SELECT,INSERT ON TABLE public.stat_release TO dichtbij_app;
GRANT SELECT ON TABLE public.stat_release TO dichtbij_stats;
GRANT SELECT,USAGE ON SEQUENCE public.stat_release_id_seq TO dichtbij_app;
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0002_email_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0002_beyond_django', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0003_municipalities', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0004_add_addenda', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0005_add_sign_in', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0006_freeze_letters', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0007_the_childs_file', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0008_tie_the_file_together', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0009_let_the_gp_sign', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0010_find_looks_per_person', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0011_speak_more_languages', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0012_keep_version_of_questions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0013_note_what_is_left_out', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0014_record_take_overs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0015_the_programme_in_balance', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0016_tie_the_programme_together', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0017_group_versions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0018_let_weekly_days_not_overlap', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0019_remember_registration_warnings', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0020_figures_one_can_decide_on', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0021_freeze_what_was_concluded', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0022_say_until_when_an_option_runs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0023_bring_in_returns', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('dichtbij', '0024_let_agreements_follow', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations (app, name, applied) VALUES ('sessions', '0001_initial', now());
