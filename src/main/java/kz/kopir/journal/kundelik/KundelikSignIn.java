package kz.kopir.journal.kundelik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for Kundelik. A refresh token may be good for one use only, so at most
 * one refresh per school is under way, and a new refresh token is on disk before the
 * access token that came with it is used.
 */
final class KundelikSignIn {

	private final Function<SchoolId, KundelikAccount> accounts;

	private final TokenExchange exchange;

	private final Map<SchoolId, String> tokens = new ConcurrentHashMap<>();

	/**
	 * @param accounts the account of each school
	 * @param exchange sends the request to {@code /v2/authorizations}
	 */
	KundelikSignIn(Function<SchoolId, KundelikAccount> accounts, TokenExchange exchange) {
		this.accounts = accounts;
		this.exchange = exchange;
	}

	/**
	 * A token to send.
	 * @throws IOException when the endpoint fails in a way that may pass
	 * @throws SignInRefusedException when Kundelik refuses the refresh token, or when it
	 * cannot be read or kept
	 */
	String token(SchoolId school) throws IOException {
		try {
			return this.tokens.computeIfAbsent(school, this::refresh);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** Forgets a token that was refused, unless another call has renewed it meanwhile. */
	void invalidate(SchoolId school, @Nullable String refused) {
		if (refused != null) {
			this.tokens.remove(school, refused);
		}
	}

	private String refresh(SchoolId school) {
		KundelikAccount account = this.accounts.apply(school);
		Path file = account.refreshTokenFile();
		ObjectNode request = Json.mapper().createObjectNode();
		request.put("grant_type", "RefreshToken");
		request.put("refreshToken", read(school, file));
		request.put("client_id", account.clientId());
		request.put("client_secret", account.clientSecret());
		JsonNode answer = send(request);
		String token = answer.path("accessToken").asText("");
		if (token.isEmpty()) {
			throw new SignInRefusedException(OutsideSystem.JOURNAL,
					"Kundelik does not accept the refresh token of school " + school
							+ ". Sign in once more as the school's service account and put the new "
							+ "refresh token into " + file + ".");
		}
		String renewed = answer.path("refreshToken").asText("");
		if (!renewed.isEmpty()) {
			write(school, file, renewed);
		}
		return token;
	}

	private JsonNode send(JsonNode request) {
		try {
			return this.exchange.send(request);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(SchoolId school, Path file) {
		try {
			return Files.readString(file).trim();
		}
		catch (IOException ex) {
			throw new SignInRefusedException(OutsideSystem.JOURNAL, "The refresh token of school " + school
					+ " cannot be read from " + file + ". Create the file with the token as its only line.");
		}
	}

	/** An administrator who looks by hand must not take the file from the gateway. */
	private static void keepOwner(Path file, Path next) throws IOException {
		if (!Files.getOwner(next).equals(Files.getOwner(file))) {
			Files.setOwner(next, Files.getOwner(file));
		}
	}

	private static void write(SchoolId school, Path file, String token) {
		Path next = file.resolveSibling(file.getFileName() + ".new");
		try {
			Files.writeString(next, token, StandardCharsets.UTF_8);
			if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
				keepOwner(file, next);
			}
			Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new SignInRefusedException(OutsideSystem.JOURNAL,
					"The new refresh token of school " + school + " cannot be kept in " + file
							+ ". Make the file and its folder writable for the gateway and "
							+ "sign in once more: the old token may be spent.");
		}
	}

}
