package kz.kopir.problem;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;

/**
 * Writes down what a run found, and what it did not find any more. Every method is one
 * part of a transaction that somebody else begins and commits.
 */
final class ProblemReporter {

	private final ProblemTable table;

	private final ProblemLines lines;

	private final ProblemEvents events;

	private final TextBundle kazakh = TextBundle.of(ProblemTexts.KAZAKH);

	private final TextBundle russian = TextBundle.of(ProblemTexts.RUSSIAN);

	private final TextBundle english = TextBundle.of(ProblemTexts.ENGLISH);

	ProblemReporter(ProblemTable table, ProblemLines lines, ProblemEvents events) {
		this.table = table;
		this.lines = lines;
		this.events = events;
	}

	void report(SchoolId school, String run, Collection<Problem> problems, Instant now) {
		Map<String, Problem> byId = new TreeMap<>();
		problems.forEach((problem) -> byId.merge(id(school, problem), problem, ProblemReporter::together));
		ProblemEvents.Book book = this.events.open(school);
		Map<String, ProblemLife> before = this.table.lives(byId.keySet());
		open(school, run, byId, before, book, now);
		seeAgain(school, run, byId, before, book, now);
		book.write();
	}

	private void open(SchoolId school, String run, Map<String, Problem> byId, Map<String, ProblemLife> before,
			ProblemEvents.Book book, Instant now) {
		Map<String, Problem> unknown = new TreeMap<>(byId);
		unknown.keySet().removeAll(before.keySet());
		if (unknown.isEmpty()) {
			return;
		}
		List<ProblemTable.Row> rows = new ArrayList<>();
		unknown.forEach((id, problem) -> {
			rows.add(row(school, problem, ProblemLife.begun(id, problem, run, now), problem.lines().size()));
			book.byRun(id, 1, ProblemEventKind.OPENED, run, now);
		});
		this.table.insert(rows, now);
		this.lines.save(unknown, run);
	}

	private void seeAgain(SchoolId school, String run, Map<String, Problem> byId, Map<String, ProblemLife> before,
			ProblemEvents.Book book, Instant now) {
		Map<String, Problem> known = new TreeMap<>(byId);
		known.keySet().retainAll(before.keySet());
		if (known.isEmpty()) {
			return;
		}
		this.lines.forget(before.values()
			.stream()
			.filter((life) -> life.state() == ProblemState.CLOSED)
			.map(ProblemLife::id)
			.toList());
		Map<String, ProblemLines.Count> countsBefore = this.lines.counts(known.keySet());
		this.lines.save(known, run);
		Map<String, ProblemLines.Count> counts = this.lines.counts(known.keySet());
		List<ProblemTable.Row> rows = new ArrayList<>();
		known.forEach((id, problem) -> {
			ProblemLines.Count count = counts.getOrDefault(id, ProblemLines.Count.NONE);
			boolean newLine = count.known() > countsBefore.getOrDefault(id, ProblemLines.Count.NONE).known();
			ProblemLife.Step step = before.get(id).seenAgain(problem, run, newLine, now);
			rows.add(row(school, problem, step.life(), count.shown()));
			if (step.event() != null) {
				book.byRun(id, step.life().opening(), step.event(), run, now);
			}
			if (step.event() == ProblemEventKind.REOPENED) {
				this.lines.forgetGone(id);
			}
		});
		this.table.update(rows, now);
	}

	int closeUnseen(SchoolId school, String run, CloseScope scope, Instant now) {
		ProblemEvents.Book book = this.events.open(school);
		return close(book, this.table.unseen(school, run, scope), run, now);
	}

	int replace(SchoolId school, String run, String subject, Collection<Problem> problems, Instant now) {
		if (!problems.isEmpty()) {
			report(school, run, problems, now);
		}
		Set<String> found = problems.stream().map((problem) -> id(school, problem)).collect(Collectors.toSet());
		ProblemEvents.Book book = this.events.open(school);
		return close(book,
				this.table.ofSubject(school, subject).stream().filter((known) -> !found.contains(known.id())).toList(),
				run, now);
	}

	private int close(ProblemEvents.Book book, List<ProblemTable.Closing> closings, String run, Instant now) {
		if (!closings.isEmpty()) {
			this.table.close(closings, now);
			closings
				.forEach((closing) -> book.byRun(closing.id(), closing.opening(), ProblemEventKind.CLOSED, run, now));
			book.write();
		}
		return closings.size();
	}

	private ProblemTable.Row row(SchoolId school, Problem problem, ProblemLife life, int count) {
		return new ProblemTable.Row(school, problem, life,
				new ProblemTexts(this.kazakh.render(problem.code(), problem.details(), count),
						this.russian.render(problem.code(), problem.details(), count),
						this.english.render(problem.code(), problem.details(), count)));
	}

	private static String id(SchoolId school, Problem problem) {
		// The length keeps school and subject apart whatever characters they hold.
		String key = school.value().length() + ":" + school + ":" + problem.code() + ":" + problem.subject();
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static Problem together(Problem first, Problem second) {
		List<Problem.Line> lines = Stream.concat(first.lines().stream(), second.lines().stream()).toList();
		ClassGroupId classGroup = (first.classGroup() != null) ? first.classGroup() : second.classGroup();
		String ownerRef = (first.ownerRef() != null) ? first.ownerRef() : second.ownerRef();
		return new Problem(first.code(), first.subject(), classGroup, ownerRef,
				ProblemLife.earlier(first.deadline(), second.deadline()), second.details(), lines);
	}

}
