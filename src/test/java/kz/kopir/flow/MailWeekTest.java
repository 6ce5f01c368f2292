package kz.kopir.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import kz.kopir.mail.MailState;
import kz.kopir.mail.Outbox;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.gmail.Mail;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.staff.Staff;
import kz.kopir.staff.StaffBook;
import kz.kopir.staff.StaffMember;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A week of the rehearsal school and its mails, from Monday, 16 November 2026, to the
 * next Monday morning. Runs are at noon and at half past four; it is looked what mails
 * are due early, at noon, in the evening and at night.
 */
class MailWeekTest {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private static final Pattern LINK = Pattern.compile("/problems/([0-9a-f-]{36})");

	private final GatewayHouse house = GatewayHouse.shared();

	private final List<Mail> seen = new ArrayList<>();

	private final Map<LocalDateTime, Integer> sentAt = new TreeMap<>();

	@BeforeEach
	void monday() {
		this.house.newTermFrom(MONDAY.atTime(6, 30));
	}

	@Test
	void everybodyIsToldOnceAndNobodyOfWhatIsGone() throws Exception {
		Typists typists = new Typists(this.house.rehearsal().kundelik(), this.house.bean(ControlDesk.class));
		for (LocalDate day = MONDAY; !day.isAfter(MONDAY.plusDays(6)); day = day.plusDays(1)) {
			boolean schoolDay = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
			mails(day.atTime(6, 45));
			if (schoolDay) {
				run(day.atTime(12, 0));
				mails(day.atTime(12, 10));
				typists.type(day, items());
				run(day.atTime(16, 30));
			}
			mails(day.atTime(17, 5));
			mails(day.atTime(22, 0));
		}
		run(MONDAY.plusDays(7).atTime(7, 30));
		mails(MONDAY.plusDays(7).atTime(8, 5));

		assertThat(of("weekly")).as("the deputy head's overview on both Mondays").hasSize(2);
		everyTeacherWhoHasToDoSomethingWasTold();
		noneTwice();
		atMostOneADay();
		onlyWhenPeopleMayBeWrittenTo();
		noPupilsNameInASubject();
		assertThat(this.house.bean(Outbox.class).latest(GatewayHouse.SCHOOL, 1_000))
			.filteredOn((mail) -> mail.state() == MailState.SENT)
			.hasSameSizeAs(this.seen);
	}

	/** Whose problems are open for longer than the last evening. */
	private void everyTeacherWhoHasToDoSomethingWasTold() {
		Instant lastEvening = MONDAY.plusDays(4).atTime(17, 5).atZone(ALMATY).toInstant();
		Staff staff = this.house.bean(StaffBook.class).of(GatewayHouse.SCHOOL);
		Set<String> told = this.seen.stream().flatMap((mail) -> mail.recipients().stream()).collect(Collectors.toSet());
		Set<String> concerned = this.house.problems()
			.stream()
			.filter((problem) -> problem.openedAt().isBefore(lastEvening))
			.flatMap((problem) -> staff.recipients(problem.owner(), problem.ownerRef(), problem.classGroup())
				.people()
				.stream())
			.map(StaffMember::email)
			.collect(Collectors.toSet());
		assertThat(concerned).hasSizeGreaterThan(5);
		assertThat(told).containsAll(concerned);
	}

	private void run(LocalDateTime time) {
		this.house.goTo(time);
		this.house.run();
	}

	/** What is sent now tells only of what is open now. */
	private void mails(LocalDateTime time) {
		this.house.goTo(time);
		Set<String> open = this.house.problems().stream().map(StoredProblem::id).collect(Collectors.toSet());
		this.house.bean(CamelContext.class)
			.createFluentProducerTemplate()
			.withBody(GatewayHouse.SCHOOL)
			.to("direct:mail-run")
			.request();
		List<Mail> all = this.house.rehearsal().gmail().mails();
		for (Mail mail : all.subList(this.seen.size(), all.size())) {
			Set<String> told = problems(mail);
			assertThat(open).as("%s of %s", mail.kind(), time).containsAll(told);
			if (!mail.kind().equals("weekly")) {
				assertThat(told).as("%s of %s", mail.kind(), time).isNotEmpty();
			}
			this.seen.add(mail);
			this.sentAt.merge(time, 1, Integer::sum);
		}
	}

	private static Set<String> problems(Mail mail) {
		Set<String> ids = new TreeSet<>();
		Matcher links = LINK.matcher(mail.text());
		while (links.find()) {
			ids.add(links.group(1));
		}
		return ids;
	}

	private void noneTwice() {
		assertThat(this.seen).extracting((mail) -> mail.header("X-Kopir-Mail")).doesNotHaveDuplicates();
		Set<String> urgent = new HashSet<>();
		of("urgent").forEach((mail) -> problems(mail)
			.forEach((problem) -> assertThat(urgent.add(mail.recipients() + " " + problem)).isTrue()));
	}

	private void atMostOneADay() {
		for (String kind : List.of("daily", "weekly")) {
			assertThat(of(kind)).extracting((mail) -> mail.recipients() + " " + LocalDate.ofInstant(mail.at(), ALMATY))
				.as(kind)
				.doesNotHaveDuplicates();
		}
	}

	private void onlyWhenPeopleMayBeWrittenTo() {
		assertThat(this.sentAt.keySet()).allMatch((time) -> time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
				&& !time.toLocalTime().isBefore(LocalTime.of(7, 0))
				&& time.toLocalTime().isBefore(LocalTime.of(20, 0)));
	}

	private void noPupilsNameInASubject() {
		List<String> surnames = this.house.rehearsal().world().pupils().stream().map(PupilFacts::lastName).toList();
		assertThat(this.seen)
			.allSatisfy((mail) -> assertThat(surnames).noneMatch((name) -> mail.subject().contains(name)));
	}

	private List<Mail> of(String kind) {
		return this.seen.stream().filter((mail) -> mail.kind().equals(kind)).toList();
	}

	private List<ControlItem> items() throws Exception {
		ControlDesk desk = this.house.bean(ControlDesk.class);
		return desk.items(GatewayHouse.SCHOOL, desk.term(GatewayHouse.SCHOOL, 2));
	}

}
