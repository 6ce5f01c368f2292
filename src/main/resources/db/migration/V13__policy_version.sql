-- What each version of a policy said when it first counted: a change is a new version, and the old ones stay.
create table policy_version (
	school text not null,
	valid_from text not null,
	content text not null,
	primary key (school, valid_from)
);
