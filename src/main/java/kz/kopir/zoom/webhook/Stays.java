package kz.kopir.zoom.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.school.MeetingRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes stays of what was seen, in whatever order and how often it was told. A pure
 * function.
 */
final class Stays {

	private static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::at)
		.thenComparing(Sighting::kind)
		.thenComparing(Sighting::sent);

	private Stays() {
	}

	/**
	 * The stays, the earliest first.
	 * @param end until when a participant stayed of whom no leaving is known
	 */
	static List<MeetingRow> of(Collection<Sighting> sightings, Instant end) {
		Map<String, List<Sighting>> byParticipant = new TreeMap<>();
		sightings
			.forEach((one) -> byParticipant.computeIfAbsent(one.participant(), (key) -> new ArrayList<>()).add(one));
		List<MeetingRow> rows = new ArrayList<>();
		byParticipant.values().forEach((ofOne) -> {
			ofOne.sort(BY_TIME);
			stays(ofOne, end, rows);
		});
		rows.sort(Comparator.comparing(MeetingRow::join));
		return rows;
	}

	/** Who leaves without having come is known for that moment only. */
	private static void stays(List<Sighting> ofOne, Instant end, List<MeetingRow> rows) {
		Sighting last = ofOne.get(ofOne.size() - 1);
		@Nullable Instant came = null;
		for (Sighting one : ofOne) {
			if (one.kind() == Sighting.Kind.LEFT) {
				rows.add(row(last, (came != null) ? came : one.at(), one.at()));
				came = null;
			}
			else if (came == null) {
				came = one.at();
			}
		}
		if (came != null) {
			rows.add(row(last, came, end.isBefore(came) ? came : end));
		}
	}

	private static MeetingRow row(Sighting who, Instant join, Instant leave) {
		return new MeetingRow(who.name(), join, leave, false, who.staff(), who.pupil(), who.evidence());
	}

}
