-- Mails from the decision to write one to what became of it. What a mail says is kept apart, and only for as long as it
-- may have to be sent once more; everything else is metadata.
create table mail (
	id text primary key,
	school text not null,
	person text not null,
	recipient text not null,
	kind text not null check (kind in ('daily', 'urgent', 'escalation', 'weekly')),
	day text not null,
	state text not null check (state in ('due', 'sending', 'sent', 'refused', 'ambiguous', 'doubtful', 'dropped')),
	message_id text not null,
	attempts integer not null,
	next_attempt_at timestamp with time zone not null,
	attempted_at timestamp with time zone,
	provider_id text,
	failure text,
	created_at timestamp with time zone not null,
	updated_at timestamp with time zone not null,
	settled_at timestamp with time zone
);
-- What comes once a day comes once a day, also when two nodes decide at the same time.
create unique index mail_of_day on mail (school, person, kind, day) where kind in ('daily', 'weekly');
create index mail_to_do on mail (school, state, next_attempt_at);

-- The letter as it was decided, and the bytes of the first attempt: a later one must be the same mail.
create table mail_content (
	mail_id text primary key references mail (id) on delete cascade,
	letter text not null,
	mime bytea
);

-- What was told to whom. A daily mail lists again what is still open; what is urgent and what nobody reacted to is told
-- once for each opening, also when two nodes decide at the same time.
create table mail_told (
	school text not null,
	problem text not null,
	opening integer not null,
	kind text not null,
	person text not null,
	day text not null,
	mail_id text not null references mail (id),
	primary key (school, problem, opening, kind, person, day)
);
create unique index mail_told_once on mail_told (school, problem, opening, kind, person)
	where kind in ('urgent', 'escalation');
create index mail_told_by on mail_told (mail_id);

create table mail_attempt (
	mail_id text not null references mail (id) on delete cascade,
	number integer not null,
	school text not null,
	-- Order of the attempts of a school. A clock may be set back, this is not.
	seq bigint not null,
	transport text not null check (transport in ('gmail', 'smtp')),
	attempted_at timestamp with time zone not null,
	outcome text not null check (outcome in ('unknown', 'accepted', 'found', 'not-accepted')),
	answer text,
	primary key (mail_id, number)
);
create unique index mail_attempt_of_school on mail_attempt (school, seq);
create index mail_attempt_of_day on mail_attempt (school, attempted_at);

-- Whether a school's mails can go out at the moment.
create table mail_channel (
	school text primary key,
	failures integer not null,
	closed_until timestamp with time zone not null
);
