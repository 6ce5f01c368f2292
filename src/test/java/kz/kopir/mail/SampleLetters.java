package kz.kopir.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.digest.WeekFigures;
import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.staff.MissingPerson;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Letters of every kind. All people in them are made up.
 */
final class SampleLetters {

	static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

	static final MailContext CONTEXT = new MailContext("№ 1 мектеп-лицей", URI.create("https://kopir.school.example/"),
			"Ермек Өтегенұлы", "+7 700 000 00 00", ALMATY);

	/**
	 * Of a pupil who wrote it; such a title is the teacher's, and stands in the body
	 * only.
	 */
	static final String PUPIL = "Қасымова Әсел";

	static final String HOSTILE = "<b>\"&'</b><script>alert(1)</script>";

	private SampleLetters() {
	}

	/**
	 * In CI there are fonts; elsewhere a test of the picture may have none to draw with.
	 */
	static void requireFonts() {
		boolean required = System.getenv("CI") != null || System.getenv("KOPIR_REQUIRE_CHROMIUM") != null;
		assumeTrue(required || WeekPicture.canWrite(), "Skipped: no font here has the Kazakh letters");
	}

	static StaffMember person(@Nullable String language) {
		return new StaffMember("t1", Set.of(Owner.TEACHER), "Гүлжаһан Өміртайқызы", "t1@school.example", language, "17",
				"41", Set.of());
	}

	static Letter of(LetterKind kind, @Nullable String language) {
		return switch (kind) {
			case DAILY -> daily(language);
			case URGENT -> urgent(language);
			case ESCALATION -> escalation(language);
			case WEEKLY -> weekly(language);
		};
	}

