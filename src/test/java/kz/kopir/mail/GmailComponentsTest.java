package kz.kopir.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.google.api.services.gmail.model.Message;
import kz.kopir.school.SchoolId;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GmailComponentsTest {

	@Test
	void eachSchoolSendsFromItsOwnMailbox() throws IOException {
		try (GmailServer gmail = new GmailServer(); DefaultCamelContext camel = new DefaultCamelContext()) {
			GmailComponents.add(camel,
					new MailSettings(Transport.GMAIL,
							Map.of(new SchoolId("north"), account(gmail, "token-of-north"), new SchoolId("south"),
									account(gmail, "token-of-south"), new SchoolId("post"),
									new MailAccount("kopir@post.example", "Kopir", null)),
							new SmtpAccount(SmtpAccount.Security.NONE, null, null), gmail.url() + "/",
							Duration.ofSeconds(2), Duration.ofSeconds(2), 2000, Duration.ofMinutes(10), 7));
			camel.start();
			for (String school : List.of("north", "south", "north")) {
				camel.createProducerTemplate()
					.requestBody("google-mail-" + school + ":messages/send?userId=me&inBody=content",
							new Message().encodeRaw("To: x@school.example\r\n\r\nhello\r\n".getBytes()));
			}
			assertThat(gmail.tokenRequests).hasSize(2)
				.anyMatch((form) -> form.contains("token-of-north"))
				.anyMatch((form) -> form.contains("token-of-south"));
			assertThat(gmail.tokens.get(0)).isEqualTo(gmail.tokens.get(2)).isNotEqualTo(gmail.tokens.get(1));
			assertThat(camel.hasComponent("google-mail-post")).isNull();
		}
	}

	private static MailAccount account(GmailServer gmail, String refreshToken) {
		return new MailAccount("kopir@school.example", "Kopir",
				new GmailAccount(null, "client", "secret", refreshToken, gmail.url() + "/token"));
	}

}
