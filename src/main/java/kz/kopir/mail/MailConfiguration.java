package kz.kopir.mail;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;

import kz.kopir.problem.Problems;
import kz.kopir.run.RunLocks;
import kz.kopir.staff.StaffBook;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelContextConfiguration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts together what the routes ask of this package.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	@Bean
	MailAttempts mailAttempts(JdbcTemplate template) {
		return new MailAttempts(template);
	}

	@Bean
	MailChannel mailChannel(JdbcTemplate template) {
		return new MailChannel(template);
	}

	@Bean
	Outbox outbox(JdbcTemplate template, MailAttempts attempts, TransactionOperations transactions, Clock clock) {
		return new Outbox(template, attempts, transactions, clock);
	}

	@Bean
	MailProblems mailProblems(Problems problems) {
		return new MailProblems(problems);
	}

	@Bean
	GmailAnswers gmailAnswers(@Qualifier("realClock") Clock realClock) {
		return new GmailAnswers(realClock);
	}

	@Bean
	MailOutcomes mailOutcomes(Outbox outbox, MailChannel channel, MailProblems problems, GmailAnswers gmail,
			TransactionOperations transactions, Clock clock) {
		return new MailOutcomes(outbox, channel, problems, gmail, transactions, clock);
	}

	@Bean
	MailSettling mailSettling(MailSettings settings, Outbox outbox, MailAttempts attempts, MailChannel channel,
			MailOutcomes outcomes, GmailAnswers gmail, Clock clock) {
		return new MailSettling(settings, outbox, attempts, channel, outcomes, gmail, clock);
	}

	@Bean
	MailSources mailSources(Problems problems, Outbox outbox, StaffBook staff, MailFacts facts,
			@Value("${kopir.console-url}") URI console, ZoneId zone) {
		SchoolLetters letters = new SchoolLetters(problems, outbox, staff, facts, zone);
		return new MailSources(letters, letters, letters, new MimeLetters(facts, console, zone), letters);
	}

	@Bean
	MailRuns mailRuns(MailSettings settings, RunLocks locks, Outbox outbox, MailAttempts attempts, MailChannel channel,
			MailOutcomes outcomes, MailProblems problems, MailSources sources, Clock clock, ZoneId zone) {
		return new MailRuns(settings, locks, outbox, attempts, channel, outcomes, problems, sources, clock, zone);
	}

	@Bean
	GmailMessages gmailMessages() {
		return new GmailMessages();
	}

	@Bean
	SmtpMessages smtpMessages() {
		return new SmtpMessages();
	}

	@Bean
	CamelContextConfiguration gmailComponents(MailSettings settings) {
		return new CamelContextConfiguration() {

			@Override
			public void beforeApplicationStart(CamelContext camel) {
				GmailComponents.add(camel, settings);
			}

			@Override
			public void afterApplicationStart(CamelContext camel) {
				// Nothing of this waits for the routes.
			}

		};
	}

	@Bean
	ComponentCustomizer smtpComponent(MailSettings settings) {
		return ComponentCustomizer.forType(MailComponent.class,
				(component) -> SmtpServer.configure(component, settings));
	}

}