	static Letter daily(@Nullable String language) {
		Letter.Item dueSoon = item("a1", dueSoon("БЖБ №2. Сызықтық функция"), "2026-11-24T00:00");
		Letter.Item notSeen = item("a2", notSeen(), null);
		Letter.Item named = item("a3", dueSoon("Эссе: " + PUPIL + " 9/10"), "2026-11-27T18:00");
		Letter.Item old = item("a4", dueSoon(HOSTILE), "2026-11-19T00:00");
		return new Letter(LetterKind.DAILY, person(language), FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(dueSoon, notSeen)),
						new Letter.Section(null, List.of(named)), new Letter.Section("10 «Ә»", List.of(old), false)),
				12, 5, List.of());
	}

	static Letter urgent(@Nullable String language) {
		return new Letter(LetterKind.URGENT, person(language), FRIDAY,
				List.of(new Letter.Section(null, List.of(item("b1", new ProblemTexts("""
						Электрондық журнал жауап бермейді (503).
						Бұл іске қосу жұмыстың бәрін бітірмеді. Ештеңе жоғалған жоқ: келесі іске қосу жалғастырады.
						Егер бұл бір сағаттан ұзаққа созылса, журналды браузерде ашып көріңіз.""", """
						Электронный журнал не отвечает (503).
						Этот запуск сделал не всё. Ничего не потеряно: следующий запуск продолжит.
						Если это длится больше часа, откройте журнал в браузере.""", """
						The journal does not answer (503).
						This run did not do everything. Nothing is lost: the next run goes on.
						If this lasts longer than an hour, open the journal in a browser."""), null))),
						new Letter.Section("7 «А»", List.of(item("b2", dueSoon("ТЖБ"), "2026-11-21T00:00")))),
				0);
	}

	static Letter escalation(@Nullable String language) {
		return new Letter(LetterKind.ESCALATION, person(language), FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(
						new Letter.Item("c1", 2, dueSoon("БЖБ №3"), at("2026-11-16T09:00"), at("2026-11-25T00:00"),
								null, List.of("Нұрлан Һасанов", "Әлия Ғалымқызы"), LocalDate.of(2026, 11, 16)),
						new Letter.Item("c2", 1, notSeen(), at("2026-11-16T09:00"), null,
								new MissingPerson(Owner.TEACHER, "100000000000000000099"), List.of(), null)))),
				1);
	}

	static Letter weekly(@Nullable String language) {
		List<WeekFigures> weeks = new ArrayList<>();
		int[][] figures = { { 12, 2, 1 }, { 9, 4, 0 }, { 0, 0, 0 }, { 14, 1, 0 }, { 18, 3, 2 }, { 11, 0, 1 },
				{ 20, 2, 3 }, { 16, 1, 4 } };
		for (int i = 0; i < figures.length; i++) {
			int[] week = figures[i];
			weeks.add(new WeekFigures(LocalDate.of(2026, 9, 21).plusWeeks(i), week[0] + week[1] + week[2], week[0],
					week[1], week[2]));
		}
		Letter.Item overdue = new Letter.Item("d1", 1, overdue(), at("2026-11-12T09:00"), at("2026-11-12T00:00"), null,
				List.of("Нұрлан Һасанов"), null);
		return new Letter(LetterKind.WEEKLY, person(language), FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(overdue), false)), 3, 0, weeks);
	}

	private static ProblemTexts dueSoon(String title) {
		return new ProblemTexts("""
				7 «А»: БЖБ 2 («%1$s», «Алгебра 7А» курсы) нәтижелері 23.11.2026 күніне дейін журналда тұруы керек.
				Олар әзірге толық емес.
				Бағаларды Classroom-да қайтарыңыз; қолмен енгізілетін болса, енгізіңіз.""".formatted(title), """
				7 «А»: результаты СОР 2 («%1$s», курс «Алгебра 7А») должны стоять в журнале до 23.11.2026.
				Пока они стоят там не полностью.
				Верните оценки в Classroom; если баллы вносятся вручную — внесите их.""".formatted(title), """
				7 «А»: the results of БЖБ 2 («%1$s», course «Алгебра 7А») must stand in the journal by 23.11.2026.
				They do not stand there completely yet.
				Give the grades back in Classroom; where marks are typed by hand, type them.""".formatted(title));
	}

	private static ProblemTexts notSeen() {
		return new ProblemTexts("""
				7 «А» сыныбының 3 оқушысы Қазақстан тарихы Zoom сабағында (19.11.2026, 4-сабақ) көрінбеді.
				Zoom кімнің болғанын көрсетеді, ал неге болмағанын көрсетпейді. Адам шешкенше ештеңе жазылмайды.
				Әрқайсысы туралы айтыңыз: себепсіз, себепті, ауырды немесе болды.""", """
				3 учеников 7 «А» не было видно на уроке Zoom, История Казахстана, 19.11.2026, урок 4.
				Zoom показывает, кто был, но не почему кого-то не было. Пока человек не решил, ничего не записывается.
				Укажите о каждом, что это было: отсутствовал, по уважительной причине, болел или всё же был.""", """
				3 pupils of 7 «А» were not seen in the Zoom lesson in History, 19.11.2026, lesson 4.
				Zoom can show who was there, not why somebody was not. Nothing is written until a person decides.
				Say for each of them what it was: absent, excused, ill or present after all.""");
	}

	private static ProblemTexts overdue() {
		return new ProblemTexts(
				"""
						7 «А»: ТЖБ («Тоқсандық жұмыс», «Алгебра 7А» курсы) нәтижелері 11.11.2026 күніне дейін журналда тұруы керек еді.
						Олар толық емес. Ереже бойынша нәтижелер белгіленген мерзімде жарияланады.
						Мұғаліммен сөйлесіңіз.""",
				"""
						7 «А»: результаты СОЧ («Тоқсандық жұмыс», курс «Алгебра 7А») должны были стоять в журнале до 11.11.2026.
						Они стоят там не полностью. По положению результаты публикуются в установленные сроки.
						Поговорите с учителем.""",
				"""
						7 «А»: the results of ТЖБ («Тоқсандық жұмыс», course «Алгебра 7А») should have stood in the journal by 11.11.2026.
						They do not stand there completely. The regulation wants them within the set term.
						Talk to the teacher.""");
	}

	static Letter.Item item(String id, ProblemTexts texts, @Nullable String deadline) {
		return new Letter.Item(id, 1, texts, at("2026-11-20T09:00"), (deadline == null) ? null : at(deadline));
	}

	static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(ALMATY).toInstant();
	}

}
