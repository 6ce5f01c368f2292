package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.GroupFacts;

/**
 * Averages of a class group by pupil and subject, with a decimal comma. Marks that are
 * not numbers do not count.
 */
final class AverageReads {

	private final School school;

	private final Journal journal;

	private final Permission permission;

	AverageReads(School school, Journal journal, Permission permission) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/edu-groups/{group}/avg-marks/{from}/{to}", this::averages);
	}

	private Answer averages(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		Map<Long, Map<Long, Sum>> sums = new LinkedHashMap<>();
		group.pupilIds().forEach((pupil) -> sums.put(pupil, new TreeMap<>()));
		this.school.lessons(group.id(), request.period(1))
			.stream()
			.flatMap((lesson) -> this.journal.worksOfLesson(lesson.id()).stream())
			.forEach((work) -> add(sums, work));
		return Json.array(sums.entrySet(), AverageReads::ofPupil);
	}

	private void add(Map<Long, Map<Long, Sum>> sums, JournalWork work) {
		for (JournalMark mark : this.journal.marksOfWork(work.id())) {
			Map<Long, Sum> ofPupil = sums.get(mark.personId());
			if (ofPupil != null && mark.value().matches("[0-9]{1,3}")) {
				ofPupil.computeIfAbsent(work.subjectId(), (subject) -> new Sum()).add(Integer.parseInt(mark.value()));
			}
		}
	}

	private static void ofPupil(JsonGenerator out, Map.Entry<Long, Map<Long, Sum>> pupil) throws IOException {
		out.writeStartObject();
		Json.id(out, "person", pupil.getKey());
		out.writeFieldName("per-subject-averages");
		Json.array(out, pupil.getValue().entrySet(), (each, subject) -> {
			each.writeStartObject();
			Json.id(each, "subject", subject.getKey());
			each.writeStringField("avg-mark-value", subject.getValue().average());
			each.writeEndObject();
		});
		out.writeEndObject();
	}

	private static final class Sum {

		private int total;

		private int count;

		void add(int value) {
			this.total += value;
			this.count++;
		}

		String average() {
			return new BigDecimal(this.total).divide(new BigDecimal(this.count), 2, RoundingMode.HALF_UP)
				.stripTrailingZeros()
				.toPlainString()
				.replace('.', ',');
		}

	}

}
