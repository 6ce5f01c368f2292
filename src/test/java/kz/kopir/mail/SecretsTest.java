package kz.kopir.mail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import kz.kopir.call.Calls;
import kz.kopir.digest.LetterKind;
import kz.kopir.mail.GmailServer.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No secret, no address and nothing that a mail says gets into a log, an exception, a
 * problem or the outbox, whatever the mail service answers.
 */
class SecretsTest {

	private static final String CONTENT = "Серік Асанов 7 балл алды";

	private static final List<String> PLANTED = List.of("s3cret", "@school.example", "Асанов", "Күннің", "token-1",
			"p-1 болды");

	@Test
	void whatEveryFaultSaysStaysWithTheFault() {
		List<String> told = new ArrayList<>();
		try (GmailServer gmail = new GmailServer(); MailHouse house = MailHouse.gmail(gmail)) {
			String gossip = "t-1@school.example s3cret-refresh-token " + CONTENT;
			gmail.next("token", 503, "<html>" + gossip + "</html>")
				.next("token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + gossip + "\"}")
				.next("send", 400, GmailServer.error(400, "invalidArgument", "Invalid To header: " + gossip))
				.next("send", 403, GmailServer.error(403, gossip, gossip))
				.next("send", 500, "<html>" + gossip + "</html>")
				.next("send", Answer.acceptedBut(200, "{\"id\":7,\"raw\":\"" + gossip + "\"]"))
				.next("send", Answer.acceptedAndLost())
				.next("list", 500, GmailServer.error(500, "backendError", gossip))
				.next("list", 200, "{\"messages\":{\"id\":\"" + gossip + "\"}}")
				.next("get", 403, GmailServer.error(403, "insufficientPermissions", gossip));
			listening(told, () -> {
				for (String person : List.of("t-1", "t-2", "t-3", "it")) {
					house.school.tells(LetterKind.DAILY, person, "p-1");
				}
				for (int hour = 8; hour < 22; hour++) {
					house.runAt("%02d:00".formatted(hour));
					house.runAt("%02d:30".formatted(hour));
					house.problems()
						.forEach((problem) -> told.add(problem.subject() + problem.texts() + problem.lines()));
					house.mails().forEach((mail) -> told.add(mail + " " + mail.failure()));
				}
			});
			assertThat(gmail.isToldNothingMore()).as("every fault was met").isTrue();
			assertThat(house.mails()).extracting(OutboxMail::state)
				.as("something went wrong for each")
				.doesNotContain(MailState.DUE, MailState.SENDING);
		}
		assertThat(told).hasSizeGreaterThan(50);
		assertThat(told).filteredOn((line) -> PLANTED.stream().anyMatch(line::contains)).isEmpty();
	}

	@Test
	void aBodyThatIsNoMailIsRefusedBeforeTheComponentThatWouldPrintItAndItsSettings() {
		List<String> told = new ArrayList<>();
		try (GmailServer gmail = new GmailServer(); MailHouse house = MailHouse.gmail(gmail)) {
			listening(told, () -> {
				for (String way : List.of("direct:mail-gmail", "direct:mail-smtp")) {
					for (Object body : new Object[] { CONTENT, CONTENT.getBytes(), null }) {
						Exchange exchange = house.camel.createFluentProducerTemplate()
							.to(way)
							.withExchangeProperty("dispatch", Dispatch.none())
							.withBody(body)
							.send();
						assertThat(Calls.cause(exchange.getException())).isInstanceOf(MailBodyRefused.class);
						told.add(printed(exchange.getException()));
					}
				}
			});
			assertThat(gmail.requests).isEmpty();
		}
		assertThat(told).anyMatch((line) -> line.contains("hands over a String where a mail is expected"));
		assertThat(told).filteredOn((line) -> PLANTED.stream().anyMatch(line::contains)).isEmpty();
	}

	@Test
	void theComponentItselfHoldsNothingThatItCouldPrint() {
		try (GmailServer gmail = new GmailServer(); MailHouse house = MailHouse.gmail(gmail)) {
			Exchange exchange = house.camel.createFluentProducerTemplate()
				.to("google-mail-school-1:messages/send?userId=me&inBody=content")
				.withBody("harmless")
				.send();
			assertThat(printed(exchange.getException())).contains("held-by-the-client").doesNotContain("s3cret");
		}
	}

	private static String printed(Exception failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static void listening(List<String> lines, Runnable action) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		List<Logger> talkative = Stream.of("kz.kopir", "org.apache.camel.component.google", "com.google")
			.map((name) -> (Logger) LoggerFactory.getLogger(name))
			.toList();
		AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {

			@Override
			protected void append(ILoggingEvent event) {
				String failure = (event.getThrowableProxy() != null)
						? ThrowableProxyUtil.asString(event.getThrowableProxy()) : "";
				synchronized (lines) {
					lines.add(event.getFormattedMessage() + failure);
				}
			}

		};
		listener.setContext(root.getLoggerContext());
		listener.start();
		root.addAppender(listener);
		talkative.forEach((logger) -> logger.setLevel(Level.INFO));
		talkative.get(0).setLevel(Level.DEBUG);
		try {
			action.run();
		}
		finally {
			talkative.forEach((logger) -> logger.setLevel(null));
			root.detachAppender(listener);
			listener.stop();
		}
	}

}
