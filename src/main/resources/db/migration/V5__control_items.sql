-- Results of all forms of control: one row for each graded coursework, made anew by each run that reads its course.
-- Days are ISO texts, moments "timestamp with time zone".
create table control_item (
	school text not null,
	class_group text not null,
	class_group_name text not null,
	class_group_parent text,
	course text not null,
	coursework text not null,
	title text not null,
	teacher text not null,
	subject text not null,
	subject_name text not null,
	kind text not null,
	day text not null,
	term integer,
	part integer,
	maximum integer,
	last_day text,
	on_time_until timestamp with time zone,
	journal_locks timestamp with time zone,
	stage text,
	handed_in integer not null,
	graded integer not null,
	standing integer not null,
	handed_over integer not null,
	codes text not null,
	excluded text,
	policy text not null,
	run_id text not null,
	updated_at timestamp with time zone not null,
	primary key (school, class_group, course, coursework)
);

-- The scores of a БЖБ or ТЖБ, for the workbook. Names stand here and in no log.
create table summative_score (
	school text not null,
	class_group text not null,
	course text not null,
	coursework text not null,
	pupil text not null,
	position integer not null,
	name text not null,
	wanted integer,
	standing integer,
	state text not null check (state in ('standing', 'planned', 'handed-over', 'late', 'differs', 'held', 'none')),
	primary key (school, class_group, course, coursework, pupil)
);

-- Late results that a named person let through, with the reason: these values of these pupils and no later ones.
create table late_approval (
	school text not null,
	course text not null,
	coursework text not null,
	pupil text not null,
	value integer not null,
	approved_by text not null,
	reason text not null,
	policy text not null,
	approved_at timestamp with time zone not null,
	primary key (school, course, coursework, pupil)
);

-- Graded courseworks that a named person keeps out of the journal, with the reason.
create table control_exclusion (
	school text not null,
	course text not null,
	coursework text not null,
	excluded_by text not null,
	reason text not null,
	policy text not null,
	excluded_at timestamp with time zone not null,
	primary key (school, course, coursework)
);

-- Terms that somebody closed after everything in them had a state.
create table term_closing (
	school text not null,
	term_start text not null,
	closed_by text not null,
	items integer not null,
	excluded integer not null,
	policy text not null,
	closed_at timestamp with time zone not null,
	primary key (school, term_start)
);

-- What the marks of the term would be by what stands in the journal. Never written to it.
create table term_preview (
	school text not null,
	class_group text not null,
	subject text not null,
	subject_name text not null,
	term integer not null,
	pupil text not null,
	percent_by_sum text not null,
	mark_by_sum integer not null,
	percent_by_mean text not null,
	mark_by_mean integer not null,
	primary key (school, class_group, subject, term, pupil)
);
