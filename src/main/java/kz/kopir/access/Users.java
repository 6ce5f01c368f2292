package kz.kopir.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The users of the settings.
 */
public final class Users {

	private static final String PREFIX = "ROLE_";

	private final Map<String, GatewayUser> byName = new LinkedHashMap<>();

	Users(Collection<GatewayUser> users) {
		users.forEach((user) -> this.byName.put(user.name(), user));
	}

	/** All users, in the order of the settings. */
	public List<GatewayUser> all() {
		return List.copyOf(this.byName.values());
	}

	/** The user of a name, as {@link java.security.Principal#getName()} gives it. */
	public Optional<GatewayUser> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	/** The user of an address, whatever its case. */
	Optional<GatewayUser> byEmail(String email) {
		String wanted = email.strip().toLowerCase(Locale.ROOT);
		return this.byName.values().stream().filter((user) -> wanted.equals(user.email())).findFirst();
	}

	static Set<GrantedAuthority> authorities(GatewayUser user) {
		return user.roles().stream().map(Users::authority).collect(Collectors.toSet());
	}

	static GrantedAuthority authority(Role role) {
		return new SimpleGrantedAuthority(PREFIX + role.name());
	}

}
