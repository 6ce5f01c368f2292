package kz.kopir.access;

import java.util.Collection;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Finds the user of an account elsewhere by its address, which the provider must have
 * verified. Whoever is not in the settings is refused: an account of the school's domain
 * alone is no right to see children's data.
 */
final class AccountSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

	/** Tells the login page that the account is not known. */
	static final String UNKNOWN_ACCOUNT = "unknown_account";

	private final Users users;

	AccountSignIn(Users users) {
		this.users = users;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcIdToken token = request.getIdToken();
		String email = token.getEmail();
		if (email == null || !Boolean.TRUE.equals(token.getEmailVerified())) {
			throw unknown();
		}
		GatewayUser user = this.users.byEmail(email).orElseThrow(AccountSignIn::unknown);
		return new NamedOidcUser(user.name(), Users.authorities(user), token);
	}

	private static OAuth2AuthenticationException unknown() {
		return new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN_ACCOUNT));
	}

	/** The account under the name that the settings, the policy and the audit know. */
	private static final class NamedOidcUser extends DefaultOidcUser {

		private static final long serialVersionUID = 1L;

		private final String name;

		NamedOidcUser(String name, Collection<? extends GrantedAuthority> authorities, OidcIdToken token) {
			super(authorities, token);
			this.name = name;
		}

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public boolean equals(Object other) {
			return super.equals(other) && other instanceof NamedOidcUser named && named.name.equals(this.name);
		}

		@Override
		public int hashCode() {
			return super.hashCode();
		}

		/** Without the claims, which hold name and address. */
		@Override
		public String toString() {
			return "NamedOidcUser[" + this.name + "]";
		}

	}

}
