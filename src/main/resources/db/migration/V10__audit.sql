-- Who did what, when and why. Rows are only ever added: each holds the hash of the one before it in the chain of its
-- school, so that a row that was changed, taken out or put in later is seen. The gateway's own chain is called '-'.
create table audit (
	school text not null,
	seq bigint not null,
	happened_at timestamp with time zone not null,
	who text not null,
	action text not null,
	object text not null,
	reason_hash text,
	previous_hash text not null,
	hash text not null,
	primary key (school, seq)
);
create index audit_by_age on audit (school, happened_at);

-- What persons gave as their reason may name a child, so it can be erased: the row above keeps its hash with a salt.
create table audit_reason (
	school text not null,
	seq bigint not null,
	salt text not null,
	reason text not null,
	primary key (school, seq)
);

-- The end of each chain; whoever adds a row holds it, so that two nodes never add at the same place. Below 'cut_seq'
-- the rows were too old to be kept.
create table audit_head (
	school text not null primary key,
	seq bigint not null,
	hash text not null,
	cut_seq bigint not null,
	cut_hash text not null
);

-- By which key the pseudonyms of a school are made: the key itself stands in a file outside of this database.
create table pseudonym_key (
	school text not null primary key,
	fingerprint text not null
);
