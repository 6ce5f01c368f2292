package kz.kopir.rehearsal.google;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How the stand-in for Google behaves where Google's behaviour is not settled, is
 * configurable, or is a nuisance that a client has to live with.
 *
 * @param port the port on 127.0.0.1, 0 for any that is free
 * @param clock what tokens and quotas are timed by, and what an assertion's {@code iat}
 * and {@code exp} are held against. Clients sign by the system's clock, so this is it,
 * except where a test moves it
 * @param pageSize most items on a page, 1 or more; rosters have 30, which cannot be
 * changed
 * @param pageQuirks whether some pages are short and some are empty but carry a token
 * @param tokenLifetime how long a bearer token works
 * @param allowedScopes full names of the scopes that an administrator allowed the service
 * account and that users granted the OAuth client
 * @param queriesPerUser requests per user and minute, null for no limit. Google's is
 * 1,200
 * @param queriesPerClient requests per client and minute, null for no limit. Google's is
 * 3,000
 * @param explicitZeroGrade whether a grade of 0 is shown as 0 (which Google's wording
 * suggests); otherwise it is left out and the history is silent too
 * @param unknownFields whether answers have fields that no published contract knows
 * @param unknownEnumValues whether some coursework types and submission states have
 * values that no published contract knows
 * @param aliases aliases of courses by course id, each with its prefix {@code d:} or
 * {@code p:}
 */
public record ClassroomSettings(int port, Clock clock, int pageSize, boolean pageQuirks, Duration tokenLifetime,
		Set<String> allowedScopes, @Nullable Integer queriesPerUser, @Nullable Integer queriesPerClient,
		boolean explicitZeroGrade, boolean unknownFields, boolean unknownEnumValues,
		Map<String, List<String>> aliases) {

	public ClassroomSettings {
		if (pageSize < 1) {
			throw new IllegalArgumentException("A page has 1 or more items, not " + pageSize);
		}
		if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
			throw new IllegalArgumentException("A token lives for some time, not for " + tokenLifetime);
		}
		Quotas.requireLimit(queriesPerUser);
		Quotas.requireLimit(queriesPerClient);
		aliases.values().stream().flatMap(List::stream).forEach(ClassroomSettings::requireAlias);
		allowedScopes = Set.copyOf(allowedScopes);
		aliases = Map.copyOf(aliases);
	}

	/**
	 * Any free port, the system's clock, pages of 100 without quirks, tokens of an hour,
	 * every scope that only reads and those to send mail and look after it, no quotas, an
	 * explicit 0, fields from the future but no values from the future, no aliases.
	 */
	public static ClassroomSettings defaults() {
		return new ClassroomSettings(0, Clock.systemUTC(), 100, false, Duration.ofHours(1), Scopes.allowed(), null,
				null, true, true, false, Map.of());
	}

	/** These settings with another port. */
	public ClassroomSettings withPort(int value) {
		return new ClassroomSettings(value, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade,
				this.unknownFields, this.unknownEnumValues, this.aliases);
	}

	/** These settings with another clock. */
	public ClassroomSettings withClock(Clock value) {
		return new ClassroomSettings(this.port, value, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade,
				this.unknownFields, this.unknownEnumValues, this.aliases);
	}

	/** These settings with other pages. */
	public ClassroomSettings withPages(int size, boolean quirks) {
		return new ClassroomSettings(this.port, this.clock, size, quirks, this.tokenLifetime, this.allowedScopes,
				this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade, this.unknownFields,
				this.unknownEnumValues, this.aliases);
	}

	/** These settings with another lifetime of bearer tokens. */
	public ClassroomSettings withTokenLifetime(Duration value) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, value, this.allowedScopes,
				this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade, this.unknownFields,
				this.unknownEnumValues, this.aliases);
	}

	/** These settings with other allowed scopes, by their full names. */
	public ClassroomSettings withAllowedScopes(Set<String> value) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime, value,
				this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade, this.unknownFields,
				this.unknownEnumValues, this.aliases);
	}

	/** These settings with other quotas per minute; null for no limit. */
	public ClassroomSettings withQuotas(@Nullable Integer perUser, @Nullable Integer perClient) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, perUser, perClient, this.explicitZeroGrade, this.unknownFields,
				this.unknownEnumValues, this.aliases);
	}

	/** These settings with a grade of 0 shown or left out. */
	public ClassroomSettings withExplicitZeroGrade(boolean value) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, this.queriesPerUser, this.queriesPerClient, value, this.unknownFields,
				this.unknownEnumValues, this.aliases);
	}

	/** These settings with or without fields and values from the future. */
	public ClassroomSettings withFuture(boolean fields, boolean enumValues) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade, fields,
				enumValues, this.aliases);
	}

	/** These settings with other aliases. */
	public ClassroomSettings withAliases(Map<String, List<String>> value) {
		return new ClassroomSettings(this.port, this.clock, this.pageSize, this.pageQuirks, this.tokenLifetime,
				this.allowedScopes, this.queriesPerUser, this.queriesPerClient, this.explicitZeroGrade,
				this.unknownFields, this.unknownEnumValues, value);
	}

	private static void requireAlias(String alias) {
		if (!alias.startsWith("d:") && !alias.startsWith("p:")) {
			throw new IllegalArgumentException(
					"A course's alias begins with d: (domain) or p: (project), unlike " + alias);
		}
	}

}
