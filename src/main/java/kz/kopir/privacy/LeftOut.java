package kz.kopir.privacy;

import java.util.Locale;
import java.util.Set;

import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * The pupils of a school who are left out, as they were when it was asked for.
 */
public final class LeftOut {

	private static final LeftOut NOBODY = new LeftOut(new SchoolId("-"), null, Set.of(), Set.of(), Set.of());

	private final SchoolId school;

	private final @Nullable Pseudonyms pseudonyms;

	private final Set<String> pupils;

	private final Set<String> keys;

	private final Set<String> names;

	LeftOut(SchoolId school, @Nullable Pseudonyms pseudonyms, Set<String> pupils, Set<String> keys, Set<String> names) {
		this.school = school;
		this.pseudonyms = pseudonyms;
		this.pupils = pupils;
		this.keys = keys;
		this.names = names;
	}

	/** Leaves out nobody. */
	public static LeftOut nobody() {
		return NOBODY;
	}

	public boolean isEmpty() {
		return this.pupils.isEmpty();
	}

	/** Whether a pupil is left out. */
	public boolean contains(PupilId pupil) {
		return !isEmpty() && this.pupils.contains(pseudonym("pupil", pupil.value()));
	}

	/**
	 * Whether an id or address of a source is that of a pupil who is left out, as far as
	 * that was known when the trail was erased.
	 */
	public boolean containsKey(@Nullable String key) {
		return key != null && !this.keys.isEmpty() && this.keys.contains(pseudonym(StopList.KEY, form(key)));
	}

	/**
	 * Whether a name is that of a pupil who is left out, and of no other pupil of the
	 * school.
	 */
	public boolean containsName(String name) {
		return !this.names.isEmpty() && this.names.contains(pseudonym(StopList.NAME, PersonNames.key(name)));
	}

	/** What stands for a pupil where it must be told that somebody is left out. */
	public String pseudonym(PupilId pupil) {
		return pseudonym("pupil", pupil.value());
	}

	private String pseudonym(String kind, String value) {
		if (this.pseudonyms == null) {
			throw new IllegalStateException("Nobody is left out here.");
		}
		return this.pseudonyms.of(this.school, kind, value);
	}

	/** Addresses are written in any case. */
	static String form(String key) {
		return key.strip().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "LeftOut[" + this.pupils.size() + "]";
	}

}
