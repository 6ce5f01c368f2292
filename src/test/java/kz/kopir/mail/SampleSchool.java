package kz.kopir.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.StaffMember;

/**
 * A school whose letters, problems and staff a test decides about.
 */
final class SampleSchool implements DueLetters, StandingProblems, Addressees, Rendering, OpenHours {

	static final SchoolId SCHOOL = new SchoolId("school-1");

	static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

	static final MailAccount SENDER = new MailAccount("kopir@school.example", "Көпір", null);

	final List<Letter> letters = new ArrayList<>();

	/** Problems whose cause is gone. */
	final Set<String> gone = new HashSet<>();

	final Map<String, StaffMember> staff = new LinkedHashMap<>();

	/** Whether nobody is written to. */
	boolean quiet;

	/** What this school cannot put into words. */
	final Set<String> unspeakable = new HashSet<>();

	SampleSchool() {
		begin();
	}

	/** Nothing to tell, and four people. */
	void begin() {
		this.letters.clear();
		this.gone.clear();
		this.quiet = false;
		this.unspeakable.clear();
		this.staff.clear();
		for (String key : List.of("t-1", "t-2", "t-3", "it")) {
			this.staff.put(key, member(key, key + "@school.example"));
		}
	}

	static StaffMember member(String key, String email) {
		return new StaffMember(key, Set.of(Owner.TEACHER), "Person " + key, email, "kk", null, null, Set.of());
	}

	/** A letter becomes due. */
	Letter tells(LetterKind kind, String person, String... problems) {
		return tells(kind, person, FRIDAY, problems);
	}

	Letter tells(LetterKind kind, String person, LocalDate day, String... problems) {
		List<Letter.Item> items = Arrays.stream(problems).map(SampleSchool::item).toList();
		StaffMember to = this.staff.getOrDefault(person, member(person, person + "@school.example"));
		Letter letter = new Letter(kind, to, day,
				items.isEmpty() ? List.of() : List.of(new Letter.Section("7 «А»", items)), 0);
		this.letters.add(letter);
		return letter;
	}

	/** A problem as {@code id} or, opened again, {@code id/2}. */
	static Letter.Item item(String problem) {
		String[] parts = problem.split("/");
		String id = parts[0];
		return new Letter.Item(id, (parts.length > 1) ? Integer.parseInt(parts[1]) : 1,
				new ProblemTexts(id + " болды", id + " случилось", id + " happened"),
				Instant.parse("2026-11-20T03:00:00Z"), null);
	}

	@Override
	public List<Letter> due(SchoolId school, Instant now) {
		return List.copyOf(this.letters);
	}

	@Override
	public boolean areOpen(SchoolId school, Instant now) {
		return !this.quiet;
	}

	@Override
	public Set<Letter.Item> standing(SchoolId school, Collection<Letter.Item> items) {
		return items.stream().filter((item) -> !this.gone.contains(item.problem())).collect(Collectors.toSet());
	}

	@Override
	public Optional<StaffMember> find(SchoolId school, String person) {
		return Optional.ofNullable(this.staff.get(person));
	}

	@Override
	public byte[] render(MailHead head, Letter letter) {
		String text = letter.items().stream().map((item) -> item.texts().kk() + "\r\n").collect(Collectors.joining());
		if (this.unspeakable.stream().anyMatch(text::contains)) {
			throw new IllegalArgumentException("No words for: " + text);
		}
		try {
			MimeMessage mime = new MimeMessage(Session.getInstance(new Properties())) {
				@Override
				protected void updateMessageID() throws MessagingException {
					setHeader("Message-ID", "<" + head.messageId() + ">");
				}
			};
			mime.setFrom(new InternetAddress(head.sender(), head.senderName(), "UTF-8"));
			mime.setRecipient(Message.RecipientType.TO, new InternetAddress(head.recipient()));
			mime.setSubject("Күннің хаты", "UTF-8");
			mime.setHeader(MailHead.MAIL_ID, head.mailId());
			mime.setSentDate(Date.from(head.date()));
			mime.setText(text, "UTF-8");
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			mime.writeTo(bytes);
			return bytes.toByteArray();
		}
		catch (MessagingException | IOException ex) {
			throw new AssertionError(ex);
		}
	}

	MailSources sources() {
		return new MailSources(this, this, this, this, this);
	}

}
