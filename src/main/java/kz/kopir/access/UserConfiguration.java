package kz.kopir.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import kz.kopir.audit.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The users. There is no default password: only the rehearsal, which holds no real
 * child's data, makes one up for each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class UserConfiguration {

	static final String MAKE_A_HASH = """
			Make a hash of a password of your own: java -jar kopir.jar hash-password
			(it asks for the password and prints the hash). Then name a user in the settings:
			  kopir.manage.users.<name>.password-file  a file with the hash as its first line, or
			  kopir.manage.users.<name>.password-hash  the hash itself, best from the environment
			  kopir.manage.users.<name>.roles          some of viewer, operator, approver, data-viewer
			and start again. Only the rehearsal profile starts without one.""";

	private static final int GENERATED_BYTES = 15;

	/** The users of a rehearsal: one who may do everything, and one for each job. */
	private static final Map<String, Set<Role>> REHEARSAL = rehearsal();

	private static Map<String, Set<Role>> rehearsal() {
		Map<String, Set<Role>> users = new LinkedHashMap<>();
		users.put("kopir", EnumSet.allOf(Role.class));
		users.put("viewer", EnumSet.of(Role.VIEWER));
		users.put("operator", EnumSet.of(Role.VIEWER, Role.OPERATOR));
		users.put("approver", EnumSet.of(Role.VIEWER, Role.APPROVER, Role.DATA_VIEWER));
		users.put("data-viewer", EnumSet.of(Role.VIEWER, Role.DATA_VIEWER));
		return users;
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder();
	}

	@Bean
	ManageAccess manageAccess(AccessSettings settings, Environment environment) {
		if (!settings.users().isEmpty()) {
			return new ManageAccess(List.copyOf(settings.users().keySet()), null);
		}
		if (!environment.acceptsProfiles(Profiles.of("rehearsal"))) {
			throw new AccessUnusable("Nobody may sign in to the gateway: the settings name no user. Without one "
					+ "nobody could look after it.", MAKE_A_HASH);
		}
		byte[] random = new byte[GENERATED_BYTES];
		new SecureRandom().nextBytes(random);
		return new ManageAccess(List.copyOf(REHEARSAL.keySet()), Base64.getUrlEncoder().encodeToString(random));
	}

	@Bean
	Users users(AccessSettings settings) {
		List<GatewayUser> users = new ArrayList<>();
		settings.users()
			.forEach((name, user) -> users.add(new GatewayUser(name, user.roles(), user.language(), email(user))));
		if (users.isEmpty()) {
			REHEARSAL.forEach((name, roles) -> users.add(new GatewayUser(name, roles, "kk", null)));
		}
		return new Users(users);
	}

	private static @Nullable String email(AccessSettings.User user) {
		String email = user.email();
		return (email == null || email.isBlank()) ? null : email.strip().toLowerCase(Locale.ROOT);
	}

	@Bean
	GuardedSignIn guardedSignIn(AccessSettings settings, ManageAccess access, Users users, PasswordEncoder encoder,
			ObjectProvider<ClientRegistrationRepository> elsewhere, Audit audit, Clock clock) {
		Map<String, String> hashes = new PasswordHashes(elsewhere.getIfAvailable() != null).of(settings.users());
		String generated = access.generatedPassword();
		if (generated != null) {
			String hash = encoder.encode(generated);
			access.users().forEach((name) -> hashes.put(name, String.valueOf(hash)));
		}
		return new GuardedSignIn(users, hashes, encoder, new SignInGuard(settings.signIn(), users, clock), audit,
				clock);
	}

}
