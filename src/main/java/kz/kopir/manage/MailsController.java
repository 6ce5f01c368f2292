package kz.kopir.manage;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import kz.kopir.mail.MailNotAgain;
import kz.kopir.mail.MailOutcomes;
import kz.kopir.mail.Outbox;
import kz.kopir.mail.OutboxMail;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /mails}: what became of the mails of a school. Shows neither what they say nor
 * an address.
 */
@RestController
class MailsController {

	private static final Logger logger = LoggerFactory.getLogger(MailsController.class);

	private static final int MOST = 500;

	private final Outbox outbox;

	private final MailOutcomes outcomes;

	private final RunTrigger trigger;

	MailsController(Outbox outbox, MailOutcomes outcomes, RunTrigger trigger) {
		this.outbox = outbox;
		this.outcomes = outcomes;
		this.trigger = trigger;
	}

	@GetMapping("/mails/{school}")
	List<MailView> mails(@PathVariable String school) {
		return this.outbox.latest(served(school), MOST).stream().map(MailView::of).toList();
	}

	@PostMapping(path = "/mails/{school}/{id}/again", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> again(@PathVariable String school, @PathVariable String id, Principal user) {
		SchoolId served = served(school);
		try {
			this.outcomes.again(served, id);
		}
		catch (MailNotAgain refused) {
			throw new RequestRefused(refused.isKnown() ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND,
					String.valueOf(refused.getMessage()), "POST /mails/{school}/{id}/again",
					"GET /mails/{school} shows what became of each mail. Nothing was changed.");
		}
		logger.info("school={} mail={} user={} code=MAIL_AGAIN", served, id, user.getName());
		return ResponseEntity.noContent().build();
	}

	private SchoolId served(String school) {
		return RunArguments.school(school, this.trigger.schools());
	}

	/** A mail without its content. */
	record MailView(String id, String person, String kind, LocalDate day, String state, int attempts,
			@Nullable Instant attemptedAt, @Nullable Instant nextAttemptAt, @Nullable String failure, Instant createdAt,
			@Nullable Instant settledAt) {

		static MailView of(OutboxMail mail) {
			String state = word(mail.state());
			return new MailView(mail.id(), mail.person(), word(mail.kind()), mail.day(), state, mail.attempts(),
					mail.attemptedAt(), state.equals("due") ? mail.nextAttemptAt() : null, mail.failure(),
					mail.createdAt(), mail.settledAt());
		}

		private static String word(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}

	}

}
