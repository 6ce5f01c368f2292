package kz.kopir.zoom.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.PupilId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.ZoomTeachers;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads participant reports (Zoom web portal, Reports, "Export with meeting data" or
 * without). Without I/O and clock.
 */
public final class ParticipantReports {

	/** Zoom cuts names at 64 characters; what is longer is no name. */
	private static final int LONGEST_NAME = 200;

	/** How much the downloader's clock may differ from the gateway's. */
	private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

	private static final int HOST_DIGITS = 12;

	private static final int FIRST_YEAR = 2020;

	private static final int LAST_YEAR = 2100;

	private static final Pattern FILE_NUMBER = Pattern.compile("participants_(\\d{9,12})(?:_[\\d_]*)?\\.csv",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TAIL = Pattern.compile("\\s*\\(([^()]*)\\)\\s*$");

	private static final Pattern FULL_NAME = Pattern.compile("\\p{L}{2,}([ -]+\\p{L}{2,})+");

	private static final Set<String> YES = Set.of("yes", "да", "иә", "はい", "true");

	private static final Set<String> NO = Set.of("no", "нет", "жоқ", "いいえ", "false");

	/** Anybody may call himself so; who is a guest is none of them. */
	private static final Set<String> HOST = Set.of("host", "организатор", "co-host", "host, me");

	/** Zoom ends every meeting after 30 hours (reference of Zoom, plan matrix). */
	private static final Duration LONGEST = Duration.ofHours(30);

	/**
	 * Reads a report.
	 * @param fileName its name, which may hold the number of the meeting
	 * @param bytes its content
	 * @param context what is known beside
	 * @throws ReportRefused when it cannot be used as it is
	 */
	public ReportContent read(String fileName, byte[] bytes, ReportContext context) throws ReportRefused {
		ReportLines lines = new ReportLines(ReportText.decode(bytes), context.learned());
		lines.read();
		List<ReportContent.RowFault> faults = new ArrayList<>(lines.faults());
		DateOrder order = order(lines.meetings(), context);
		List<ReportContent.ReportedMeeting> meetings = new ArrayList<>();
		for (ReportLines.RawMeeting raw : lines.meetings()) {
			if (!raw.rows().isEmpty()) {
				meeting(raw, fileName, order, context, faults).ifPresent(meetings::add);
			}
		}
		if (meetings.isEmpty() && !faults.isEmpty()) {
			throw ReportRefused.file("None of its rows can be used; line " + faults.get(0).line() + " "
					+ faults.get(0).mistake() + ". Download the report again and put it in unchanged.");
		}
		if (meetings.isEmpty()) {
			throw ReportRefused.file("It has no participants. Download the report again when the meeting has been over "
					+ "for an hour.");
		}
		return new ReportContent(List.copyOf(meetings), List.copyOf(faults));
	}

	/** Empty when none of its rows can be used; they are faults. */
	private static Optional<ReportContent.ReportedMeeting> meeting(ReportLines.RawMeeting raw, String fileName,
			DateOrder order, ReportContext context, List<ReportContent.RowFault> faults) throws ReportRefused {
		int before = faults.size();
		String host = host(raw, context);
		List<MeetingRow> rows = new ArrayList<>();
		for (ReportLines.RawRow row : raw.rows()) {
			row(row, List.of(host, hostEmail(raw)), order, context, faults).ifPresent(rows::add);
		}
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		Instant first = rows.stream().map(MeetingRow::join).min(Comparator.naturalOrder()).orElseThrow();
		Instant last = rows.stream().map(MeetingRow::leave).max(Comparator.naturalOrder()).orElseThrow();
		Instant start = instant(raw.fact("start"), order, context).orElse(first);
		Instant end = instant(raw.fact("end"), order, context)
			.filter((told) -> !told.isBefore(start) && Duration.between(start, told).compareTo(LONGEST) <= 0)
			.orElse(last);
		String number = raw.fact("id").isEmpty() ? number(fileName) : raw.fact("id");
		// the host's address is no part of an id: ids stand in logs
		String of = number.isEmpty() ? DigestUtils.sha256Hex(host).substring(0, HOST_DIGITS) : number;
		Meeting meeting = new Meeting(new MeetingId("file/" + of + "/" + start), number, host, start,
				end.isBefore(start) ? start : end);
		return Optional.of(new ReportContent.ReportedMeeting(meeting, List.copyOf(rows), faults.size() - before));
	}

	private static String host(ReportLines.RawMeeting raw, ReportContext context) throws ReportRefused {
		TeacherId teacher = context.teacher();
		if (teacher != null) {
			return ZoomTeachers.KNOWN + teacher;
		}
		if (hostEmail(raw).isEmpty()) {
			throw ReportRefused.file("It does not tell whose meeting it is. Put it into the folder of the teacher, or "
					+ "download it with «Export with meeting data».");
		}
		return hostEmail(raw);
	}

	private static String hostEmail(ReportLines.RawMeeting raw) {
		return raw.fact("email").toLowerCase(Locale.ROOT);
	}

	/**
	 * The name that was shown last is kept, as Zoom's reports over the API do: who came
	 * as «iPhone» and was asked for a name is known by that name. The original one in
	 * parentheses is left out, so that a confirmed name counts for both ways; but where
	 * that is a full name, too, it stays: it may be another child's, and a person is
	 * asked.
	 */
	private static Optional<MeetingRow> row(ReportLines.RawRow raw, List<String> hosts, DateOrder order,
			ReportContext context, List<ReportContent.RowFault> faults) {
		Optional<Instant> join = instant(raw.join(), order, context);
		Optional<Instant> leave = instant(raw.leave(), order, context);
		if (join.isEmpty() || leave.isEmpty()) {
			faults.add(new ReportContent.RowFault(raw.line(), "has no usable join or leave time"));
			return Optional.empty();
		}
		if (leave.get().isBefore(join.get())) {
			faults.add(new ReportContent.RowFault(raw.line(), "leaves before it joins"));
			return Optional.empty();
		}
		if (Duration.between(join.get(), leave.get()).compareTo(LONGEST) > 0) {
			faults.add(new ReportContent.RowFault(raw.line(), "stays longer than the 30 hours a meeting can last"));
			return Optional.empty();
		}
		if (leave.get().isAfter(context.now().plus(CLOCKS_APART))) {
			faults.add(new ReportContent.RowFault(raw.line(),
					"lies in the future; the time zone of the report is not the school's"));
			return Optional.empty();
		}
		String waiting = (raw.waiting() != null) ? raw.waiting().toLowerCase(Locale.ROOT) : "no";
		if (!YES.contains(waiting) && !NO.contains(waiting)) {
			faults.add(new ReportContent.RowFault(raw.line(),
					"does not tell whether it was in the waiting room (yes, no)"));
			return Optional.empty();
		}
		if (raw.name().length() > LONGEST_NAME) {
			faults.add(new ReportContent.RowFault(raw.line(), "has a name of " + raw.name().length() + " characters"));
			return Optional.empty();
		}
		String email = raw.email().toLowerCase(Locale.ROOT);
		Optional<PupilId> pupil = email.isEmpty() ? Optional.empty() : context.pupils().apply(email);
		boolean own = raw.guest() == null || NO.contains(raw.guest().toLowerCase(Locale.ROOT));
		boolean staff = (own && isHost(raw.name()))
				|| (!email.isEmpty() && (hosts.contains(email) || context.staff().test(email)));
		return Optional.of(new MeetingRow(shown(raw.name()), join.get(), leave.get(), YES.contains(waiting), staff,
				pupil.orElse(null), pupil.isPresent() ? "own-account-email" : null));
	}

	private static String shown(String name) {
		String shown = name;
		for (Matcher tail = TAIL.matcher(shown); tail.find() && tail.start() > 0
				&& !isAnotherName(shown.substring(0, tail.start()), tail.group(1)); tail = TAIL.matcher(shown)) {
			shown = shown.substring(0, tail.start());
		}
		return shown;
	}

	private static boolean isAnotherName(String shown, String original) {
		return FULL_NAME.matcher(original.strip()).matches() && !original.strip().equalsIgnoreCase(shown.strip());
	}

	private static boolean isHost(String name) {
		Matcher tail = TAIL.matcher(name);
		return tail.find() && HOST.contains(tail.group(1).strip().toLowerCase(Locale.ROOT));
	}

	private static String number(String fileName) {
		Matcher number = FILE_NUMBER.matcher(fileName);
		return number.matches() ? number.group(1) : "";
	}

	private static Optional<Instant> instant(String cell, DateOrder order, ReportContext context) {
		return ReportDate.parse(cell)
			.flatMap((date) -> date.at(order))
			.filter((time) -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
			.map((time) -> time.atZone(context.zone()).toInstant());
	}

	/**
	 * Decides for the whole file: by a number above 12, by what a person said, or because
	 * only one of the two makes all of its days lesson days.
	 */
	private static DateOrder order(List<ReportLines.RawMeeting> meetings, ReportContext context) throws ReportRefused {
		List<ReportDate> dates = meetings.stream()
			.flatMap((meeting) -> Stream.concat(Stream.of(meeting.fact("start"), meeting.fact("end")),
					meeting.rows().stream().flatMap((row) -> Stream.of(row.join(), row.leave()))))
			.map(ReportDate::parse)
			.flatMap(Optional::stream)
			.filter(ReportDate::open)
			.toList();
		Set<DateOrder> told = EnumSet.noneOf(DateOrder.class);
		dates.stream().map(ReportDate::only).filter((only) -> only != null).forEach(told::add);
		if (told.size() > 1) {
			throw ReportRefused.dates();
		}
		if (!told.isEmpty()) {
			return told.iterator().next();
		}
		DateOrder said = context.order();
		if (said != null || dates.stream().allMatch((date) -> date.first() == date.second())) {
			return (said != null) ? said : DateOrder.DAY_FIRST;
		}
		DateOrder only = null;
		for (DateOrder order : DateOrder.values()) {
			if (allOnLessonDays(dates, order, context)) {
				if (only != null) {
					throw ReportRefused.dates();
				}
				only = order;
			}
		}
		return orRefuse(only);
	}

	private static DateOrder orRefuse(@Nullable DateOrder only) throws ReportRefused {
		if (only == null) {
			throw ReportRefused.dates();
		}
		return only;
	}

	private static boolean allOnLessonDays(List<ReportDate> dates, DateOrder order, ReportContext context) {
		LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
		return dates.stream()
			.map((date) -> date.at(order).map(LocalDateTime::toLocalDate))
			.allMatch((day) -> day.filter((LocalDate one) -> !one.isAfter(today) && context.lessonDay().test(one))
				.isPresent());
	}

}
