package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.grading.CourseworkJudgement;
import kz.kopir.grading.Grading;
import kz.kopir.grading.Judgement;
import kz.kopir.grading.WantedWork;
import kz.kopir.school.CourseContent;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;
import kz.kopir.summative.SummativeWork;

/**
 * A БЖБ or ТЖБ among what was read of a class group.
 *
 * @param course its course
 * @param content all that was read of the course
 * @param work the work
 */
record SummativeFound(LinkedCourse course, CourseContent content, SummativeWork work) {

	/** A school year reaches from 1 August to 31 July. */
	private static final int AUGUST = 8;

	/**
	 * Finds them in courses that were read to their end. Those of earlier school years
	 * have no place in the journal of this one.
	 */
	static List<SummativeFound> in(ClassGroupOrder order, List<CourseContent> contents, Grading grading,
			LocalDate today, ZoneId zone) {
		LocalDate begin = LocalDate.of((today.getMonthValue() < AUGUST) ? today.getYear() - 1 : today.getYear(), AUGUST,
				1);
		List<SummativeFound> found = new ArrayList<>();
		for (CourseContent content : contents) {
			LinkedCourse course = order.course(content.course().id());
			for (Coursework coursework : content.coursework()) {
				CourseworkJudgement judged = grading.judge(coursework, order.classGroup(), course.subject(), List.of(),
						today, today);
				LocalDate held = day(coursework, zone);
				if (judged.work() instanceof Judgement.SetAside<WantedWork> aside
						&& aside.reason().equals(Grading.SUMMATIVE) && !held.isBefore(begin)) {
					found.add(new SummativeFound(course, content,
							new SummativeWork(coursework, course.subject(), grading.summativeTag(judged), held)));
				}
			}
		}
		return found;
	}

	/** Its submissions. */
	List<Submission> submissions() {
		return this.content.submissions()
			.stream()
			.filter((submission) -> submission.coursework().equals(this.work.coursework().id()))
			.toList();
	}

	/** Course and coursework, as {@link EntryKey#source()}. */
	String source() {
		return EntryKey.work(this.course.course().id(), this.work.coursework().id()).source();
	}

	private static LocalDate day(Coursework coursework, ZoneId zone) {
		Instant day = (coursework.due() != null) ? coursework.due() : coursework.created();
		return LocalDate.ofInstant(day, zone);
	}

}
