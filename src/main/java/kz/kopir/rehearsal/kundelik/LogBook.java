package kz.kopir.rehearsal.kundelik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The attendance part of the journal. Thread-safe. Each pupil has at most one entry for a
 * lesson; whether one may be put where one stands is decided in one step with the
 * writing.
 */
final class LogBook {

	private final Map<Long, Map<Long, JournalLogEntry>> entries = new LinkedHashMap<>();

	/**
	 * Puts an entry where none may stand.
	 * @return false when one stands there; it stays
	 */
	synchronized boolean add(JournalLogEntry entry) {
		return ofLesson(entry).putIfAbsent(entry.personId(), entry) == null;
	}

	/**
	 * Puts an entry in the place of another.
	 * @return false when none stands there; nothing is put
	 */
	synchronized boolean replace(JournalLogEntry entry) {
		return ofLesson(entry).replace(entry.personId(), entry) != null;
	}

	/** Puts an entry, whatever stands there. */
	synchronized void put(JournalLogEntry entry) {
		ofLesson(entry).put(entry.personId(), entry);
	}

	synchronized boolean remove(long lessonId, long personId) {
		return this.entries.getOrDefault(lessonId, Map.of()).containsKey(personId)
				&& this.entries.get(lessonId).remove(personId) != null;
	}

	synchronized @Nullable JournalLogEntry entry(long lessonId, long personId) {
		return this.entries.getOrDefault(lessonId, Map.of()).get(personId);
	}

	synchronized List<JournalLogEntry> ofLesson(long lessonId) {
		return List.copyOf(this.entries.getOrDefault(lessonId, Map.of()).values());
	}

	synchronized List<JournalLogEntry> all() {
		return this.entries.values().stream().flatMap((ofLesson) -> ofLesson.values().stream()).toList();
	}

	private Map<Long, JournalLogEntry> ofLesson(JournalLogEntry entry) {
		return this.entries.computeIfAbsent(entry.lessonId(), (lesson) -> new LinkedHashMap<>());
	}

}
