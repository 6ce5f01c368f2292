package kz.kopir.journal.kundelik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalQuestion;
import kz.kopir.journal.JournalWork;
import kz.kopir.school.Lesson;

/**
 * What Kundelik holds for one class group, while it is read: its lessons with their
 * works, and its marks, in windows that Kundelik accepts.
 */
public final class ClassGroupReading {

	private final KundelikRecords records;

	private final JournalQuestion question;

	private final int windowDays;

	private final Map<String, Lesson> lessons = new LinkedHashMap<>();

	private final Map<String, JournalWork> works = new LinkedHashMap<>();

	private final Map<String, JournalMark> marks = new LinkedHashMap<>();

	ClassGroupReading(KundelikRecords records, JournalQuestion question, int windowDays) {
		this.records = records;
		this.question = question;
		this.windowDays = windowDays;
	}

	/** Everything that is to be asked. */
	public List<KundelikRequest> getRequests() {
		List<KundelikRequest> requests = new ArrayList<>();
		String base = "/v2/edu-groups/" + this.question.classGroup();
		for (LocalDate from = this.question.from(); !from.isAfter(this.question.to()); from = from
			.plusDays(this.windowDays)) {
			LocalDate last = from.plusDays(this.windowDays - 1L);
			LocalDate to = last.isAfter(this.question.to()) ? this.question.to() : last;
			requests
				.add(new KundelikRequest("lessons", base + "/lessons/" + from + "/" + to, null, this::acceptLessons));
			requests.add(new KundelikRequest("marks", base + "/marks/" + from + "/" + to, null, this::acceptMarks));
		}
		return requests;
	}

	/** What was read. */
	public ClassGroupJournal getJournal() {
		return new ClassGroupJournal(this.question, List.copyOf(this.lessons.values()),
				List.copyOf(this.works.values()), List.copyOf(this.marks.values()));
	}

	private void acceptLessons(JsonNode answer) {
		this.records.lessons(answer, this.question.classGroup(), (lesson, works) -> {
			this.lessons.put(lesson.id().value(), lesson);
			works.forEach((work) -> this.works.put(work.id().value(), work));
		});
	}

	private void acceptMarks(JsonNode answer) {
		this.records.marks(answer).forEach((mark) -> this.marks.put(mark.id(), mark));
	}

}
