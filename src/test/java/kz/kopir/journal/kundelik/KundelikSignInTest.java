package kz.kopir.journal.kundelik;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KundelikSignInTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	@TempDir
	private Path folder;

	private Path file;

	private final AtomicInteger asked = new AtomicInteger();

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.folder.resolve("refresh-token"), " first \n");
	}

	@Test
	void theNewRefreshTokenIsOnDiskBeforeTheAccessTokenIsUsed() throws IOException {
		KundelikSignIn signIn = signIn((request) -> {
			assertThat(request.path("refreshToken").asText()).isEqualTo("first");
			assertThat(request.path("grant_type").asText()).isEqualTo("RefreshToken");
			return answer("access", "second");
		});
		assertThat(signIn.token(SCHOOL)).isEqualTo("access");
		assertThat(this.file).hasContent("second");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.file))).isEqualTo("rw-------");
	}

	@Test
	void whereTheRefreshTokenStaysItsFileStays() throws IOException {
		assertThat(signIn((request) -> answer("access", "")).token(SCHOOL)).isEqualTo("access");
		assertThat(this.file).hasContent(" first ");
	}

	@Test
	void manyCallsAtOnceRenewOnce() throws Exception {
		CountDownLatch together = new CountDownLatch(4);
		KundelikSignIn signIn = signIn((request) -> answer("access-" + this.asked.incrementAndGet(), "next"));
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<String>> calls = IntStream.range(0, 4).<Callable<String>>mapToObj((i) -> () -> {
				together.countDown();
				together.await();
				return signIn.token(SCHOOL);
			}).toList();
			for (Future<String> call : threads.invokeAll(calls)) {
				assertThat(call.get()).isEqualTo("access-1");
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void aTokenThatAnotherCallRenewedMeanwhileIsKept() throws IOException {
		KundelikSignIn signIn = signIn((request) -> answer("access-" + this.asked.incrementAndGet(), ""));
		String first = signIn.token(SCHOOL);
		signIn.invalidate(SCHOOL, first);
		String second = signIn.token(SCHOOL);
		signIn.invalidate(SCHOOL, first);
		assertThat(signIn.token(SCHOOL)).isEqualTo(second).isEqualTo("access-2");
		signIn.invalidate(SCHOOL, null);
		assertThat(signIn.token(SCHOOL)).isEqualTo(second);
	}

	@Test
	void aTroubleThatMayPassIsNoRefusal() throws IOException {
		KundelikSignIn signIn = signIn((request) -> {
			if (this.asked.incrementAndGet() == 1) {
				throw new IOException("503");
			}
			return answer("access", "");
		});
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> signIn.token(SCHOOL)).withMessage("503");
		assertThat(signIn.token(SCHOOL)).isEqualTo("access");
	}

	@Test
	void aFileThatCannotBeReadNamesItself() throws IOException {
		Files.delete(this.file);
		assertThatExceptionOfType(SignInRefusedException.class)
			.isThrownBy(() -> signIn((request) -> answer("access", "")).token(SCHOOL))
			.withMessageContaining(this.file.toString())
			.withMessageContaining("Create the file");
	}

	@Test
	void aNewTokenThatCannotBeKeptIsNotUsed() throws IOException {
		KundelikSignIn signIn = signIn((request) -> {
			// a folder in the place of the file that is written next
			Files.createDirectory(this.folder.resolve("refresh-token.new"));
			return answer("access", "second");
		});
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> signIn.token(SCHOOL))
			.withMessageContaining("cannot be kept")
			.withMessageNotContaining("second");
	}

	@Test
	void anAnswerWithoutATokenIsARefusal() {
		assertThatExceptionOfType(SignInRefusedException.class)
			.isThrownBy(() -> signIn((request) -> Json.mapper().createObjectNode()).token(SCHOOL))
			.withMessageContaining("school-1")
			.withMessageNotContaining("secret");
	}

	private KundelikSignIn signIn(TokenExchange exchange) {
		return new KundelikSignIn((school) -> new KundelikAccount(1, "client", "secret", this.file), exchange);
	}

	private static JsonNode answer(String access, String refresh) {
		return Json.mapper().createObjectNode().put("accessToken", access).put("refreshToken", refresh);
	}

}
