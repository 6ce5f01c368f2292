package kz.kopir.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the school's course codes out of an alias or a description.
 */
final class CourseCodes {

	private static final Pattern ALIAS = Pattern.compile("[dp]:kopir\\.(.*)", Pattern.DOTALL);

	private static final Pattern ALIAS_IDS = Pattern.compile("([^.]+)\\.([^.]+)");

	/** Where a code begins; the part before it must not be a longer word or an alias. */
	private static final Pattern MARKER = Pattern.compile("(?<![\\p{L}\\p{N}:.])kopir:", Pattern.CASE_INSENSITIVE);

	private static final Pattern CODE_END = Pattern.compile("[\\v;]");

	private static final Pattern FIRST_WORD = Pattern.compile("[\\p{Alnum}_-]+");

	private CourseCodes() {
	}

	/** Whether a description has a code, usable or not. */
	static boolean isInDescription(@Nullable String description) {
		return description != null && MARKER.matcher(description).find();
	}

	/** The claims of an alias: none when it is not one of ours. */
	static List<Claim> ofAlias(String alias, SchoolNames names) {
		Matcher ours = ALIAS.matcher(alias.strip());
		if (!ours.matches()) {
			return List.of();
		}
		Matcher ids = ALIAS_IDS.matcher(ours.group(1));
		return List.of(ids.matches() ? Claim.of(ids.group(1), ids.group(2), names) : Claim.NOTHING);
	}

	/** The claims of all codes of a description. */
	static List<Claim> ofDescription(@Nullable String description, SchoolNames names) {
		List<Claim> claims = new ArrayList<>();
		if (description != null) {
			String[] parts = MARKER.split(description, -1);
			for (int i = 1; i < parts.length; i++) {
				claims.add(ofCode(CODE_END.split(parts[i], 2)[0], names));
			}
		}
		return claims;
	}

	private static Claim ofCode(String code, SchoolNames names) {
		int slash = code.indexOf('/');
		if (slash < 0) {
			return Claim.NOTHING;
		}
		String classGroup = code.substring(0, slash).strip();
		String subject = code.substring(slash + 1).strip();
		Claim claim = Claim.of(classGroup, subject, names);
		Matcher firstWord = FIRST_WORD.matcher(subject);
		if (claim.subjects().isEmpty() && firstWord.lookingAt()) {
			// An id may be followed by other words; a name must stand alone.
			return new Claim(claim.classGroups(), names.subjectsWithId(firstWord.group()));
		}
		return claim;
	}

}
