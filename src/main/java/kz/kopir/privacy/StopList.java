package kz.kopir.privacy;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers who is left out, without remembering who that is: a pupil whose trail was
 * erased must not come back with the next run, which reads the child's work and name
 * anew.
 */
public class StopList {

	static final String PUPIL = "pupil";

	/** Ids and addresses by which a source knows the pupil. */
	static final String KEY = "key";

	static final String NAME = "name";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	public StopList(JdbcTemplate template, TransactionOperations transactions, Pseudonyms pseudonyms, Clock clock) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.transactions = transactions;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** Who is left out now. */
	public LeftOut of(SchoolId school) {
		Map<String, Set<String>> byKind = new HashMap<>();
		this.jdbc.sql("select kind, pseudonym from left_out where school = :school")
			.param("school", school.value())
			.query((row, number) -> byKind.computeIfAbsent(row.getString("kind"), (kind) -> new HashSet<>())
				.add(row.getString("pseudonym")))
			.list();
		return new LeftOut(school, this.pseudonyms, byKind.getOrDefault(PUPIL, Set.of()),
				byKind.getOrDefault(KEY, Set.of()), byKind.getOrDefault(NAME, Set.of()));
	}

	/**
	 * Takes note under which names the journal knows those who are left out, so that rows
	 * which tell of them by name alone can be told from others. A name that another pupil
	 * of the school has too stands for that one.
	 * @param leftOut names of each pupil who is left out
	 * @param others names of all others
	 */
	public void learnNames(SchoolId school, Map<PupilId, Set<String>> leftOut, Collection<String> others) {
		Set<String> shared = new HashSet<>();
		others.forEach((name) -> shared.add(PersonNames.key(name)));
		this.transactions.executeWithoutResult((status) -> {
			leftOut.keySet()
				.forEach((pupil) -> this.jdbc
					.sql("delete from left_out where school = :school and pupil = :pupil and kind = :kind")
					.param("school", school.value())
					.param("pupil", this.pseudonyms.of(school, pupil))
					.param("kind", NAME)
					.update());
			leftOut.forEach((pupil, names) -> names.stream()
				.map(PersonNames::key)
				.filter((name) -> name.contains(" ") && !shared.contains(name))
				.forEach((name) -> add(school, this.pseudonyms.of(school, pupil), NAME,
						this.pseudonyms.of(school, NAME, name))));
		});
	}

	/** Leaves a pupil out from now on, with the keys by which sources know the pupil. */
	void add(SchoolId school, PupilId pupil, Collection<String> keys) {
		String of = this.pseudonyms.of(school, pupil);
		add(school, of, PUPIL, of);
		keys.forEach((key) -> add(school, of, KEY, this.pseudonyms.of(school, KEY, LeftOut.form(key))));
	}

	/**
	 * Carries a pupil again.
	 * @return whether the pupil was left out
	 */
	boolean remove(SchoolId school, PupilId pupil) {
		return this.jdbc.sql("delete from left_out where school = :school and pupil = :pupil")
			.param("school", school.value())
			.param("pupil", this.pseudonyms.of(school, pupil))
			.update() > 0;
	}

	private void add(SchoolId school, String pupil, String kind, String pseudonym) {
		this.template.update("""
				insert into left_out (school, pupil, kind, pseudonym, since) values (?, ?, ?, ?, ?)
				on conflict (school, pupil, kind, pseudonym) do nothing
				""", school.value(), pupil, kind, pseudonym, DatabaseTime.toColumn(this.clock.instant()));
	}

}
