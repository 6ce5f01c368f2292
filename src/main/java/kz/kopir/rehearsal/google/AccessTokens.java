package kz.kopir.rehearsal.google;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The bearer tokens in circulation. A token stops working at the end of its lifetime.
 */
final class AccessTokens {

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Issued> issued = new ConcurrentHashMap<>();

	private final Clock clock;

	private final Duration lifetime;

	AccessTokens(Clock clock, Duration lifetime) {
		this.clock = clock;
		this.lifetime = lifetime;
	}

	String issue(Caller caller) {
		byte[] bytes = new byte[48];
		this.random.nextBytes(bytes);
		String token = "ya29." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = this.clock.instant();
		this.issued.values().removeIf((other) -> !now.isBefore(other.until()));
		this.issued.put(token, new Issued(caller, now.plus(this.lifetime)));
		return token;
	}

	/** Seconds that a new token is said to live. */
	long lifetimeSeconds() {
		return this.lifetime.toSeconds();
	}

	/**
	 * Who holds a token.
	 * @param authorization the value of the header Authorization, null when there is none
	 * @return the holder
	 * @throws ApiError 401 when there is no token, or it is unknown or has expired
	 */
	Caller holder(@Nullable String authorization) {
		Caller caller = find(authorization);
		if (caller == null) {
			throw ApiError.unauthenticated();
		}
		return caller;
	}

	/**
	 * Who holds a token.
	 * @param authorization the value of the header Authorization, null when there is none
	 * @return the holder, or null when there is no token, or it is unknown or has expired
	 */
	@Nullable Caller find(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return null;
		}
		Issued token = this.issued.get(authorization.substring(7).strip());
		return (token != null && this.clock.instant().isBefore(token.until())) ? token.caller() : null;
	}

	private record Issued(Caller caller, Instant until) {
	}

}
