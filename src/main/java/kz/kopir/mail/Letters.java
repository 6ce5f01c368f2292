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

	/**
	 * Whether it has anything to tell. The overview of a week always has: it tells
	 * figures. What is open still makes no mail by itself.
	 */
	static boolean isWorthwhile(Letter letter) {
		return letter.kind() == LetterKind.WEEKLY || (!letter.items().isEmpty() && letter.fresh() > 0);
	}

	/**
	 * The same letter with some of its items only, to a person as they are now. What is
	 * gone is not counted as new any more.
	 */
	static Letter with(Letter letter, StaffMember to, Set<Letter.Item> kept) {
		List<Letter.Section> sections = letter.sections()
			.stream()
			.map((section) -> new Letter.Section(section.classGroup(),
					section.items().stream().filter(kept::contains).toList(), section.fresh()))
			.filter((section) -> !section.items().isEmpty())
			.toList();
		int gone = fresh(letter.sections()) - fresh(sections);
		return new Letter(letter.kind(), to, letter.day(), sections, letter.leftOut(), letter.fresh() - gone,
				letter.weeks());
	}

	private static int fresh(Collection<Letter.Section> sections) {
		return sections.stream().filter(Letter.Section::fresh).mapToInt((section) -> section.items().size()).sum();
	}

}
