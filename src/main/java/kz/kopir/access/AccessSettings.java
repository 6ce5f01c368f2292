package kz.kopir.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign in to the management endpoint and the console, and how. A password itself
 * is never in the settings, only its bcrypt hash.
 *
 * @param users the users by the name to sign in with
 * @param signIn when signing in is refused for a while
 * @param tls who speaks TLS with those who come over a network
 * @param proxies addresses of proxies in front of the gateway, from which it takes who
 * asks and whether that came over TLS; only with {@link Tls#PROXY}
 */
@Validated
@ConfigurationProperties("kopir.manage")
record AccessSettings(@DefaultValue Map<String, @Valid User> users, @Valid @DefaultValue SignIn signIn,
		@DefaultValue("here") Tls tls, @NotEmpty @DefaultValue( {
				"127.0.0.1", "::1" }) List<String> proxies){

	/**
	 * One user.
	 *
	 * @param passwordHash the bcrypt hash of the password
	 * @param passwordFile a file whose first line is the bcrypt hash, instead of
	 * {@code password-hash}
	 * @param roles what the user may do
	 * @param language in which the console speaks to the user
	 * @param email address of the user's account elsewhere, for OpenID Connect
	 */
	record User(@Nullable String passwordHash, @Nullable Path passwordFile, @NotEmpty @DefaultValue Set<Role> roles,
			@Pattern(regexp = "kk|ru|en") @DefaultValue("kk") String language, @Nullable String email) {

		/**
		 * Leaves out the hash and the address: this text may reach a log.
		 */
		@Override
		public String toString() {
			return "User" + this.roles;
		}

	}

	/**
	 * When signing in is refused for a while.
	 *
	 * @param failures wrong passwords after which a user is locked out
	 * @param lockout for how long, counted from the last wrong one
	 * @param perMinute wrong passwords that one address may give in a minute, whoever it
	 * wants to be
	 */
	record SignIn(@Min(1) @DefaultValue("5") int failures,
			@DurationMin(seconds = 1) @DefaultValue("15m") Duration lockout,
			@Min(1) @DefaultValue("30") int perMinute) {
	}

	/** Who speaks TLS. */
	enum Tls {

		/**
		 * The gateway itself, with {@code server.ssl}; or nobody, on this machine only.
		 */
		HERE,

		/** A proxy in front of it. */
		PROXY

	}

}
