-- The same statements run on SQLite and on PostgreSQL.
-- Moments are "timestamp with time zone" in whole milliseconds, days are ISO texts (see DatabaseTime).
-- Every row belongs to a school, by itself or through its run.

create table run (
	id text primary key,
	school text not null,
	flow text not null,
	trigger text not null check (trigger in ('schedule', 'manual', 'start')),
	requested_by text not null,
	dry_run boolean not null,
	from_date text,
	to_date text,
	state text not null check (state in ('running', 'finished', 'red', 'failed', 'interrupted')),
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone,
	failure_code text
);
create index run_of_flow on run (school, flow, started_at);

create table run_count (
	run_id text not null references run (id) on delete cascade,
	name text not null,
	value bigint not null,
	primary key (run_id, name)
);

create table balance (
	run_id text not null references run (id) on delete cascade,
	class_group text not null,
	class_group_name text not null,
	kind text not null,
	set_aside bigint not null,
	read_count bigint not null,
	delivered bigint not null,
	unchanged bigint not null,
	held bigint not null,
	rejected bigint not null,
	primary key (run_id, class_group, kind)
);

create table plan (
	id text primary key,
	run_id text not null references run (id),
	school text not null,
	class_group text not null,
	hash text not null,
	state text not null check (state in ('approved', 'waiting', 'dry', 'executing', 'done', 'superseded')),
	waits_because text,
	created_at timestamp with time zone not null,
	decided_by text,
	decided_at timestamp with time zone
);
create index plan_of_run on plan (run_id);
create index plan_of_class_group on plan (school, class_group, state);

-- The ledger. It outlives the runs and plans it names: what was delivered last must be known for as long as
-- the journal holds it, so nothing here cascades.
create table delivery (
	id text primary key,
	-- Order of the deliveries of a class group. A clock may be set back, this is not.
	seq bigint not null,
	school text not null,
	run_id text not null,
	plan_id text,
	class_group text not null,
	kind text not null,
	entry_key text not null,
	action text not null check (action in ('add', 'change', 'adopt')),
	from_value text,
	to_value text,
	reason text,
	source_fingerprint text,
	state text not null check (state in ('planned', 'intended', 'confirmed', 'adopted', 'unsettled', 'refused', 'abandoned')),
	journal_id text,
	refusal text,
	created_at timestamp with time zone not null,
	settled_at timestamp with time zone
);
create unique index delivery_of_class_group on delivery (school, class_group, seq);
create index delivery_of_entry on delivery (school, entry_key);
create index delivery_of_plan on delivery (plan_id);

create table problem (
	id text primary key,
	school text not null,
	code text not null,
	subject text not null,
	class_group text,
	owner text not null,
	owner_ref text,
	deadline timestamp with time zone,
	state text not null check (state in ('open', 'closed')),
	details text not null,
	text_kk text not null,
	text_ru text not null,
	text_en text not null,
	first_run text not null,
	last_run text not null,
	opened_at timestamp with time zone not null,
	updated_at timestamp with time zone not null,
	closed_at timestamp with time zone,
	unique (school, code, subject)
);
create index problem_of_class_group on problem (school, state, class_group);
create index problem_of_run on problem (last_run);

create table problem_line (
	problem_id text not null references problem (id) on delete cascade,
	entry_key text not null,
	note text,
	seen_run text not null,
	primary key (problem_id, entry_key)
);

create table link (
	school text not null,
	kind text not null check (kind in ('course', 'pupil')),
	source_id text not null,
	target text not null,
	evidence text not null,
	seen_run text not null,
	decided_at timestamp with time zone not null,
	primary key (school, kind, source_id)
);

-- As the JdbcTemplate provider of ShedLock wants it.
create table shedlock (
	name text not null primary key,
	lock_until timestamp with time zone not null,
	locked_at timestamp with time zone not null,
	locked_by text not null
);
