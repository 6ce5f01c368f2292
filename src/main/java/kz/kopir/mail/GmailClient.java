package kz.kopir.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpStatusCodes;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.auth.Retryable;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import org.apache.camel.CamelContext;
import org.apache.camel.component.google.mail.GoogleMailClientFactory;
import org.jspecify.annotations.Nullable;

/**
 * The client of one sender's mailbox. It signs in when it is used first, so that an
 * outage of the token endpoint keeps nothing from starting, and it never repeats a call
 * by itself, except once with a new token: what answers with 401 was not done.
 */
final class GmailClient implements GoogleMailClientFactory, HttpRequestInitializer {

	/** To send, and to look up what became of a mail. No mail's content can be read. */
	static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/gmail.send",
			"https://www.googleapis.com/auth/gmail.metadata");

	private final GmailAccount account;

	private final String sender;

	private final MailSettings settings;

	private @Nullable OAuth2Credentials credentials;

	GmailClient(GmailAccount account, String sender, MailSettings settings) {
		this.account = account;
		this.sender = sender;
		this.settings = settings;
	}

	@Override
	public Gmail makeClient(String clientId, String clientSecret, Collection<String> scopes, String applicationName,
			String refreshToken, String accessToken) {
		String url = this.settings.gmailUrl();
		return new Gmail.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), this)
			.setApplicationName("kopir")
			.setRootUrl(url.endsWith("/") ? url : url + "/")
			.build();
	}

	@Override
	public Gmail makeClient(CamelContext camel, String serviceAccountKey, Collection<String> scopes,
			String applicationName, String delegate) {
		return makeClient("", "", scopes, applicationName, "", "");
	}

	@Override
	public void initialize(HttpRequest request) throws IOException {
		authorize(request);
		request.setConnectTimeout(Math.toIntExact(this.settings.connectTimeout().toMillis()));
		request.setReadTimeout(Math.toIntExact(this.settings.responseTimeout().toMillis()));
		request.setFollowRedirects(false);
		request.setUnsuccessfulResponseHandler((refused, response, mayRepeat) -> {
			if (response.getStatusCode() != HttpStatusCodes.STATUS_CODE_UNAUTHORIZED) {
				return false;
			}
			// the token is not used again in any case
			forget();
			authorize(refused);
			refused.setUnsuccessfulResponseHandler(null);
			return mayRepeat;
		});
	}

	private void authorize(HttpRequest request) throws IOException {
		OAuth2Credentials current = current();
		try {
			new HttpCredentialsAdapter(current).initialize(request);
		}
		catch (IOException ex) {
			boolean refused = ex instanceof Retryable retryable && !retryable.isRetryable();
			if (refused) {
				// a key that was replaced since is read with the next attempt
				forget();
			}
			throw new GmailSignInException(refused);
		}
	}

	private synchronized OAuth2Credentials current() throws GmailSignInException {
		if (this.credentials == null) {
			Path key = this.account.serviceAccountKey();
			this.credentials = (key == null || this.account.refreshToken() != null) ? ofUser() : ofServiceAccount(key);
		}
		return this.credentials;
	}

	private synchronized void forget() {
		this.credentials = null;
	}

	private OAuth2Credentials ofUser() {
		UserCredentials.Builder builder = UserCredentials.newBuilder()
			.setClientId(this.account.clientId())
			.setClientSecret(this.account.clientSecret())
			.setRefreshToken(this.account.refreshToken());
		if (this.account.tokenUri() != null) {
			builder.setTokenServerUri(URI.create(this.account.tokenUri()));
		}
		return builder.build();
	}

	private OAuth2Credentials ofServiceAccount(Path file) throws GmailSignInException {
		try (InputStream key = Files.newInputStream(file)) {
			return ServiceAccountCredentials.fromStream(key)
				.toBuilder()
				.setScopes(SCOPES)
				.setServiceAccountUser(this.sender)
				// the outbox repeats, and knows when
				.setDefaultRetriesEnabled(false)
				.build();
		}
		catch (IOException ex) {
			throw new GmailSignInException(true);
		}
	}

}
