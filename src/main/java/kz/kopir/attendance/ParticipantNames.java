package kz.kopir.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import kz.kopir.roster.FoldedNames;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * Names of participants, made comparable without making two names one: case, blanks,
 * invisible characters and emoji play no part, letters do (Ұлан is not Улан).
 */
public final class ParticipantNames {

	private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

	/** What Zoom itself adds to the name of a host. */
	private static final Pattern HOST = Pattern.compile("\\((?:co-)?(?:host|организатор|соорганизатор)\\)");

	private ParticipantNames() {
	}

	/**
	 * The form in which names are compared and aliases are kept.
	 * @param name as it was typed
	 * @return the comparable name; empty when nothing is left of it
	 */
	public static String key(String name) {
		return clean(name).replace(',', ' ').replaceAll(" +", " ").strip();
	}

	/** As {@link #key}, but commas still stand. */
	static String clean(String name) {
		StringBuilder text = new StringBuilder();
		NFKC.normalize(name).codePoints().forEach((letter) -> {
			if (letter == '#') {
				text.append(',');
			}
			else if (UCharacter.isUWhiteSpace(letter) || Character.isISOControl(letter) || isPicture(letter)) {
				text.append(' ');
			}
			else if (!UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
					&& Character.getType(letter) != Character.FORMAT) {
				text.appendCodePoint(letter);
			}
		});
		String lower = NFKC.normalize(text.toString().toLowerCase(Locale.ROOT));
		return HOST.matcher(lower).replaceAll(" ").replaceAll(" +", " ").strip();
	}

	/**
	 * Whether this is a list of given names of the class: «Али, Дана» may be two children
	 * on one device, even if one pupil's surname and given name read the same. How the
	 * names are spelled plays no part.
	 */
	static boolean areGivenNames(String name, List<Pupil> pupils) {
		List<String> parts = Stream.of(clean(name).split(","))
			.map(FoldedNames::fold)
			.filter((part) -> !part.isEmpty())
			.toList();
		return parts.size() > 1 && pupils.stream()
			.map((pupil) -> FoldedNames.fold(pupil.firstName()))
			.collect(Collectors.toSet())
			.containsAll(parts);
	}

	/** Who has which full name; namesakes stand under one. */
	static Map<String, Set<PupilId>> fullNames(List<Pupil> pupils) {
		Map<String, Set<PupilId>> names = new HashMap<>();
		for (Pupil pupil : pupils) {
			for (String name : spelledOut(pupil)) {
				names.computeIfAbsent(key(name), (key) -> new HashSet<>()).add(pupil.id());
			}
		}
		return names;
	}

	private static List<String> spelledOut(Pupil pupil) {
		List<String> names = new ArrayList<>();
		if (pupil.lastName().isBlank() || pupil.firstName().isBlank()) {
			return names;
		}
		names.add(pupil.lastName() + " " + pupil.firstName());
		names.add(pupil.firstName() + " " + pupil.lastName());
		if (pupil.middleName() != null && !pupil.middleName().isBlank()) {
			names.add(pupil.lastName() + " " + pupil.firstName() + " " + pupil.middleName());
			names.add(pupil.firstName() + " " + pupil.middleName() + " " + pupil.lastName());
		}
		return names;
	}

	private static boolean isPicture(int letter) {
		return UCharacter.hasBinaryProperty(letter, UProperty.EXTENDED_PICTOGRAPHIC)
				|| UCharacter.hasBinaryProperty(letter, UProperty.EMOJI_MODIFIER)
				|| UCharacter.hasBinaryProperty(letter, UProperty.REGIONAL_INDICATOR);
	}

}
