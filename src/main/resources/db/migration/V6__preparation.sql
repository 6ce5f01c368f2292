-- What teachers put into their courses, and the lessons that were held at a distance: whether something stood ready
-- before a lesson began is judged when it is asked for.
create table given_work (
	school text not null,
	class_group text not null,
	subject text not null,
	course text not null,
	source text not null,
	given_at timestamp with time zone not null,
	links integer not null,
	primary key (school, class_group, course, source)
);

create table remote_lesson (
	school text not null,
	lesson text not null,
	class_group text not null,
	class_group_name text not null,
	subject text not null,
	subject_name text not null,
	lesson_date text not null,
	starts_at timestamp with time zone not null,
	teachers text not null,
	primary key (school, lesson)
);
create index remote_lesson_of_day on remote_lesson (school, lesson_date);
