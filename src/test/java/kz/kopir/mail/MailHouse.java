package kz.kopir.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.RunLocks;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of mails, as their file stands, without the gateway around them.
 */
final class MailHouse implements AutoCloseable {

	static final Instant REAL_NOW = Instant.parse("2026-11-29T10:00:00Z");

	private static final String NEVER = "0 0 0 1 1 ? 2098";

	final TestDatabase database = TestDatabases.sqlite();

	final DrivenClock clock = new DrivenClock();

	final SampleSchool school = new SampleSchool();

	final DefaultCamelContext camel = new DefaultCamelContext();

	final Outbox outbox;

	final MailOutcomes outcomes;

	private final Problems problems = new Problems(this.database.template(), this.database.transactions(), this.clock);

	private final RunLocks locks;

	private MailHouse(MailSettings settings, Properties properties) {
		MailAttempts attempts = new MailAttempts(this.database.template());
		MailChannel channel = new MailChannel(this.database.template());
		this.locks = new RunLocks(this.database.template(), Clock.systemUTC(), "node-1");
		this.outbox = new Outbox(this.database.template(), attempts, this.database.transactions(), this.clock);
		MailProblems mailProblems = new MailProblems(this.problems);
		GmailAnswers gmail = new GmailAnswers(Clock.fixed(REAL_NOW, ZoneOffset.UTC));
		this.outcomes = new MailOutcomes(this.outbox, channel, mailProblems, gmail, this.database.transactions(),
				this.clock);
		this.camel.getShutdownStrategy().setTimeout(1);
		this.camel.getRegistry()
			.bind("mailRuns", new MailRuns(settings, this.locks, this.outbox, attempts, channel, this.outcomes,
					mailProblems, this.school.sources(), this.clock, this.clock.getZone()));
		this.camel.getRegistry().bind("mailOutcomes", this.outcomes);
		this.camel.getRegistry()
			.bind("mailSettling",
					new MailSettling(settings, this.outbox, attempts, channel, this.outcomes, gmail, this.clock));
		this.camel.getRegistry().bind("gmailMessages", new GmailMessages());
		this.camel.getRegistry().bind("smtpMessages", new SmtpMessages());
		GmailComponents.add(this.camel, settings);
		MailComponent smtp = new MailComponent(this.camel);
		SmtpServer.configure(smtp, settings);
		this.camel.addComponent("smtp", smtp);
		this.camel.getPropertiesComponent().setInitialProperties(properties);
	}

	static MailHouse gmail(GmailServer server) {
		return gmail(server, account(server.url() + "/token"));
	}

	static MailHouse gmail(GmailServer server, GmailAccount account) {
		return gmail(server, account, 2000);
	}

	static MailHouse gmail(GmailServer server, GmailAccount account, int messagesPerDay) {
		return new MailHouse(settings(Transport.GMAIL, server.url(), account, messagesPerDay,
				new SmtpAccount(SmtpAccount.Security.NONE, null, null)), properties(25))
			.start();
	}

	static MailHouse smtp(int port, SmtpAccount account) {
		return new MailHouse(settings(Transport.SMTP, "http://127.0.0.1:1", null, 2000, account), properties(port))
			.start();
	}

	/** With other settings of the routes. */
	static MailHouse gmail(GmailServer server, Map<String, String> routes) {
		Properties properties = properties(25);
		properties.putAll(routes);
		return new MailHouse(settings(Transport.GMAIL, server.url(), account(server.url() + "/token"), 2000,
				new SmtpAccount(SmtpAccount.Security.NONE, null, null)), properties)
			.start();
	}

	static GmailAccount account(String tokenUri) {
		return new GmailAccount(null, "client", "s3cret-of-the-client", "s3cret-refresh-token", tokenUri);
	}

	private static MailSettings settings(Transport transport, String url, GmailAccount account, int messagesPerDay,
			SmtpAccount smtp) {
		return new MailSettings(transport,
				Map.of(SampleSchool.SCHOOL, new MailAccount("kopir@school.example", "Көпір", account)), smtp, url,
				Duration.ofSeconds(2), Duration.ofMillis(700), messagesPerDay, Duration.ofMinutes(10), 7);
	}

	private static Properties properties(int smtpPort) {
		Properties properties = new Properties();
		properties.put("kopir.mail.cron", NEVER);
		properties.put("kopir.mail.messages-per-minute", "1000");
		properties.put("kopir.mail.smtp.host", "127.0.0.1");
		properties.put("kopir.mail.smtp.port", String.valueOf(smtpPort));
		return properties;
	}

	private MailHouse start() {
		try {
			PluginHelper.getRoutesLoader(this.camel)
				.loadRoutes(ResourceHelper.resolveResource(this.camel, "file:routes/mail.camel.yaml"));
			this.camel.start();
			return this;
		}
		catch (Exception ex) {
			close();
			throw new AssertionError(ex);
		}
	}

	/** An empty outbox, and a school with nothing to tell. */
	void begin() {
		this.database.emptyButForLocks();
		this.school.begin();
	}

	/** What the schedule does at this time. */
	void runAt(String time) {
		this.clock.set("2026-11-20T" + time);
		run();
	}

	void run() {
		Exchange exchange = this.camel.createFluentProducerTemplate()
			.to("direct:mail-run")
			.withBody(SampleSchool.SCHOOL)
			.send();
		assertThat(exchange.getException()).isNull();
	}

	List<OutboxMail> mails() {
		return this.outbox.latest(SampleSchool.SCHOOL, 100);
	}

	OutboxMail mailTo(String person) {
		return mails().stream().filter((mail) -> mail.person().equals(person)).findFirst().orElseThrow();
	}

	List<StoredProblem> problems() {
		return this.problems.open(SampleSchool.SCHOOL);
	}

	List<ProblemCode> codes() {
		return problems().stream().map(StoredProblem::code).toList();
	}

	@Override
	public void close() {
		this.camel.stop();
		this.locks.close();
		this.database.close();
	}

}
