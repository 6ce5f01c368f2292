package kz.kopir.classroom;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import kz.kopir.call.SignInRefusedException;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.google.RefreshTokenClient;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GoogleSignInTest {

	private static final World WORLD = World.generate(new WorldSettings(1, 25, LocalDate.of(2026, 11, 20)));

	private static final SchoolId FIRST = new SchoolId("school-1");

	private static final SchoolId SECOND = new SchoolId("school-2");

	private final FaultScript faults = FaultScript.none();

	private final ClassroomStandIn classroom = ClassroomStandIn.start(WORLD, ClassroomSettings.defaults(), this.faults);

	@AfterEach
	void close() {
		this.classroom.close();
	}

	@Test
	void twoSchoolsOfOneServiceAccountActForTheirOwnPeople(@TempDir Path folder) throws Exception {
		Path key = Files.writeString(folder.resolve("key.json"), this.classroom.serviceAccountKeyJson());
		String teacher = WORLD.teachers().get(0).email();
		GoogleSignIn signIn = new GoogleSignIn(
				Map.of(FIRST, delegated(key, this.classroom.adminEmail()), SECOND, delegated(key, teacher))::get);
		String first = signIn.bearer(FIRST);
		String second = signIn.bearer(SECOND);
		assertThat(second).isNotEqualTo(first);
		assertThat(signIn.bearer(FIRST)).as("a token is kept").isEqualTo(first);
		assertThat(courses(second).length()).as("a teacher sees fewer courses than the administrator")
			.isLessThan(courses(first).length());
		assertThat(signIn.user(FIRST)).isEqualTo(this.classroom.adminEmail());
		assertThat(signIn.user(SECOND)).isEqualTo(teacher);
	}

	@Test
	void aForgottenTokenIsAskedForAnew() throws IOException {
		GoogleSignIn signIn = new GoogleSignIn((school) -> refresh(this.classroom.refreshTokenClient()));
		String first = signIn.bearer(FIRST);
		signIn.invalidate(FIRST);
		assertThat(signIn.bearer(FIRST)).isNotEqualTo(first);
	}

	@Test
	void aRefusedRefreshTokenIsRefusedForGoodAndSaysWhatToDo() {
		RefreshTokenClient client = this.classroom.refreshTokenClient();
		GoogleSignIn signIn = new GoogleSignIn(
				(school) -> refresh(new RefreshTokenClient(client.clientId(), client.clientSecret(), "1//revoked")));
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> signIn.bearer(FIRST))
			.withMessageContaining("school-1")
			.withMessageContaining("classroom.rosters.readonly")
			.withMessageNotContaining("revoked");
	}

	@Test
	void aSubjectWithoutAnAccountIsRefused(@TempDir Path folder) throws IOException {
		Path key = Files.writeString(folder.resolve("key.json"), this.classroom.serviceAccountKeyJson());
		GoogleSignIn signIn = new GoogleSignIn((school) -> delegated(key, "nobody@example.org"));
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> signIn.bearer(FIRST));
	}

	@Test
	void scopesThatAreMissingAreNamedForBothWaysToSignIn(@TempDir Path folder) throws IOException {
		String topics = "https://www.googleapis.com/auth/classroom.topics.readonly";
		Set<String> allowed = new HashSet<>(ClassroomSettings.defaults().allowedScopes());
		allowed.remove(topics);
		try (ClassroomStandIn strict = ClassroomStandIn.start(WORLD,
				ClassroomSettings.defaults().withAllowedScopes(allowed), FaultScript.none())) {
			Path key = Files.writeString(folder.resolve("key.json"), strict.serviceAccountKeyJson());
			RefreshTokenClient client = strict.refreshTokenClient();
			GoogleSignIn signIn = new GoogleSignIn(Map.of(FIRST, delegated(key, strict.adminEmail()), SECOND,
					new ClassroomAccount(null, null, client.clientId(), client.clientSecret(), client.refreshToken(),
							strict.tokenUri().toString()))::get);
			assertThat(signIn.missingScopes(FIRST)).containsExactly(topics);
			assertThat(signIn.missingScopes(SECOND)).containsExactly(topics);
		}
	}

	@Test
	void whoIsRefusedEverythingIsRefusedAtTheSignInAndMissesNoScope(@TempDir Path folder) throws IOException {
		Path key = Files.writeString(folder.resolve("key.json"), this.classroom.serviceAccountKeyJson());
		GoogleSignIn signIn = new GoogleSignIn((school) -> delegated(key, "nobody@example.org"));
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> signIn.missingScopes(FIRST));
	}

	@Test
	void aTroubleOfTheTokenEndpointMayPass() throws IOException {
		GoogleSignIn signIn = new GoogleSignIn((school) -> refresh(this.classroom.refreshTokenClient()));
		this.faults.add(Fault.next("POST", "/token", 1, Effect.answer(503, "text/html", "<html></html>", null)));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> signIn.bearer(FIRST));
		assertThat(signIn.bearer(FIRST)).isNotBlank();
	}

	@Test
	void aKeyThatCannotBeReadIsRefusedAndNamesTheSetting(@TempDir Path folder) {
		GoogleSignIn signIn = new GoogleSignIn((school) -> delegated(folder.resolve("none.json"), "a@example.org"));
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> signIn.bearer(FIRST))
			.withMessageContaining("service-account-key");
	}

	private ClassroomAccount refresh(RefreshTokenClient client) {
		return new ClassroomAccount(null, null, client.clientId(), client.clientSecret(), client.refreshToken(),
				this.classroom.tokenUri().toString());
	}

	private static ClassroomAccount delegated(Path key, String subject) {
		return new ClassroomAccount(key, subject, null, null, null, null);
	}

	private String courses(String token) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.classroom.url() + "/v1/courses"))
			.header("Authorization", "Bearer " + token)
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

}
