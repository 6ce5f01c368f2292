package kz.kopir.mail;

import kz.kopir.school.SchoolId;
import org.apache.camel.CamelContext;
import org.apache.camel.component.google.mail.GoogleMailComponent;
import org.apache.camel.component.google.mail.GoogleMailConfiguration;

/**
 * A component of Google Mail for each school, because one keeps a single client:
 * {@code google-mail-<school>}. It holds no secret: it prints its settings when something
 * fails.
 */
final class GmailComponents {

	private static final String PLACEHOLDER = "held-by-the-client";

	private GmailComponents() {
	}

	static String name(SchoolId school) {
		return "google-mail-" + school;
	}

	/** Adds the components of all schools that send through Gmail. */
	static void add(CamelContext camel, MailSettings settings) {
		settings.accounts().forEach((school, account) -> {
			if (account.gmail() != null) {
				camel.addComponent(name(school),
						component(camel, new GmailClient(account.gmail(), account.sender(), settings)));
			}
		});
	}

	private static GoogleMailComponent component(CamelContext camel, GmailClient client) {
		GoogleMailConfiguration configuration = new GoogleMailConfiguration();
		// the component asks for them, the client does not
		configuration.setClientId(PLACEHOLDER);
		configuration.setClientSecret(PLACEHOLDER);
		configuration.setScopes(String.join(",", GmailClient.SCOPES));
		configuration.setApplicationName("kopir");
		GoogleMailComponent component = new GoogleMailComponent(camel);
		component.setConfiguration(configuration);
		component.setClientFactory(client);
		return component;
	}

}
