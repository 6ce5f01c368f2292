package kz.kopir.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import kz.kopir.mapping.MappingException;

/**
 * All versions of a school's policy.
 */
public final class Policies {

	private final NavigableMap<LocalDate, SchoolPolicy> versions;

	private final Map<LocalDate, String> files;

	private final Map<LocalDate, String> contents;

	private Policies(NavigableMap<LocalDate, SchoolPolicy> versions, Map<LocalDate, String> files,
			Map<LocalDate, String> contents) {
		this.versions = versions;
		this.files = files;
		this.contents = contents;
	}

	/**
	 * Reads all versions.
	 * @param files the text of each file by its name
	 * @return the versions
	 * @throws MappingException when one is malformed, with line and column, or is not
	 * approved, with the field; or when two count from the same day. Then none is taken.
	 */
	public static Policies of(Map<String, String> files) {
		NavigableMap<LocalDate, SchoolPolicy> versions = new TreeMap<>();
		Map<LocalDate, String> names = new TreeMap<>();
		Map<LocalDate, String> contents = new TreeMap<>();
		new TreeMap<>(files).forEach((file, text) -> {
			SchoolPolicy policy = PolicyFile.read(file, text);
			Approval.require(file, policy);
			if (versions.putIfAbsent(policy.validFrom(), policy) != null) {
				throw new MappingException(file, 0, "", "Another version counts from " + policy.validFrom() + " too.",
						"Give the new version a later day; the old one stays as it is.");
			}
			names.put(policy.validFrom(), file);
			contents.put(policy.validFrom(), PolicyContent.of(text));
		});
		return new Policies(versions, names, contents);
	}

	/**
	 * A version that nobody approved yet, to see what would differ under it.
	 * @param text the text of its file
	 * @throws MappingException when it is malformed, with line and column
	 */
	public static SchoolPolicy draft(String text) {
		return PolicyFile.read("draft", text);
	}

	/**
	 * The version that counts on a day, Asia/Almaty; empty before the first one.
	 */
	public Optional<SchoolPolicy> on(LocalDate day) {
		return Optional.ofNullable(this.versions.floorEntry(day)).map(Map.Entry::getValue);
	}

	/**
	 * Holds the versions to the rule that a change is a new version (regulation, clause
	 * 6.2): one by which something was decided stays as it was.
	 * @param taken content of the versions that counted before, by their days
	 * @throws MappingException when one of them is gone or says something else
	 */
	public void requireUnchanged(Map<LocalDate, String> taken) {
		taken.forEach((day, content) -> {
			if (!this.versions.containsKey(day)) {
				throw new MappingException("policies", 0, "",
						"The version of " + day + ", by which something was decided, is gone.",
						"Put its file back; a change is a new version with a later day.");
			}
			PolicyContent.changed(content, this.contents.getOrDefault(day, "")).ifPresent((change) -> {
				throw new MappingException(this.files.getOrDefault(day, ""), 0, "",
						"The version of " + day + " was changed after something was decided by it: " + change + ".",
						"Put the old value back. A change is a new version with a later day, approved by the pedagogical "
								+ "council.");
			});
		});
	}

	/**
	 * What the versions say that count on a day or counted before it, by their days.
	 */
	public Map<LocalDate, String> contentsUpTo(LocalDate day) {
		Map<LocalDate, String> counted = new TreeMap<>(this.contents);
		counted.keySet().removeIf((one) -> one.isAfter(day));
		return counted;
	}

	/** All versions, oldest first. */
	public List<SchoolPolicy> versions() {
		return new ArrayList<>(this.versions.values());
	}

}
