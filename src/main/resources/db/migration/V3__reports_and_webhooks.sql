-- What a person said of a report file, which file told a meeting last, and what Zoom sent by itself.

alter table report_file add column date_order text;

alter table meeting add column report text;

-- What Zoom sent by itself of the participants of a meeting, each event once. It is provisional: a report replaces it.
create table zoom_event (
	school text not null,
	meeting text not null,
	participant text not null,
	event text not null check (event in ('joined', 'left')),
	sent_at timestamp with time zone not null,
	happened_at timestamp with time zone not null,
	name text not null,
	staff boolean not null,
	pupil text,
	evidence text,
	primary key (school, meeting, participant, event, sent_at)
);
create index zoom_event_by_age on zoom_event (school, happened_at);
