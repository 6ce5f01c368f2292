-- What a person said of a report file, which file told a meeting last, and what Zoom sent by itself.

alter table report_file add column date_order text;

alter table meeting add column report text;

-- Events that Zoom sent of a meeting, each once. They are provisional: the report replaces them.
create table zoom_event (
	school text not null,
	meeting text not null,
	event text not null,
	participant text not null,
	at bigint not null,
	name text not null,
	staff boolean not null,
	pupil text,
	evidence text,
	primary key (school, meeting, event, participant, at)
);
create index zoom_event_by_age on zoom_event (school, at);
