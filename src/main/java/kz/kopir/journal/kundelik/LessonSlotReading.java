package kz.kopir.journal.kundelik;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.journal.LessonSlots;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.TeacherId;

/**
 * When some class groups have which lessons, while it is read. Kundelik's lessons carry
 * no times: these come from the bells of the class, and a subgroup has those of its
 * class.
 */
public final class LessonSlotReading {

	private final AttendanceRecords records;

	private final LessonSlotQuestion question;

	private final int windowDays;

	private final ZoneId zone;

	private final Map<ClassGroupId, Bells> bells = new HashMap<>();

	private final Map<LessonId, Taught> lessons = new LinkedHashMap<>();

	LessonSlotReading(AttendanceRecords records, LessonSlotQuestion question, int windowDays, ZoneId zone) {
		this.records = records;
		this.question = question;
		this.windowDays = windowDays;
		this.zone = zone;
	}

	/** Everything that is to be asked; the bells of a class once. */
	public List<KundelikRequest> getRequests() {
		List<KundelikRequest> requests = new ArrayList<>();
		Set<ClassGroupId> classes = new LinkedHashSet<>();
		this.question.classGroups().forEach((classGroup) -> classes.add(classOf(classGroup)));
		classes.forEach((id) -> requests.add(new KundelikRequest("bells", "/v2/edu-groups/" + id + "/timetables", null,
				(answer) -> this.bells.put(id, this.records.bells(answer)))));
		for (ClassGroup classGroup : this.question.classGroups().stream().distinct().toList()) {
			for (LocalDate from = this.question.from(); !from.isAfter(this.question.to()); from = from
				.plusDays(this.windowDays)) {
				LocalDate last = from.plusDays(this.windowDays - 1L);
				LocalDate to = last.isAfter(this.question.to()) ? this.question.to() : last;
				requests.add(new KundelikRequest("lessons",
						"/v2/edu-groups/" + classGroup.id() + "/lessons/" + from + "/" + to, null,
						(answer) -> accept(classGroup, answer)));
			}
		}
		return requests;
	}

	/** What was read. */
	public LessonSlots getLessonSlots() {
		List<LessonSlot> slots = new ArrayList<>();
		List<Lesson> withoutTime = new ArrayList<>();
		for (Taught taught : this.lessons.values()) {
			Bells ofClass = this.bells.get(classOf(taught.classGroup()));
			LessonSlot slot = (ofClass != null) ? ofClass.slot(taught.lesson(), taught.teachers(), this.zone) : null;
			if (slot != null) {
				slots.add(slot);
			}
			else {
				withoutTime.add(taught.lesson());
			}
		}
		return new LessonSlots(slots, withoutTime);
	}

	private void accept(ClassGroup classGroup, JsonNode answer) {
		List<Taught> read = new ArrayList<>();
		this.records.lessons(answer, classGroup.id(),
				(lesson, teachers) -> read.add(new Taught(classGroup, lesson, teachers)));
		read.forEach((taught) -> this.lessons.put(taught.lesson().id(), taught));
	}

	private static ClassGroupId classOf(ClassGroup classGroup) {
		ClassGroupId parent = classGroup.parent();
		return (parent != null) ? parent : classGroup.id();
	}

	private record Taught(ClassGroup classGroup, Lesson lesson, Set<TeacherId> teachers) {
	}

}
