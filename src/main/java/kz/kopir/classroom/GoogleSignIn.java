package kz.kopir.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.google.auth.Retryable;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.school.SchoolId;

/**
 * Bearer tokens for Classroom, one credential per school. Credentials of a service
 * account are derived anew from the key for each school: a delegated credential made from
 * one that already holds a token would keep the other person's token.
 */
final class GoogleSignIn {

	/** Reading is all that is ever asked for. */
	static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/classroom.courses.readonly",
			"https://www.googleapis.com/auth/classroom.rosters.readonly",
			"https://www.googleapis.com/auth/classroom.profile.emails",
			"https://www.googleapis.com/auth/classroom.coursework.students.readonly",
			"https://www.googleapis.com/auth/classroom.courseworkmaterials.readonly",
			"https://www.googleapis.com/auth/classroom.topics.readonly");

	private final Function<SchoolId, ClassroomAccount> accounts;

	private final Map<SchoolId, OAuth2Credentials> credentials = new ConcurrentHashMap<>();

	GoogleSignIn(Function<SchoolId, ClassroomAccount> accounts) {
		this.accounts = accounts;
	}

	/**
	 * A token that is valid now. A key that Google no longer takes is read anew once: it
	 * may have been replaced since.
	 * @throws IOException when the token endpoint fails in a way that may pass
	 * @throws SignInRefusedException when Google refuses the credentials
	 */
	String bearer(SchoolId school) throws IOException {
		OAuth2Credentials known = this.credentials.get(school);
		if (known != null) {
			try {
				return token(known);
			}
			catch (IOException ex) {
				if (!isRefusal(ex)) {
					throw ex;
				}
				this.credentials.remove(school, known);
			}
		}
		OAuth2Credentials fresh = this.credentials.computeIfAbsent(school, this::create);
		try {
			return token(fresh);
		}
		catch (IOException ex) {
			if (!isRefusal(ex)) {
				throw ex;
			}
			this.credentials.remove(school, fresh);
			throw refused(school);
		}
	}

	private static String token(OAuth2Credentials credential) throws IOException {
		credential.refreshIfExpired();
		AccessToken token = credential.getAccessToken();
		if (token == null) {
			throw new IOException("Google's token endpoint answered without a token.");
		}
		return token.getTokenValue();
	}

	private static boolean isRefusal(IOException failure) {
		return failure instanceof Retryable retryable && !retryable.isRetryable();
	}

	/**
	 * Scopes that the credentials of a school may not use. Google refuses a service
	 * account all of them when one is missing, so each is asked for by itself.
	 * @throws IOException when the token endpoint fails in a way that may pass
	 * @throws SignInRefusedException when Google refuses the credentials whatever they
	 * ask for
	 */
	List<String> missingScopes(SchoolId school) throws IOException {
		List<String> missing = new ArrayList<>();
		if (this.accounts.apply(school).serviceAccountKey() == null) {
			bearer(school);
			AccessToken token = this.credentials.computeIfAbsent(school, this::create).getAccessToken();
			// an answer that names no scopes says nothing of them
			if (token != null && !token.getScopes().isEmpty()) {
				missing.addAll(SCOPES);
				missing.removeAll(token.getScopes());
			}
			return missing;
		}
		for (String scope : SCOPES) {
			try {
				token(delegated(school, List.of(scope)));
			}
			catch (IOException ex) {
				if (!isRefusal(ex)) {
					throw ex;
				}
				missing.add(scope);
			}
		}
		if (missing.size() == SCOPES.size()) {
			throw refused(school);
		}
		return missing;
	}

	private static SignInRefusedException refused(SchoolId school) {
		return new SignInRefusedException(OutsideSystem.CLASSROOM, "Google refuses the credentials of school " + school
				+ ". Check that the key or refresh token is still valid, that domain-wide delegation allows these "
				+ "scopes: " + String.join(" ", SCOPES) + ", and that the administrator exists.");
	}

	/** Forgets the token that Classroom no longer accepts. */
	void invalidate(SchoolId school) {
		this.credentials.remove(school);
	}

	/** Who acts, for Classroom's quota per user. */
	String user(SchoolId school) {
		ClassroomAccount account = this.accounts.apply(school);
		return (account.subject() != null) ? account.subject() : school.value();
	}

	private OAuth2Credentials create(SchoolId school) {
		ClassroomAccount account = this.accounts.apply(school);
		if (account.serviceAccountKey() == null) {
			UserCredentials.Builder builder = UserCredentials.newBuilder()
				.setClientId(account.clientId())
				.setClientSecret(account.clientSecret())
				.setRefreshToken(account.refreshToken());
			if (account.tokenUri() != null) {
				builder.setTokenServerUri(URI.create(account.tokenUri()));
			}
			return builder.build();
		}
		return delegated(school, SCOPES);
	}

	private GoogleCredentials delegated(SchoolId school, List<String> scopes) {
		ClassroomAccount account = this.accounts.apply(school);
		try (InputStream key = Files.newInputStream(account.serviceAccountKey())) {
			GoogleCredentials pristine = ServiceAccountCredentials.fromStream(key);
			return pristine.createScoped(scopes).createDelegated(account.subject());
		}
		catch (IOException ex) {
			throw new SignInRefusedException(OutsideSystem.CLASSROOM,
					"The service account key of school " + school + " cannot be read from the file that "
							+ "service-account-key names. Download the key as JSON and check the path and its rights.");
		}
	}

}
