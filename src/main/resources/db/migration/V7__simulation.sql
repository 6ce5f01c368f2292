-- What would differ under a policy that is a draft, found by a dry run.
create table policy_difference (
	run_id text not null references run (id) on delete cascade,
	class_group text not null,
	entry text not null,
	outcome_now text not null,
	outcome_then text not null,
	primary key (run_id, class_group, entry)
);
