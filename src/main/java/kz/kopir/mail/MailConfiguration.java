package kz.kopir.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.digest.Letter;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.RunLocks;
import kz.kopir.school.SchoolId;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelContextConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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

	/** Without anybody who decides about letters nothing is written. */
	@Bean
	MailSources mailSources(ObjectProvider<DueLetters> letters, Problems store,
			ObjectProvider<StandingProblems> problems, ObjectProvider<Addressees> recipients,
			ObjectProvider<Rendering> rendering) {
		return new MailSources(letters.getIfAvailable(() -> (school, now) -> List.of()),
				problems.getIfAvailable(() -> (school, items) -> open(store, school, items)),
				recipients.getIfAvailable(() -> (school, person) -> Optional.empty()),
				rendering.getIfAvailable(() -> (head, letter) -> {
					throw new IllegalStateException("Nobody puts letters into words");
				}));
	}

	private static Set<Letter.Item> open(Problems store, SchoolId school, Collection<Letter.Item> items) {
		Set<String> open = store.open(school).stream().map(StoredProblem::id).collect(Collectors.toSet());
		return items.stream().filter((item) -> open.contains(item.problem())).collect(Collectors.toSet());
	}

	@Bean
	MailRuns mailRuns(MailSettings settings, RunLocks locks, Outbox outbox, MailAttempts attempts, MailChannel channel,
			MailOutcomes outcomes, MailProblems problems, MailSources sources, Clock clock) {
		return new MailRuns(settings, locks, outbox, attempts, channel, outcomes, problems, sources, clock);
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
