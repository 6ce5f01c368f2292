package kz.kopir.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in by name and password, for scripts and for the console. Whatever the reason,
 * every refusal is the same: it does not tell whether there is such a user, nor whether
 * the user is locked out. The audit knows.
 */
final class GuardedSignIn implements AuthenticationProvider {

	/**
	 * Stands for a name that nobody has. What was typed is not kept: it may be a password
	 * in the wrong field.
	 */
	static final String UNKNOWN = "unknown";

	private final Users users;

	private final Map<String, String> hashes;

	private final DaoAuthenticationProvider passwords;

	private final SignInGuard guard;

	private final ScriptSignIns scripts;

	private final Audit audit;

	GuardedSignIn(Users users, Map<String, String> hashes, PasswordEncoder encoder, SignInGuard guard, Audit audit,
			Clock clock) {
		this.users = users;
		this.hashes = Map.copyOf(hashes);
		this.passwords = new DaoAuthenticationProvider(this::details);
		this.passwords.setPasswordEncoder(encoder);
		this.guard = guard;
		this.scripts = new ScriptSignIns(clock);
		this.audit = audit;
	}

	/** The hash of a user's password. */
	UserDetails details(String name) {
		GatewayUser user = this.users.find(name).orElse(null);
		String hash = this.hashes.get(name);
		if (user == null || hash == null) {
			throw new UsernameNotFoundException("There is no such user with a password.");
		}
		return new User(user.name(), hash, List.copyOf(Users.authorities(user)));
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		String name = authentication.getName();
		String address = address(authentication);
		SignInGuard.Answer answer = this.guard.ask(name, address);
		if (answer.limited() > 0) {
			tell(name, AuditAction.SIGN_IN_LIMITED, address + " times:" + answer.limited());
		}
		switch (answer.verdict()) {
			case LIMITED -> throw refused();
			case LOCKED -> {
				tell(name, AuditAction.SIGN_IN_LOCKED, address);
				throw refused();
			}
			case GO_ON -> {
			}
		}
		return look(authentication, name, address);
	}

	private Authentication look(Authentication authentication, String name, String address) {
		try {
			Authentication signedIn = this.passwords.authenticate(authentication);
			this.guard.succeeded(name, address);
			if (authentication.getDetails() instanceof AtTheConsole || this.scripts.isNew(name, address)) {
				tell(name, AuditAction.SIGNED_IN, address);
			}
			return signedIn;
		}
		catch (AuthenticationException ex) {
			this.guard.failed(name);
			tell(name, AuditAction.SIGN_IN_REFUSED, address);
			throw refused();
		}
	}

	private void tell(String name, AuditAction action, String address) {
		this.audit.record(this.users.find(name).map(GatewayUser::name).orElse(UNKNOWN), action, null,
				"address:" + address, null);
	}

	private static BadCredentialsException refused() {
		return new BadCredentialsException("The sign-in is refused.");
	}

	private static String address(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: UNKNOWN;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	/** Says that somebody signs in by the form of the console. */
	static final class AtTheConsole extends WebAuthenticationDetails {

		private static final long serialVersionUID = 1L;

		AtTheConsole(HttpServletRequest request) {
			super(request);
		}

	}

}
