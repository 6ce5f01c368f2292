package kz.kopir.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.digest.Concern;
import kz.kopir.digest.Digest;
import kz.kopir.digest.DigestFacts;
import kz.kopir.digest.Letter;
import kz.kopir.digest.Told;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.StaffBook;
import kz.kopir.staff.StaffMember;

/**
 * Decides about letters by what stands in the problems, the outbox and the table of
 * staff.
 */
final class SchoolLetters implements DueLetters, StandingProblems, Addressees, OpenHours {

	/** What the overview of a week lists. */
	private static final Set<ProblemCode> OVERDUE = Set.of(ProblemCode.SUMMATIVE_OVERDUE, ProblemCode.SUMMATIVE_LATE);

	private final Problems problems;

	private final Outbox outbox;

	private final StaffBook staff;

	private final MailFacts facts;

	private final ZoneId zone;

	SchoolLetters(Problems problems, Outbox outbox, StaffBook staff, MailFacts facts, ZoneId zone) {
		this.problems = problems;
		this.outbox = outbox;
		this.staff = staff;
		this.facts = facts;
		this.zone = zone;
	}

	@Override
	public List<Letter> due(SchoolId school, Instant now) {
		List<StoredProblem> open = this.problems.open(school);
		return digest(school).due(now,
				new DigestFacts(open.stream().map(SchoolLetters::concern).toList(), this.facts.classGroups(school),
						told(school), this.facts.weeks(school, now),
						open.stream()
							.filter((problem) -> OVERDUE.contains(problem.code()))
							.map(SchoolLetters::concern)
							.toList()));
	}

	private Digest digest(SchoolId school) {
		return new Digest(this.staff.of(school), this.facts.calendar(school), this.facts.policy(school).digest(),
				this.zone);
	}

	private List<Told> told(SchoolId school) {
		return this.outbox.told(school)
			.stream()
			.map((one) -> new Told(one.problem(), one.opening(), one.kind(), one.person(), one.day()))
			.toList();
	}

	private static Concern concern(StoredProblem problem) {
		return new Concern(problem.id(), problem.code(), problem.opening(), problem.state(), problem.code().urgency(),
				problem.owner(), problem.ownerRef(), problem.classGroup(), problem.subject(), problem.texts(),
				problem.openedAt(), problem.deadline(), problem.lines().size(), problem.snoozedUntil());
	}

	/**
	 * A problem that rests or for which somebody cares was decided about after the letter
	 * was: the mail still tells it, but not one that is gone or was opened anew.
	 */
	@Override
	public Set<Letter.Item> standing(SchoolId school, Collection<Letter.Item> items) {
		Map<String, Integer> open = this.problems.open(school)
			.stream()
			.collect(Collectors.toMap(StoredProblem::id, StoredProblem::opening));
		return items.stream()
			.filter((item) -> open.getOrDefault(item.problem(), 0) == item.opening())
			.collect(Collectors.toSet());
	}

	@Override
	public boolean areOpen(SchoolId school, Instant now) {
		return digest(school).isTimeToWrite(now);
	}

	@Override
	public Optional<StaffMember> find(SchoolId school, String person) {
		return this.staff.of(school).members().stream().filter((member) -> member.key().equals(person)).findFirst();
	}

}
