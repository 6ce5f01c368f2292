package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import kz.kopir.deadline.PublicationTerms;
import kz.kopir.grading.Judgement;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Coursework;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.Term;
import kz.kopir.summative.SummativeStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the list of the results of all forms of control from an executed plan. Without
 * I/O and clock.
 */
final class ControlItems {

	private final PlanExecution execution;

	private final ClassGroupOrder order;

	private final SchoolRules rules;

	private final Instant now;

	private final ZoneId zone;

	private final Map<String, SummativeItem> summatives = new HashMap<>();

	ControlItems(PlanExecution execution, SchoolRules rules, Instant now, ZoneId zone) {
		this.execution = execution;
		this.order = execution.plan().order();
		this.rules = rules;
		this.now = now;
		this.zone = zone;
		execution.plan().control().summatives().forEach((item) -> this.summatives.put(item.found().source(), item));
	}

	List<ControlItem> items() {
		List<ControlItem> items = new ArrayList<>();
		this.execution.plan().control().graded().forEach((graded) -> items.add(item(graded)));
		return items;
	}

	/** The scores of all pupils of the class group, in the journal's order. */
	List<SummativeScoreRow> scores() {
		Map<PupilId, Integer> positions = new HashMap<>();
		this.order.pupils().forEach((pupil) -> positions.put(pupil.id(), positions.size() + 1));
		List<SummativeScoreRow> rows = new ArrayList<>();
		this.summatives.values().forEach((item) -> {
			Coursework coursework = item.found().work().coursework();
			Map<PupilId, SummativeItem.Score> scores = new HashMap<>();
			item.scores().forEach((score) -> scores.putIfAbsent(score.pupil(), score));
			for (Pupil pupil : this.order.pupils()) {
				SummativeItem.Score score = scores.get(pupil.id());
				rows.add(new SummativeScoreRow(coursework.course().value(), coursework.id().value(), pupil.id(),
						positions.get(pupil.id()), name(pupil), (score != null) ? score.wanted() : null,
						(score != null) ? standing(item, score) : null,
						(score != null) ? state(item, score).code() : "none"));
			}
		});
		return rows;
	}

	/** As the journal shows it: surname first. */
	private static String name(Pupil pupil) {
		String name = pupil.lastName() + " " + pupil.firstName();
		return ((pupil.middleName() != null) ? name + " " + pupil.middleName() : name).strip();
	}

	private @Nullable Integer standing(SummativeItem item, SummativeItem.Score score) {
		return (state(item, score) == SummativeItem.State.STANDING) ? Integer.valueOf(score.wanted())
				: score.standing();
	}

	private SummativeItem.State state(SummativeItem item, SummativeItem.Score score) {
		Coursework coursework = item.found().work().coursework();
		boolean confirmed = this.execution.confirmed()
			.contains(EntryKey.summative(coursework.course(), coursework.id(), score.pupil()).text());
		return confirmed ? SummativeItem.State.STANDING : score.state();
	}

	private ControlItem item(GradedCoursework graded) {
		Coursework coursework = graded.coursework();
		String source = EntryKey.work(coursework.course(), coursework.id()).source();
		ItemTally tally = this.execution.plan().control().tally(source);
		SummativeItem summative = this.summatives.get(source);
		Instant at = (coursework.due() != null) ? coursework.due() : coursework.created();
		LocalDate day = LocalDate.ofInstant(at, this.zone);
		ClassGroupId parent = this.order.classGroup().parent();
		int standing = tally.standing(this.execution.confirmed());
		CriteriaSection section = (summative != null
				&& summative.judged().section() instanceof Judgement.Wanted<CriteriaSection> wanted) ? wanted.value()
						: null;
		return new ControlItem(this.order.run().school(), this.order.classGroup().id().value(),
				this.order.classGroup().name(), (parent != null) ? parent.value() : null, coursework.course().value(),
				coursework.id().value(), coursework.title(), graded.course().course().owner().value(),
				graded.course().subject().id().value(), graded.course().subject().name(),
				graded.kind().name().toLowerCase(Locale.ROOT), day, term(day),
				(section != null) ? section.part() : null, (section != null) ? section.maximum() : null,
				(summative != null) ? summative.judged().clocks().lastDay() : null, onTimeUntil(graded, summative),
				journalLocks(graded, summative),
				(summative != null) ? SummativeReminders.stage(summative, this.execution, today()) : null,
				graded.handedIn(), tally.graded(), standing, tally.handedOverCount(),
				tally.codes().stream().map(ProblemCode::name).sorted().toList(), graded.excluded(),
				this.rules.policy().version(), this.order.run().id(), this.now);
	}

	private @Nullable Instant onTimeUntil(GradedCoursework graded, @Nullable SummativeItem summative) {
		if (summative != null) {
			return summative.judged().clocks().publishBy();
		}
		LocalDate lesson = graded.lesson();
		return (lesson != null) ? terms().formativeOnTimeUntil(lesson) : null;
	}

	private @Nullable Instant journalLocks(GradedCoursework graded, @Nullable SummativeItem summative) {
		if (summative != null) {
			return summative.judged().clocks().journalLocks();
		}
		LocalDate lesson = graded.lesson();
		return (lesson != null) ? terms().journalLocks(lesson, this.rules.writing().editPeriod()).orElse(null) : null;
	}

	private PublicationTerms terms() {
		return new PublicationTerms(this.rules.calendar(), this.zone);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.now, this.zone);
	}

	private @Nullable Integer term(LocalDate day) {
		return this.rules.calendar().termUpTo(day).map(Term::number).orElse(null);
	}

}
