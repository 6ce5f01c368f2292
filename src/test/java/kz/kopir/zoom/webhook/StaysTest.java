package kz.kopir.zoom.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import kz.kopir.school.MeetingRow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaysTest {

	private static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

	private static final Instant END = START.plusSeconds(1600);

	@Property
	void anyOrderAndAnyRepetitionTellTheSameStays(
			@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 500) Integer> lengths, @ForAll long seed) {
		List<Sighting> told = new ArrayList<>();
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < lengths.size(); i++) {
			int from = 100 * i;
			told.add(sighting("p" + i, Sighting.Kind.JOINED, from));
			told.add(sighting("p" + i, Sighting.Kind.LEFT, from + lengths.get(i)));
			expected.add(START.plusSeconds(from) + " " + START.plusSeconds(from + lengths.get(i)));
		}
		List<Sighting> mixed = new ArrayList<>(told);
		Collections.shuffle(mixed, new Random(seed));
		assertThat(Stays.of(new HashSet<>(mixed), END)).extracting((row) -> row.join() + " " + row.leave())
			.containsExactlyElementsOf(expected);
	}

	@Test
	void whoComesBackUnderTheSameIdHasTwoStays() {
		List<MeetingRow> rows = Stays
			.of(List.of(sighting("p", Sighting.Kind.LEFT, 100), sighting("p", Sighting.Kind.JOINED, 200),
					sighting("p", Sighting.Kind.JOINED, 0), sighting("p", Sighting.Kind.LEFT, 300)), END);
		assertThat(rows).extracting((row) -> row.join() + " " + row.leave())
			.containsExactly(START + " " + START.plusSeconds(100),
					START.plusSeconds(200) + " " + START.plusSeconds(300));
	}

	@Test
	void whoIsNotKnownToHaveLeftStayedToTheEndAndWhoIsNotKnownToHaveComeIsSeenForAMoment() {
		assertThat(Stays.of(List.of(sighting("p", Sighting.Kind.JOINED, 50)), END)).singleElement()
			.satisfies((row) -> assertThat(row.leave()).isEqualTo(END));
		assertThat(Stays.of(List.of(sighting("p", Sighting.Kind.LEFT, 50)), END)).singleElement()
			.satisfies((row) -> assertThat(row.join()).isEqualTo(row.leave()));
	}

	private static Sighting sighting(String participant, Sighting.Kind kind, int second) {
		return new Sighting(participant, kind, START.plusSeconds(second), START.plusSeconds(second), "А", false, null,
				null);
	}

}
