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

	private Policies(NavigableMap<LocalDate, SchoolPolicy> versions) {
		this.versions = versions;
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
		new TreeMap<>(files).forEach((file, text) -> {
			SchoolPolicy policy = PolicyFile.read(file, text);
			Approval.require(file, policy);
			if (versions.putIfAbsent(policy.validFrom(), policy) != null) {
				throw new MappingException(file, 0, "", "Another version counts from " + policy.validFrom() + " too.",
						"Give the new version a later day; the old one stays as it is.");
			}
		});
		return new Policies(versions);
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

	/** All versions, oldest first. */
	public List<SchoolPolicy> versions() {
		return new ArrayList<>(this.versions.values());
	}

}
