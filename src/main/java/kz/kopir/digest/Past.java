package kz.kopir.digest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people were told so far.
 */
final class Past {

	private final Map<About, Set<LocalDate>> about = new HashMap<>();

	private final Map<Mail, Set<LocalDate>> mails = new HashMap<>();

	Past(Collection<Told> told) {
		told.forEach(this::add);
	}

	private void add(Told told) {
		this.about
			.computeIfAbsent(new About(told.person(), told.problem(), told.opening(), told.kind()),
					(key) -> new TreeSet<>())
			.add(told.day());
		this.mails.computeIfAbsent(new Mail(told.person(), told.kind()), (key) -> new TreeSet<>()).add(told.day());
	}

	/** A mail that goes out now counts for those that are judged after it. */
	void add(Letter letter) {
		letter.tells().forEach(this::add);
	}

	/**
	 * Whether a person got a mail of a kind from one day to another, both included. What
	 * lies in the future is left over from a clock that went wrong and does not count.
	 */
	boolean hasMail(String person, LetterKind kind, LocalDate from, LocalDate to) {
		return this.mails.getOrDefault(new Mail(person, kind), Set.of())
			.stream()
			.anyMatch((day) -> !day.isBefore(from) && !day.isAfter(to));
	}

	boolean wasTold(String person, Concern concern, LetterKind kind) {
		return this.about.containsKey(about(person, concern, kind));
	}

	/** The first day on which one of some people was told a concern. */
	Optional<LocalDate> firstDay(Collection<String> people, Concern concern) {
		return people.stream().flatMap((person) -> days(person, concern).stream()).min(LocalDate::compareTo);
	}

	/** The last day on which a person was told a concern by any mail. */
	Optional<LocalDate> lastDay(String person, Concern concern) {
		return days(person, concern).stream().max(LocalDate::compareTo);
	}

	private List<LocalDate> days(String person, Concern concern) {
		return List.of(LetterKind.DAILY, LetterKind.URGENT, LetterKind.ESCALATION)
			.stream()
			.flatMap((kind) -> this.about.getOrDefault(about(person, concern, kind), Set.of()).stream())
			.toList();
	}

	private static About about(String person, Concern concern, LetterKind kind) {
		return new About(person, concern.problem(), concern.opening(), kind);
	}

	private record About(String person, String problem, int opening, LetterKind kind) {
	}

	private record Mail(String person, LetterKind kind) {
	}

}
