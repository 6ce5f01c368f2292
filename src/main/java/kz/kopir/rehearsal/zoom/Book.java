package kz.kopir.rehearsal.zoom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.ParticipantFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.ZoomUserFacts;
import kz.kopir.rehearsal.zoom.ZoomSettings.Switches;

/**
 * The account's users and meetings, as far as Zoom shows them at a time.
 */
final class Book {

	/** How far the data of a meeting has come. */
	enum Phase {

		RUNNING, ABSENT, UNPROCESSED, PARTIAL, FULL

	}

	private final List<ZoomUserFacts> users;

	private final List<MeetingFacts> meetings = new ArrayList<>();

	private final Supplier<Switches> switches;

	private final Clock clock;

	Book(World world, ZoomSettings settings, Supplier<Switches> switches, Clock clock) {
		this.users = world.zoomUsers();
		this.switches = switches;
		this.clock = clock;
		TreeSet<LocalDate> days = new TreeSet<>(settings.furtherDays());
		days.add(World.DISTANCE_DAY);
		days.forEach((day) -> this.meetings.addAll(world.meetingsIfDistance(day)));
	}

	List<ZoomUserFacts> users() {
		return this.users;
	}

	/** A user by id or address in the raw form of the path. */
	ZoomUserFacts user(String raw) {
		String id = decoded(raw);
		return this.users.stream()
			.filter((user) -> user.id().equals(id) || user.email().equalsIgnoreCase(id))
			.findFirst()
			.orElseThrow(() -> Refusal.noUser(id));
	}

	ZoomUserFacts host(MeetingFacts meeting) {
		return this.users.stream().filter((user) -> user.personId() == meeting.hostId()).findFirst().orElseThrow();
	}

	/** Ended meetings that already show in lists. */
	Stream<MeetingFacts> listed() {
		return this.meetings.stream().filter((meeting) -> phase(meeting).compareTo(Phase.ABSENT) > 0);
	}

	/** Ended occurrences of a number, oldest first. */
	List<MeetingFacts> instances(String number) {
		return listed().filter((meeting) -> Long.toString(meeting.number()).equals(number)).toList();
	}

	/**
	 * An ended meeting by the raw segment of the path: a number stands for the latest
	 * occurrence; a UUID that begins with a slash or has two of them must be encoded
	 * twice.
	 */
	MeetingFacts ended(String raw) {
		MeetingFacts meeting = find(raw);
		if (phase(meeting) == Phase.RUNNING) {
			throw Refusal.notEnded();
		}
		if (phase(meeting) == Phase.ABSENT) {
			throw Refusal.noMeeting(decoded(raw));
		}
		if (Duration.between(meeting.end(), this.clock.instant()).toDays() > 365) {
			throw new Refusal(400, 12702, "Can not access meeting a year ago.");
		}
		return meeting;
	}

	private MeetingFacts find(String raw) {
		String once = decoded(raw);
		String twice = decoded(once);
		Instant now = this.clock.instant();
		return this.meetings.stream()
			.filter((meeting) -> !meeting.start().isAfter(now))
			.filter((meeting) -> Long.toString(meeting.number()).equals(once) || meeting.uuid().equals(twice)
					|| (meeting.uuid().equals(once) && !isTouchy(once)))
			.filter((meeting) -> !meeting.uuid().equals(once) || !isTouchy(once))
			.max(Comparator.comparing(MeetingFacts::start))
			.orElseThrow(() -> Refusal.noMeeting(once));
	}

	private static boolean isTouchy(String uuid) {
		return uuid.startsWith("/") || uuid.contains("//");
	}

	Phase phase(MeetingFacts meeting) {
		Duration since = Duration.between(meeting.end(), this.clock.instant());
		Switches now = this.switches.get();
		if (since.isNegative()) {
			return Phase.RUNNING;
		}
		if (since.compareTo(now.absent()) < 0) {
			return Phase.ABSENT;
		}
		if (since.compareTo(now.absent().plus(now.unprocessed())) < 0) {
			return Phase.UNPROCESSED;
		}
		return (since.compareTo(now.absent().plus(now.unprocessed()).plus(now.partial())) < 0) ? Phase.PARTIAL
				: Phase.FULL;
	}

	/** How many people by name and id were in a meeting. */
	static int unique(MeetingFacts meeting) {
		return (int) meeting.participants()
			.stream()
			.filter((row) -> !row.waiting())
			.map((row) -> row.name() + "\n" + row.zoomUserId() + row.registrantId() + row.customerKey())
			.distinct()
			.count();
	}

	static long minutes(MeetingFacts meeting) {
		return (seconds(meeting.start(), meeting.end()) + 59) / 60;
	}

	static long totalMinutes(MeetingFacts meeting) {
		return meeting.participants().stream().mapToLong(Book::seconds).sum() / 60;
	}

	static long seconds(ParticipantFacts row) {
		return seconds(row.join(), row.leave());
	}

	private static long seconds(Instant from, Instant to) {
		return Duration.between(from, to).toSeconds();
	}

	/** Once percent-decoded; a plus stays a plus, as in paths. */
	static String decoded(String raw) {
		try {
			return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return raw;
		}
	}

}
