package kz.kopir.rehearsal.google;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.ClassroomScopes;
import com.google.api.services.classroom.model.Course;
import com.google.api.services.classroom.model.CourseWork;
import com.google.api.services.classroom.model.ListCourseWorkResponse;
import com.google.api.services.classroom.model.ListCoursesResponse;
import com.google.api.services.classroom.model.ListStudentSubmissionsResponse;
import com.google.api.services.classroom.model.ListStudentsResponse;
import com.google.api.services.classroom.model.Student;
import com.google.api.services.classroom.model.StudentSubmission;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;

/** Reads the stand-in with Google's own client, to the last page. */
final class GoogleReader {

	static final List<String> STATES = List.of("PUBLISHED", "DRAFT", "DELETED");

	private static final Set<String> SCOPES = Set.of(ClassroomScopes.CLASSROOM_COURSES_READONLY,
			ClassroomScopes.CLASSROOM_ROSTERS_READONLY, ClassroomScopes.CLASSROOM_PROFILE_EMAILS,
			ClassroomScopes.CLASSROOM_COURSEWORK_STUDENTS_READONLY, ClassroomScopes.CLASSROOM_TOPICS_READONLY,
			ClassroomScopes.CLASSROOM_COURSEWORKMATERIALS_READONLY);

	private GoogleReader() {
	}

	static List<Course> courses(Classroom google) throws IOException {
		List<Course> all = new ArrayList<>();
		String token = null;
		do {
			ListCoursesResponse page = google.courses()
				.list()
				.setCourseStates(List.of("ACTIVE", "ARCHIVED", "PROVISIONED", "DECLINED"))
				.setPageToken(token)
				.execute();
			all.addAll((page.getCourses() != null) ? page.getCourses() : List.of());
			token = page.getNextPageToken();
		}
		while (token != null);
		return all;
	}

	static List<Student> students(Classroom google, String course) throws IOException {
		List<Student> all = new ArrayList<>();
		String token = null;
		do {
			ListStudentsResponse page = google.courses()
				.students()
				.list(course)
				.setPageSize(100)
				.setPageToken(token)
				.execute();
			all.addAll((page.getStudents() != null) ? page.getStudents() : List.of());
			token = page.getNextPageToken();
		}
		while (token != null);
		return all;
	}

	static List<CourseWork> coursework(Classroom google, String course) throws IOException {
		List<CourseWork> all = new ArrayList<>();
		String token = null;
		do {
			ListCourseWorkResponse page = google.courses()
				.courseWork()
				.list(course)
				.setCourseWorkStates(STATES)
				.setPageToken(token)
				.execute();
			all.addAll((page.getCourseWork() != null) ? page.getCourseWork() : List.of());
			token = page.getNextPageToken();
		}
		while (token != null);
		return all;
	}

	static List<StudentSubmission> submissions(Classroom google, String course) throws IOException {
		List<StudentSubmission> all = new ArrayList<>();
		String token = null;
		do {
			ListStudentSubmissionsResponse page = google.courses()
				.courseWork()
				.studentSubmissions()
				.list(course, "-")
				.setPageToken(token)
				.execute();
			all.addAll((page.getStudentSubmissions() != null) ? page.getStudentSubmissions() : List.of());
			token = page.getNextPageToken();
		}
		while (token != null);
		return all;
	}

	static Classroom serviceAccount(ClassroomStandIn classroom) throws IOException {
		return client(classroom, ServiceAccountCredentials
			.fromStream(new ByteArrayInputStream(classroom.serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)))
			.createScoped(SCOPES)
			.createDelegated(classroom.adminEmail()));
	}

	static Classroom refreshToken(ClassroomStandIn classroom) {
		RefreshTokenClient client = classroom.refreshTokenClient();
		return client(classroom,
				UserCredentials.newBuilder()
					.setClientId(client.clientId())
					.setClientSecret(client.clientSecret())
					.setRefreshToken(client.refreshToken())
					.setTokenServerUri(classroom.tokenUri())
					.build());
	}

	private static Classroom client(ClassroomStandIn classroom, GoogleCredentials credentials) {
		return new Classroom.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(),
				new HttpCredentialsAdapter(credentials))
			.setRootUrl(classroom.url() + "/")
			.setApplicationName("rehearsal")
			.build();
	}

}
