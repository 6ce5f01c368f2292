package kz.kopir.zoom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import kz.kopir.mapping.Table;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Which pupil an id or address means that Zoom tells of a participant, as the school's
 * table says. Strong evidence: such a participant is linked by it alone.
 */
public final class ZoomParticipants {

	/** Columns of {@code mappings/zoom-participants.csv}. */
	public static final List<String> COLUMNS = List.of("kind", "key", "pupil_id");

	private final Map<String, PupilId> pupils;

	private ZoomParticipants(Map<String, PupilId> pupils) {
		this.pupils = pupils;
	}

	/**
	 * Reads the table.
	 * @throws kz.kopir.mapping.MappingException when a key stands there for two pupils, a
	 * kind is not known, or a cell is empty
	 */
	public static ZoomParticipants of(Table table) {
		Map<String, Key> kinds = new HashMap<>();
		for (Key kind : Key.values()) {
			kinds.put(kind.word, kind);
		}
		Map<String, PupilId> pupils = new HashMap<>();
		Map<String, Table.Row> rows = new HashMap<>();
		for (Table.Row row : table.rows()) {
			String key = row.choose("kind", kinds).of(row.require("key"));
			PupilId pupil = new PupilId(row.require("pupil_id"));
			PupilId before = pupils.putIfAbsent(key, pupil);
			if (before != null && !before.equals(pupil)) {
				throw row.twice("key", rows.get(key));
			}
			rows.putIfAbsent(key, row);
		}
		return new ZoomParticipants(pupils);
	}

	/** The pupil of an address of the school's own accounts. */
	public Optional<PupilId> byEmail(String email) {
		return Optional.ofNullable(named(Map.of(Key.EMAIL, email)).pupil());
	}

	/**
	 * Whom the keys of a participant name. Keys that name different pupils name nobody.
	 * @param keys what Zoom tells of the participant; empty texts are none
	 */
	public Named named(Map<Key, String> keys) {
		Set<PupilId> found = new HashSet<>();
		Key by = null;
		for (Key kind : Key.values()) {
			String key = keys.getOrDefault(kind, "");
			PupilId pupil = key.isBlank() ? null : this.pupils.get(kind.of(key));
			if (pupil != null) {
				by = (by == null) ? kind : by;
				found.add(pupil);
			}
		}
		if (found.size() > 1) {
			return Named.CONTRADICTING;
		}
		return (by != null) ? new Named(found.iterator().next(), by.evidence) : Named.NOBODY;
	}

	/** What Zoom can tell of a participant, the strongest first. */
	public enum Key {

		/** Id of a registrant, one for each pupil. */
		REGISTRANT("registrant", "registrant-id"),

		/** Key that the school's own page gave to Zoom. */
		CUSTOMER_KEY("customer-key", "customer-key"),

		/** Zoom's id of a user of the school's own account. */
		USER("user", "own-account-user"),

		/** Address of a user of the school's own account. */
		EMAIL("email", "own-account-email");

		private final String word;

		private final String evidence;

		Key(String word, String evidence) {
			this.word = word;
			this.evidence = evidence;
		}

		private String of(String key) {
			return this.word + " " + ((this == EMAIL) ? key.strip().toLowerCase(Locale.ROOT) : key.strip());
		}

	}

	/**
	 * Whom keys name.
	 *
	 * @param pupil the pupil, or null
	 * @param evidence which key names the pupil, or null
	 */
	public record Named(@Nullable PupilId pupil, @Nullable String evidence) {

		private static final Named NOBODY = new Named(null, null);

		private static final Named CONTRADICTING = new Named(null, "contradicting-ids");

	}

}
