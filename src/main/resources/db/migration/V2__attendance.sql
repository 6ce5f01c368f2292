-- Attendance: meetings as Zoom or a report file tells them, what persons decided, and the evidence of each entry.

-- Two flows may work on one class group at the same time, each with its own order of deliveries.
alter table plan add column flow text not null default 'classroom';
alter table delivery add column flow text not null default 'classroom';
drop index delivery_of_class_group;
create unique index delivery_of_class_group on delivery (school, flow, class_group, seq);

-- One occurrence of a meeting and how far its data has come.
create table meeting (
	school text not null,
	id text not null,
	number text not null,
	host text not null,
	started_at timestamp with time zone not null,
	ended_at timestamp with time zone not null,
	source text not null check (source in ('zoom', 'file')),
	state text not null check (state in ('found', 'waiting', 'accepted', 'refused')),
	pulls integer not null,
	pulled_at timestamp with time zone,
	fingerprint text,
	unusable_rows integer not null,
	refusal text,
	primary key (school, id)
);
create index meeting_by_time on meeting (school, started_at);

create table meeting_row (
	school text not null,
	meeting text not null,
	position integer not null,
	name text not null,
	joined_at timestamp with time zone not null,
	left_at timestamp with time zone not null,
	waiting_room boolean not null,
	staff boolean not null,
	pupil text,
	evidence text,
	primary key (school, meeting, position)
);

-- When the meetings of a day were last listed; the host is empty when those of the whole account were.
create table zoom_listing (
	school text not null,
	day text not null,
	host text not null,
	listed_at timestamp with time zone not null,
	primary key (school, day, host)
);

-- Users of the school's Zoom account, as they were read last: who they are and whether they have a licence.
create table zoom_user (
	school text not null,
	email text not null,
	user_id text not null,
	type integer not null,
	employee text,
	read_at timestamp with time zone not null,
	primary key (school, email)
);

-- Calls to Zoom in a day of Zoom, which begins at 00:00 UTC.
create table zoom_budget (
	school text not null,
	day text not null,
	used bigint not null,
	closed_until timestamp with time zone,
	primary key (school, day)
);

-- What a person said of a pupil who was not seen, or not long enough.
create table attendance_decision (
	school text not null,
	lesson text not null,
	pupil text not null,
	status text not null,
	decided_by text not null,
	decided_at timestamp with time zone not null,
	primary key (school, lesson, pupil)
);

-- Who a participant of a name is in a class group, as a person confirmed it.
create table participant_alias (
	school text not null,
	class_group text not null,
	name_key text not null,
	pupil text not null,
	decided_by text not null,
	decided_at timestamp with time zone not null,
	primary key (school, class_group, name_key)
);

-- Why an entry is as it is. The rows it was judged by stand in meeting_row.
create table attendance_evidence (
	school text not null,
	entry_key text not null,
	class_group text not null,
	run_id text not null,
	rule_version text not null,
	state text not null,
	seen_seconds bigint not null,
	length_seconds bigint not null,
	first_join timestamp with time zone,
	last_leave timestamp with time zone,
	link_evidence text,
	meetings text not null,
	recorded_at timestamp with time zone not null,
	primary key (school, entry_key)
);
create index attendance_evidence_by_age on attendance_evidence (school, recorded_at);

-- Report files that were put in, by the hash of their content.
create table report_file (
	school text not null,
	sha256 text not null,
	name text not null,
	teacher text,
	state text not null check (state in ('taken', 'refused')),
	put_in_at timestamp with time zone not null,
	primary key (school, sha256)
);

-- What a column of a report file means, as a person said it once.
create table report_header (
	school text not null,
	header text not null,
	meaning text not null,
	decided_by text not null,
	decided_at timestamp with time zone not null,
	primary key (school, header)
);
