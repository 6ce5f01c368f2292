package kz.kopir.roster;

import java.time.Instant;
import java.util.List;

import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class LinkStoreTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");

	private static final Instant TUESDAY = Instant.parse("2026-11-24T03:00:00Z");

	private final TestDatabase database;

	private final LinkStore links;

	LinkStoreTest(TestDatabase database) {
		this.database = database;
		this.links = new LinkStore(database.template(), database.transactions());
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void aLinkSeenAgainKeepsTheDayOnWhichItWasDecided() {
		save(new StoredLink(LinkKind.PUPIL, "u-1", "p-1", "address", "run-1", MONDAY));
		save(new StoredLink(LinkKind.PUPIL, "u-1", "p-1", "address", "run-2", TUESDAY));
		assertThat(this.links.find(SCHOOL, LinkKind.PUPIL)).containsOnlyKeys("u-1")
			.containsValue(new StoredLink(LinkKind.PUPIL, "u-1", "p-1", "address", "run-2", MONDAY));
	}

	@Test
	void aLinkToSomebodyElseIsANewDecision() {
		save(new StoredLink(LinkKind.PUPIL, "u-1", "p-1", "address", "run-1", MONDAY));
		StoredLink other = new StoredLink(LinkKind.PUPIL, "u-1", "p-2", "address", "run-2", TUESDAY);
		save(other);
		assertThat(this.links.find(SCHOOL, LinkKind.PUPIL)).containsEntry("u-1", other);
	}

	@Test
	void theSameLinkOnOtherEvidenceIsANewDecision() {
		save(new StoredLink(LinkKind.COURSE, "c-1", "19/math", "alias", "run-1", MONDAY));
		StoredLink other = new StoredLink(LinkKind.COURSE, "c-1", "19/math", "table", "run-2", TUESDAY);
		save(other);
		assertThat(this.links.find(SCHOOL, LinkKind.COURSE)).containsEntry("c-1", other);
	}

	@Test
	void coursesAndPupilsAndSchoolsAreKeptApart() {
		save(new StoredLink(LinkKind.COURSE, "1", "19/math", "alias", "run-1", MONDAY));
		save(new StoredLink(LinkKind.PUPIL, "1", "p-1", "address", "run-1", MONDAY));
		assertThat(this.links.find(SCHOOL, LinkKind.COURSE)).extractingByKey("1")
			.extracting(StoredLink::target)
			.isEqualTo("19/math");
		assertThat(this.links.find(new SchoolId("school-2"), LinkKind.COURSE)).isEmpty();
	}

	private void save(StoredLink link) {
		this.links.save(SCHOOL, List.of(link));
	}

}
