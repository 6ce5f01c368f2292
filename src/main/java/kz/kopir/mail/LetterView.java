package kz.kopir.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.digest.WeekFigures;
import kz.kopir.problem.Owner;
import kz.kopir.staff.MissingPerson;
import org.jspecify.annotations.Nullable;

/**
 * A letter in one language, as the templates read it.
 */
final class LetterView {

	private final Letter letter;

	private final MailContext context;

	private final MailTexts texts;

	LetterView(Letter letter, MailContext context, MailTexts texts) {
		this.letter = letter;
		this.context = context;
		this.texts = texts;
	}

	public String language() {
		return this.texts.language();
	}

	public String kind() {
		return this.texts.text("kind." + this.letter.kind());
	}

	/** Kind and number, without anything of the content: also for the subject. */
	public String heading() {
		int count = (this.letter.kind() == LetterKind.DAILY) ? this.letter.fresh() : this.letter.total();
		return this.texts.text("heading." + this.letter.kind(), count);
	}

	/** What mail programs show of a mail before it is opened. */
	public String preheader() {
		if (this.letter.kind() == LetterKind.WEEKLY && !summary().isEmpty()) {
			return summary().get(0);
		}
		return this.texts.text("preheader." + this.letter.kind(), this.letter.fresh(),
				this.letter.total() - this.letter.fresh());
	}

	/** The earliest deadline that is not over yet. */
	Optional<Instant> nearest() {
		Instant begin = this.letter.day().atStartOfDay(this.context.zone()).toInstant();
		return this.letter.items()
			.stream()
			.map(Letter.Item::deadline)
			.filter((deadline) -> deadline != null && deadline.isAfter(begin))
			.min(Comparator.naturalOrder());
	}

	public String school() {
		return this.context.schoolName();
	}

	public String greeting() {
		return this.texts.text("greeting", this.letter.to().name());
	}

	public String intro() {
		return this.texts.text("intro." + this.letter.kind());
	}

	public List<Block> blocks() {
		List<Block> blocks = new ArrayList<>();
		addBlock(blocks, true);
		addBlock(blocks, false);
		return blocks;
	}

	private void addBlock(List<Block> blocks, boolean fresh) {
		List<Group> groups = this.letter.sections()
			.stream()
			.filter((section) -> section.fresh() == fresh)
			.map((section) -> new Group(
					(section.classGroup() != null) ? section.classGroup() : this.texts.text("noClassGroup"),
					section.items().stream().map(this::entry).toList()))
			.toList();
		if (!groups.isEmpty()) {
			blocks.add(new Block(blockHeading(fresh), groups));
		}
	}

	private @Nullable String blockHeading(boolean fresh) {
		return switch (this.letter.kind()) {
			case DAILY -> this.texts.text(fresh ? "block.fresh" : "block.open");
			case WEEKLY -> this.texts.text("block.overdue");
			// The heading of the mail says it already.
			case URGENT, ESCALATION -> null;
		};
	}

	private Entry entry(Letter.Item item) {
		List<String> parts = this.texts.parts(item.texts());
		List<String> notes = new ArrayList<>();
		people(item).ifPresent(notes::add);
		if (item.insteadOf() != null) {
			notes.add(insteadOf(item.insteadOf()));
		}
		String deadline = (item.deadline() == null) ? null
				: this.texts.text("deadline", this.texts.moment(item.deadline(), this.context.zone()));
		return new Entry(part(parts, 0), part(parts, 1), part(parts, 2), deadline, notes,
				this.context.problems() + "/" + URLEncoder.encode(item.problem(), StandardCharsets.UTF_8));
	}

	private static String part(List<String> parts, int index) {
		return (index < parts.size()) ? parts.get(index) : "";
	}

	private Optional<String> people(Letter.Item item) {
		if (item.waitsFor().isEmpty()) {
			return Optional.empty();
		}
		String people = String.join(", ", item.waitsFor());
		LocalDate since = item.since();
		return Optional.of((since == null) ? this.texts.text("people", people)
				: this.texts.text("peopleSince", people, this.texts.day(since)));
	}

	private String insteadOf(MissingPerson missing) {
		boolean known = missing.ref() != null
				&& (missing.role() == Owner.TEACHER || missing.role() == Owner.CLASS_TEACHER);
		return known ? this.texts.text("insteadOf." + missing.role(), missing.ref())
				: this.texts.text("insteadOf.unknown");
	}

	public @Nullable String leftOut() {
		return (this.letter.leftOut() == 0) ? null : this.texts.text("leftOut", this.letter.leftOut());
	}

	/** Where all problems are listed. */
	public String all() {
		return this.context.problems();
	}

	public String help() {
		return this.texts.text("help", this.context.supportName(), this.context.supportPhone());
	}

	/** The same with a telephone number that is not broken into two lines. */
	public String helpOnPage() {
		return this.texts.text("help", this.context.supportName(), this.context.supportPhone().replace(' ', '\u00a0'));
	}

	/** That the text in this language stands below. */
	public String below() {
		return this.texts.text("below");
	}

	public String automatic() {
		return this.texts.text("automatic", this.context.schoolName());
	}

	/** What the figures say in words: the last week, and the one before. */
	public List<String> summary() {
		List<WeekFigures> weeks = this.letter.weeks().stream().filter((week) -> week.due() > 0).toList();
		List<String> summary = new ArrayList<>();
		if (!weeks.isEmpty()) {
			WeekFigures last = weeks.get(weeks.size() - 1);
			summary.add(this.texts.text("lastWeek", this.texts.shortDay(last.week()), last.inTime(), last.due(),
					last.percentInTime()));
			weeks.stream()
				.filter((week) -> week.week().equals(last.week().minusWeeks(1)))
				.forEach((before) -> summary.add(this.texts.text("weekBefore", before.percentInTime())));
		}
		return summary;
	}

	public List<Week> weeks() {
		return this.letter.weeks()
			.stream()
			.map((week) -> new Week(this.texts.shortDay(week.week()), String.valueOf(week.due()),
					String.valueOf(week.inTime()), String.valueOf(week.late()), String.valueOf(week.overdue()),
					(week.due() == 0) ? this.texts.text("noShare") : this.texts.text("percent", week.percentInTime())))
			.toList();
	}

	/**
	 * A part of the mail: what is new, or what is still open.
	 *
	 * @param heading its heading, or null
	 * @param groups its problems by class group
	 */
	record Block(@Nullable String heading, List<Group> groups) {
	}

	/**
	 * The problems of a class group.
	 *
	 * @param name its name
	 * @param entries its problems
	 */
	record Group(String name, List<Entry> entries) {
	}

	/**
	 * A problem.
	 *
	 * @param what what happened
	 * @param means what it means
	 * @param action what to do
	 * @param deadline until when, or null
	 * @param notes whom it concerns, when that is not the reader
	 * @param link where it stands in the console
	 */
	record Entry(String what, String means, String action, @Nullable String deadline, List<String> notes, String link) {
	}

	/**
	 * A line of the table of weeks.
	 *
	 * @param week its Monday
	 * @param due how many were due
	 * @param inTime in time
	 * @param late late
	 * @param overdue not there
	 * @param share share in time
	 */
	record Week(String week, String due, String inTime, String late, String overdue, String share) {
	}

}
