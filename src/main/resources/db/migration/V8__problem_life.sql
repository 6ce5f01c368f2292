-- The life of a problem: what persons decided about it, how often it was opened, and all that became of it.

-- "state" says whether its cause is there; "decision" what a person said of it since it was opened last.
alter table problem add column opening integer not null default 1;
alter table problem add column decision text check (decision in ('seen', 'acknowledged', 'snoozed', 'resolved'));
alter table problem add column snoozed_until timestamp with time zone;
alter table problem add column decided_by text;
alter table problem add column reason text;
-- The run that was the last to open or worsen it: what it goes on to find is no news of its own.
alter table problem add column told_run text not null default '';

-- A line that is mended stays known until the problem is opened anew: only what was never there is something new.
alter table problem_line add column gone boolean not null default false;

-- The number of the last event of a school. Whoever changes its problems holds this row until the commit, so that
-- events are numbered in the order in which they can be read, without a gap.
create table problem_book (
	school text not null primary key,
	last_event bigint not null
);

-- Rows are only ever added.
create table problem_event (
	school text not null,
	seq bigint not null,
	problem_id text not null references problem (id),
	opening integer not null,
	event text not null check (event in
		('opened', 'reopened', 'seen', 'acknowledged', 'snoozed', 'resolved', 'closed', 'worsened')),
	run_id text,
	decided_by text,
	reason text,
	happened_at timestamp with time zone not null,
	primary key (school, seq)
);
create index problem_event_of_problem on problem_event (problem_id, seq);

-- What is known of the problems until now.
insert into problem_event (school, seq, problem_id, opening, event, run_id, happened_at)
select school, row_number() over (partition by school order by opened_at, id), id, 1, 'opened', first_run, opened_at
from problem;

insert into problem_event (school, seq, problem_id, opening, event, happened_at)
select p.school, o.opened + row_number() over (partition by p.school order by p.closed_at, p.id), p.id, 1, 'closed',
	p.closed_at
from problem p join (select school, count(*) as opened from problem group by school) o on o.school = p.school
where p.state = 'closed' and p.closed_at is not null;

insert into problem_book (school, last_event)
select school, max(seq) from problem_event group by school;
