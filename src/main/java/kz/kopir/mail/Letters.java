package kz.kopir.mail;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.staff.StaffMember;

/**
 * Letters as they are kept until they are sent.
 */
final class Letters {

	private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

	private Letters() {
	}

	static String write(Letter letter) {
		try {
			return JSON.writeValueAsString(letter);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A letter cannot be written as JSON");
		}
	}

	static Letter read(String json) {
		try {
			return JSON.readValue(json, Letter.class);
		}
		catch (JsonProcessingException ex) {
			// the cause would show a part of the letter
			throw new IllegalStateException("A letter that is kept is no JSON of a letter any more");
		}
	}

	static List<Letter.Item> items(Letter letter) {
		return letter.sections().stream().flatMap((section) -> section.items().stream()).toList();
	}

	/**
	 * Whether it has anything to tell. The overview of a week always has: it tells
	 * figures.
	 */
	static boolean isWorthwhile(Letter letter) {
		return letter.kind() == LetterKind.WEEKLY || !items(letter).isEmpty();
	}

	/** The same letter with some of its items only, to a person as they are now. */
	static Letter with(Letter letter, StaffMember to, Set<Letter.Item> kept) {
		return new Letter(letter.kind(), to, letter.day(), sections(letter.sections(), kept), letter.leftOut());
	}

	private static List<Letter.Section> sections(Collection<Letter.Section> sections, Set<Letter.Item> kept) {
		return sections.stream()
			.map((section) -> new Letter.Section(section.classGroup(),
					section.items().stream().filter(kept::contains).toList()))
			.filter((section) -> !section.items().isEmpty())
			.toList();
	}

}
