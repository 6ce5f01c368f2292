-- Every decision names the version of the school's policy under which it was made: the day from which it counts.
alter table plan add column policy text;
