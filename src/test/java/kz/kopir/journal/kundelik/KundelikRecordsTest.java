package kz.kopir.journal.kundelik;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalFrame;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalQuestion;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.Term;
import kz.kopir.school.WorkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KundelikRecordsTest {

	private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

	private final KundelikRecords records = new KundelikRecords(
			new Programs(new DefaultResourceLoader(), "file:mappings"));

	@Test
	void classGroupsOfThisYearComeWithTheirClass() throws IOException {
		assertThat(this.records.classGroups(json("""
				[{"id_str":"1000000000000000017","name":"7 «А»","parallel":7,"type":"Group","status":"Active"},
				{"id_str":"1000000000000000018","name":"7 «А» 1","parallel":7,"type":"Subgroup","status":"Active",
				"parentIds_str":["1000000000000000017"]},
				{"id_str":"1000000000000000019","name":"6 «А»","parallel":6,"type":"Group","status":"Archive"}]""")))
			.satisfiesExactly((group) -> assertThat(group.parent()).isNull(),
					(group) -> assertThat(group.parent()).isEqualTo(new ClassGroupId("1000000000000000017")));
	}

	@Test
	void pupilsWhoLeftAreNone() throws IOException {
		List<Pupil> pupils = this.records.pupils(json("""
				[{"membershipstatus":"Active","person":{"id_str":"1000000000000000042","lastName":"Т","firstName":"А"}},
				{"membershipstatus":"Archive","person":{"id_str":"1000000000000000043"}},
				{"membershipstatus":"Active","person":{"id":1000000000000000044}}]"""));
		assertThat(pupils).extracting((pupil) -> pupil.id().value())
			.containsExactly("1000000000000000042", "1000000000000000044");
		assertThat(pupils.get(1).lastName()).as("no name is no word").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"9223372036854775808\"", "9223372036854775808", "\"x\"", "\"\"", "1.5", "null", "{}" })
	void anIdThatIsNoneOfKundelikSpoilsTheAnswer(String id) throws IOException {
		JsonNode answer = json("[{\"id\":" + id + ",\"work\":1,\"person\":2,\"value\":\"8\"}]");
		assertThatExceptionOfType(RecordException.class).isThrownBy(() -> this.records.marks(answer))
			.withMessageContaining("'id'");
	}

	@Test
	void theLargestIdIsStillOne() throws IOException {
		assertThat(this.records.marks(json("[{\"id\":9223372036854775807,\"work\":1,\"person\":2,\"value\":\" 8 \"}]")))
			.containsExactly(new JournalMark("9223372036854775807", new WorkId("1"), new PupilId("2"), "8"));
	}

	@Test
	void aMarkOfALessonIsNoMarkOfAWork() throws IOException {
		assertThat(this.records.marks(json("[{\"id\":1,\"lesson\":3,\"person\":2,\"value\":\"8\"}]"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"apiServerError\",\"description\":\"x\"}", "{}", "\"no\"", "7", "null" })
	void whatIsNoListIsNotTakenForAnEmptyOne(String answer) throws IOException {
		JsonNode json = json(answer);
		assertThatExceptionOfType(RecordException.class).isThrownBy(() -> this.records.marks(json));
		assertThatExceptionOfType(RecordException.class).isThrownBy(() -> this.records.classGroups(json));
		FrameReading frame = frame();
		KundelikRequest pupils = request(frame.getPupilRequests(), "pupils");
		assertThatExceptionOfType(RecordException.class).isThrownBy(() -> pupils.sink().accept(json));
	}

	@Test
	void theFrameIsReadInTwoSteps() throws IOException {
		FrameReading frame = frame();
		KundelikRequest pupils = request(frame.getPupilRequests(), "pupils");
		assertThat(pupils.body()).hasToString("[1000000000000000017]");
		pupils.sink().accept(json("""
				[{"group":{"id_str":"1000000000000000017","name":"7 «А»"},
				"students":[{"membershipstatus":"Active","person":{"id_str":"1000000000000000042"}}]}]"""));
		JournalFrame read = frame.getFrame();
		assertThat(read.pupilsOf(new ClassGroupId("1000000000000000017"))).hasSize(1);
		assertThat(read.pupilsOf(new ClassGroupId("1"))).isEmpty();
	}

	@Test
	void theTermsAreTheQuartersAndNotTheRowForTheWholeYear() throws IOException {
		assertThat(this.records.terms(json("""
				[{"number":2,"type":"Quarter","start":"2026-11-02T00:00:00","finish":"2026-12-27T00:00:00"},
				{"number":0,"type":"Quarter","start":"2026-09-01T00:00:00","finish":"2027-05-25T00:00:00"}]""")))
			.containsExactly(new Term(2, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 27)));
	}

	@Test
	void theAccountOfAnotherSchoolIsNotedBeforeAnythingIsRead() throws IOException {
		JsonNode other = json("{\"id\":1000001220514,\"name\":\"x\"}");
		assertThatExceptionOfType(RecordException.class)
			.isThrownBy(() -> this.records.checkSchool(other, 1000001220513L))
			.withMessageContaining("journal.school-id");
	}

	@Test
	void lessonsAndMarksAreAskedForInWindowsThatMeetAndDoNotOverlap() {
		LocalDate to = FROM.plusDays(249);
		List<String> paths = reading(to).getRequests().stream().map(KundelikRequest::path).toList();
		List<LocalDate> days = new ArrayList<>();
		paths.stream().filter((path) -> path.contains("/lessons/")).forEach((path) -> {
			String[] parts = path.split("/");
			LocalDate first = LocalDate.parse(parts[5]);
			LocalDate last = LocalDate.parse(parts[6]);
			assertThat(first.datesUntil(last.plusDays(1)).count()).isLessThanOrEqualTo(120);
			first.datesUntil(last.plusDays(1)).forEach(days::add);
		});
		assertThat(days).containsExactlyElementsOf(FROM.datesUntil(to.plusDays(1)).toList());
		assertThat(paths).hasSize(6);
		assertThat(paths.get(1)).isEqualTo(paths.get(0).replace("lessons", "marks"));
	}

	@Test
	void oneDayIsOneWindow() {
		assertThat(reading(FROM).getRequests()).extracting(KundelikRequest::path)
			.containsExactly("/v2/edu-groups/70/lessons/2026-09-01/2026-09-01",
					"/v2/edu-groups/70/marks/2026-09-01/2026-09-01");
	}

	@Test
	void whatIsReadTwiceCountsOnce() throws IOException {
		ClassGroupReading reading = reading(FROM);
		for (int i = 0; i < 2; i++) {
			reading.getRequests().get(0).sink().accept(json("""
					[{"id":5,"date":"2026-09-01T00:00:00","number":1,"subject":{"id":4},
					"works":[{"id":6,"type":"Homework","text":"§ 1","targetDate":"2026-09-02T00:00:00.123"}]}]"""));
			reading.getRequests().get(1).sink().accept(json("[{\"id\":7,\"work\":6,\"person\":2,\"value\":\"8\"}]"));
		}
		ClassGroupJournal journal = reading.getJournal();
		assertThat(journal.lessons()).hasSize(1);
		assertThat(journal.works()).singleElement()
			.satisfies((work) -> assertThat(work.target()).isEqualTo(LocalDate.of(2026, 9, 2)));
		assertThat(journal.marks()).hasSize(1);
	}

	private ClassGroupReading reading(LocalDate to) {
		return new ClassGroupReading(this.records, new JournalQuestion(new ClassGroupId("70"), FROM, to), 120);
	}

	private FrameReading frame() throws IOException {
		FrameReading frame = new FrameReading(this.records, 1);
		request(frame.getSchoolRequests(), "eduGroups").sink()
			.accept(json("[{\"id_str\":\"1000000000000000017\",\"name\":\"7\",\"parallel\":7,\"status\":\"Active\"}]"));
		return frame;
	}

	private static KundelikRequest request(List<KundelikRequest> requests, String name) {
		return requests.stream().filter((request) -> request.name().equals(name)).findFirst().orElseThrow();
	}

	private static JsonNode json(String text) throws IOException {
		return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
