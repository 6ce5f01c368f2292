package kz.kopir.zoom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for Zoom. There is no refresh token: a new token is asked for a minute
 * before the old one ends, by one call at a time however many wait for it.
 */
final class ZoomSignIn {

	private static final Duration EARLY = Duration.ofSeconds(60);

	private static final int USUAL_SECONDS = 3600;

	private final Function<SchoolId, ZoomAccount> accounts;

	private final TokenExchange exchange;

	private final Clock clock;

	private final Map<SchoolId, Token> tokens = new ConcurrentHashMap<>();

	ZoomSignIn(Function<SchoolId, ZoomAccount> accounts, TokenExchange exchange, Clock clock) {
		this.accounts = accounts;
		this.exchange = exchange;
		this.clock = clock;
	}

	/**
	 * A token to send, with the scopes that it allows.
	 * @throws IOException when the endpoint fails in a way that may pass
	 * @throws SignInRefusedException when Zoom refuses the app
	 */
	Token token(SchoolId school) throws IOException {
		try {
			return this.tokens.compute(school, (key, known) -> (known != null && isFresh(known)) ? known : ask(key));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** Forgets a token that was refused, unless another call has renewed it meanwhile. */
	void invalidate(SchoolId school, @Nullable String refused) {
		this.tokens.computeIfPresent(school, (key, known) -> known.text().equals(refused) ? null : known);
	}

	private boolean isFresh(Token token) {
		return token.ends().minus(EARLY).isAfter(this.clock.instant());
	}

	private Token ask(SchoolId school) {
		try {
			JsonNode answer = this.exchange.token(this.accounts.apply(school));
			String text = answer.path("access_token").asText("");
			if (text.isEmpty()) {
				throw new SignInRefusedException(OutsideSystem.ZOOM, "Zoom's token endpoint answers without a token. "
						+ "Check kopir.zoom.token-url and that the app of school " + school + " is activated.");
			}
			Set<String> scopes = Arrays.stream(answer.path("scope").asText("").trim().split("\\s+"))
				.filter((scope) -> !scope.isEmpty())
				.collect(Collectors.toUnmodifiableSet());
			return new Token(text, this.clock.instant().plusSeconds(answer.path("expires_in").asInt(USUAL_SECONDS)),
					scopes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A token; its text form is not the token.
	 *
	 * @param text what is sent
	 * @param ends when it is not valid any more
	 * @param scopes what it allows
	 */
	record Token(String text, Instant ends, Set<String> scopes) {

		@Override
		public String toString() {
			return "Token[until " + this.ends + "]";
		}

	}

}
