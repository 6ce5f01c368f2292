package kz.kopir.classroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.Coursework;
import kz.kopir.school.RecordFault;
import kz.kopir.school.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ListingTest {

	private final Programs programs = new Programs(new DefaultResourceLoader(), "file:mappings");

	private final Listing<Submission> listing = new Listing<>(ListKind.SUBMISSIONS, new CourseId("17"));

	@Test
	void aListIsReadUntilAPageComesWithoutAToken() throws IOException {
		assertThat(this.listing.query()).doesNotContainKey("pageToken");
		page(submission("a", "8"), "t1");
		assertThat(this.listing.isUnfinished()).isTrue();
		assertThat(this.listing.query()).containsEntry("pageToken", List.of("t1"));
		page(submission("b", "9"), "");
		assertThat(this.listing.isUnfinished()).isFalse();
		assertThat(this.listing.records()).extracting(Submission::id).containsExactly("a", "b");
	}

	@Test
	void aShortOrEmptyPageIsNotTheEnd() throws IOException {
		accept("{\"nextPageToken\":\"t1\"}");
		page("", "t2");
		assertThat(this.listing.isUnfinished()).isTrue();
		page(submission("a", "8"), "");
		assertThat(this.listing.records()).hasSize(1);
	}

	@Test
	void anEmptyObjectIsAnEmptyList() throws IOException {
		accept("{}");
		assertThat(this.listing.records()).isEmpty();
	}

	@Test
	void everyPageIsAskedForWithTheSameParameters() throws IOException {
		List<String> fields = this.listing.query().get("fields");
		page("", "t1");
		assertThat(this.listing.query()).containsEntry("fields", fields).containsEntry("pageSize", List.of("1000"));
		assertThat(fields.get(0)).startsWith("nextPageToken,");
		assertThat(this.listing.path()).isEqualTo("/v1/courses/17/courseWork/-/studentSubmissions");
	}

	@Test
	void theSameTokenTwiceWouldNeverEnd() throws IOException {
		page("", "t1");
		page("", "t2");
		assertThatIllegalStateException().isThrownBy(() -> page("", "t1")).withMessageContaining("course 17");
	}

	@Test
	void nothingIsToldOfAListThatIsNotFinished() throws IOException {
		page(submission("a", "8"), "t1");
		assertThatIllegalStateException().isThrownBy(this.listing::records).withMessageContaining("not finished");
	}

	@Test
	void aRecordThatComesTwiceIsOne() throws IOException {
		page(submission("a", "8"), "t1");
		page(submission("a", "8"), "");
		assertThat(this.listing.records()).hasSize(1);
		assertThat(this.listing.faults()).isEmpty();
	}

	@Test
	void aRecordWithDifferentContentsIsTrustedInNoneOfThem() throws IOException {
		page(submission("a", "8") + "," + submission("b", "8"), "t1");
		page(submission("a", "9") + "," + submission("a", "8"), "");
		assertThat(this.listing.records()).extracting(Submission::id).containsExactly("b");
		assertThat(this.listing.faults()).containsExactly(new RecordFault("studentSubmissions", "page 2, record 1", "a",
				"came twice with different content", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"x\"}", "7", "null", "[]", "\"text\"",
			"{\"id\":\"x\",\"courseWorkId\":\"4\",\"userId\":{},\"state\":\"NEW\"}",
			"{\"id\":\"x\",\"courseWorkId\":\"4\",\"userId\":\"1\",\"state\":\"NEW\",\"assignedGrade\":\"8\"}",
			"{\"id\":\"x\",\"courseWorkId\":\"4\",\"userId\":\"1\",\"state\":\"NEW\",\"updateTime\":\"yesterday\"}" })
	void aRecordThatIsNotUnderstoodNeverCostsTheOthers(String odd) throws IOException {
		page(submission("a", "8") + "," + odd + "," + submission("b", "9"), "");
		assertThat(this.listing.records()).extracting(Submission::id).containsExactly("a", "b");
		assertThat(this.listing.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.place()).isEqualTo("page 1, record 2");
			assertThat(fault.twice()).isFalse();
			assertThat(fault.mistake()).doesNotContain("yesterday");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"text\"", "7", "{\"studentSubmissions\":{}}", "{\"studentSubmissions\":\"no\"}" })
	void whatIsNoPageIsNotTakenForAnEmptyOne(String answer) {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> accept(answer))
			.withMessageContaining("studentSubmissions");
		assertThat(this.listing.isUnfinished()).isTrue();
	}

	@Test
	void noGradeIsNotZeroAndUnknownStatesAreKnownAsSuch() throws IOException {
		page(submission("a", "0") + ",{\"id\":\"b\",\"courseWorkId\":\"4\",\"userId\":\"1\",\"state\":\"BRAND_NEW\"}",
				"");
		assertThat(this.listing.records()).extracting(Submission::assignedGrade).containsExactly(BigDecimal.ZERO, null);
		assertThat(this.listing.records().get(1).state()).isEqualTo(Submission.State.UNKNOWN);
	}

	@Test
	void aDueTimeOfWholeHoursKeepsItsDueDate() throws IOException {
		Listing<Coursework> coursework = new Listing<>(ListKind.COURSEWORK, new CourseId("17"));
		coursework.accept(json("""
				{"courseWork":[{"id":"4","courseId":"17","title":"x","state":"PUBLISHED","workType":"ASSIGNMENT",
				"creationTime":"2026-11-16T04:00:00Z","dueDate":{"year":2026,"month":11,"day":18},
				"dueTime":{"hours":13}}]}"""), this.programs);
		assertThat(coursework.records()).extracting(Coursework::due)
			.containsExactly(Instant.parse("2026-11-18T13:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"year\":2026,\"month\":2,\"day\":30}", "{\"year\":2026}", "{}",
			"{\"year\":1e99,\"month\":1,\"day\":1}" })
	void aDueDateThatDoesNotExistIsAFault(String due) throws IOException {
		Listing<Coursework> coursework = new Listing<>(ListKind.COURSEWORK, new CourseId("17"));
		coursework.accept(json("{\"courseWork\":[{\"id\":\"4\",\"courseId\":\"17\",\"title\":\"x\",\"state\":\"DRAFT\","
				+ "\"workType\":\"ASSIGNMENT\",\"creationTime\":\"2026-11-16T04:00:00Z\",\"dueDate\":" + due + "}]}"),
				this.programs);
		assertThat(coursework.records()).isEmpty();
		assertThat(coursework.faults()).extracting(RecordFault::id).containsExactly("4");
	}

	@Test
	void onlyActiveCoursesAreAskedFor() throws IOException {
		Listing<Course> courses = new Listing<>(ListKind.COURSES, null);
		assertThat(courses.query()).containsEntry("courseStates", List.of("ACTIVE"));
		courses.accept(json("{\"courses\":[{\"id\":\"1\",\"name\":\"x\",\"ownerId\":\"100000000000000000017\","
				+ "\"courseState\":\"ACTIVE\"}]}"), this.programs);
		assertThat(courses.records()).extracting((course) -> course.owner().value())
			.containsExactly("100000000000000000017");
	}

	private void page(String items, String token) throws IOException {
		accept("{\"studentSubmissions\":[" + items + "],\"nextPageToken\":\"" + token + "\"}");
	}

	private void accept(String text) throws IOException {
		this.listing.accept(json(text), this.programs);
	}

	private static JsonNode json(String text) throws IOException {
		return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String submission(String id, String grade) {
		return "{\"id\":\"" + id + "\",\"courseWorkId\":\"4\",\"userId\":\"100000000000000000017\","
				+ "\"state\":\"RETURNED\",\"assignedGrade\":" + grade + "}";
	}

}
