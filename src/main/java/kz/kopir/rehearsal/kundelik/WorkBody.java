package kz.kopir.rehearsal.kundelik;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.kundelik.Dictionary.WorkType;
import kz.kopir.rehearsal.world.LessonFacts;
import org.jspecify.annotations.Nullable;

/**
 * The body of a work that comes in, bare. A field that is missing or null keeps what the
 * work had; ids of the work, its tasks and files are not taken from the body. All checks
 * are choices of the rehearsal.
 */
final class WorkBody {

	private static final int MOST_MARK_COLUMNS = 20;

	private final JsonNode body;

	WorkBody(JsonNode body) {
		if (!body.isObject()) {
			throw Refusal.request("The body must be a work");
		}
		if (body.has("work")) {
			throw Refusal.request("The body must be the bare work, not wrapped in \"work\"");
		}
		this.body = body;
	}

	/** The lesson that the body names, or null when it names none. */
	@Nullable Long lessonId() {
		JsonNode lesson = value("lesson");
		if (lesson == null) {
			return null;
		}
		if (!lesson.isIntegralNumber()) {
			throw wrong("lesson", "must be the id of a lesson");
		}
		return lesson.longValue();
	}

	/**
	 * The work after the body.
	 * @param before the work before, or one with the defaults
	 * @param lesson the lesson on which it hangs
	 * @param term the term of that lesson
	 * @return the work with the id of the one before
	 */
	JournalWork applyTo(JournalWork before, LessonFacts lesson, int term) {
		same("eduGroup", lesson.groupId());
		same("subjectId", lesson.subjectId());
		WorkType type = workType(before);
		String target = text("targetDate");
		return new JournalWork(before.id(), lesson.id(), lesson.date(), lesson.groupId(), lesson.subjectId(),
				type.kind(), type.id(), markType(before.markType()), markCount(before.markCount()),
				flag("displayInJournal", before.displayInJournal()), status(before.status()),
				or(text("text"), before.text()), term, flag("isImportant", before.important()),
				(target != null) ? target : before.targetDate(), or(text("sentDate"), before.sentDate()),
				before.createdBy());
	}

	/**
	 * The kind as a name or a number, the school's work type as an id; they must agree.
	 */
	private WorkType workType(JournalWork before) {
		JsonNode kind = value("type");
		JsonNode id = value("workType");
		WorkType byId = null;
		if (id != null && id.asLong() != 0) {
			byId = Dictionary.workType(id.asLong());
			if (byId == null) {
				throw wrong("workType", "is not a work type of the school");
			}
		}
		if (kind == null) {
			return (byId != null) ? byId : known(Dictionary.workTypeOf(before.type()));
		}
		WorkType byKind = known(kind(kind));
		if (byId != null && !byId.equals(byKind)) {
			throw wrong("workType", "is not of the kind " + byKind.kind());
		}
		return byKind;
	}

	private static @Nullable WorkType kind(JsonNode kind) {
		if (kind.isIntegralNumber()) {
			int number = kind.intValue();
			return (number >= 0 && number < Dictionary.WORK_KINDS.size())
					? Dictionary.workTypeOf(Dictionary.WORK_KINDS.get(number)) : null;
		}
		return Dictionary.workTypeOf(kind.asText());
	}

	private static WorkType known(@Nullable WorkType type) {
		if (type == null) {
			throw wrong("type", "is not a known kind of work");
		}
		return type;
	}

	private String markType(String before) {
		String type = or(text("markType"), before);
		if (Dictionary.markValues(type) == null) {
			throw wrong("markType", "is not a known mark type");
		}
		return type;
	}

	private int markCount(int before) {
		JsonNode count = value("markCount");
		if (count == null) {
			return before;
		}
		if (!count.isInt() || count.intValue() < 0 || count.intValue() > MOST_MARK_COLUMNS) {
			throw wrong("markCount", "must be a number from 0 to " + MOST_MARK_COLUMNS);
		}
		return count.intValue();
	}

	private String status(String before) {
		String status = or(text("status"), before);
		if (!Dictionary.WORK_STATUSES.contains(status)) {
			throw wrong("status", "must be one of " + Dictionary.WORK_STATUSES);
		}
		return status;
	}

	private void same(String field, long expected) {
		JsonNode id = value(field);
		if (id != null && id.asLong() != 0 && id.asLong() != expected) {
			throw wrong(field, "is not that of the lesson");
		}
	}

	private boolean flag(String field, boolean before) {
		JsonNode flag = value(field);
		if (flag == null) {
			return before;
		}
		if (!flag.isBoolean()) {
			throw wrong(field, "must be true or false");
		}
		return flag.booleanValue();
	}

	private @Nullable String text(String field) {
		JsonNode text = value(field);
		if (text == null) {
			return null;
		}
		if (!text.isTextual()) {
			throw wrong(field, "must be a text");
		}
		return text.textValue();
	}

	private @Nullable JsonNode value(String field) {
		JsonNode value = this.body.get(field);
		return (value == null || value.isNull()) ? null : value;
	}

	private static String or(@Nullable String text, String before) {
		return (text != null) ? text : before;
	}

	private static Refusal wrong(String field, String what) {
		return Refusal.parameter("The parameter " + field + " " + what);
	}

}
