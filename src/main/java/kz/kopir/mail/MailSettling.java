package kz.kopir.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of mails whose fate is not known, before any of them is sent
 * again. Gmail's sent mails tell; an SMTP server cannot be asked.
 */
public class MailSettling {

	private static final Logger logger = LoggerFactory.getLogger(MailSettling.class);

	/** Parameters of the component that are no texts, or not always there. */
	private static final String LABELS = "CamelGoogleMail.labelIds";

	private static final String METADATA = "CamelGoogleMail.metadataHeaders";

	private static final String PAGE_TOKEN = "CamelGoogleMail.pageToken";

	private static final Set<String> HEADERS = Set.of(MailHead.MAIL_ID.toLowerCase(Locale.ROOT), "message-id");

	private final MailSettings settings;

	private final Outbox outbox;

	private final MailAttempts attempts;

	private final MailChannel channel;

	private final MailOutcomes outcomes;

	private final GmailAnswers gmail;

	private final Clock clock;

	MailSettling(MailSettings settings, Outbox outbox, MailAttempts attempts, MailChannel channel,
			MailOutcomes outcomes, GmailAnswers gmail, Clock clock) {
		this.settings = settings;
		this.outbox = outbox;
		this.attempts = attempts;
		this.channel = channel;
		this.outcomes = outcomes;
		this.gmail = gmail;
		this.clock = clock;
	}

	/**
	 * Whether there is anything to look up now. What went through an SMTP server is left
	 * to a person at once.
	 */
	public boolean inDoubt(MailRun run) {
		boolean lookUp = false;
		for (OutboxMail mail : this.outbox.ambiguous(run.getSchool())) {
			if (this.settings.transport() == Transport.GMAIL && this.attempts.wentBy(mail, Transport.GMAIL)) {
				lookUp = true;
			}
			else {
				this.outcomes.doubtful(mail, reason(mail));
			}
		}
		return lookUp && this.channel.isOpen(run.getSchool(), this.clock.instant());
	}

	/** Begins a search. */
	public SentSearch search(MailRun run) {
		List<OutboxMail> ambiguous = this.outbox.ambiguous(run.getSchool());
		long first = this.attempts.firstOf(run.getSchool(), ambiguous);
		return new SentSearch(run, ambiguous, this.attempts.knownSince(run.getSchool(), first),
				this.attempts.acceptedBefore(run.getSchool(), first));
	}

	/** Whether another page must be read. */
	public boolean unfinished(SentSearch search) {
		return !search.isEnded();
	}

	/** Says which page is asked for. */
	public void page(SentSearch search, Exchange exchange) {
		exchange.getMessage().removeHeaders("*");
		exchange.getMessage().setBody(null);
		exchange.getMessage().setHeader(LABELS, List.of("SENT"));
		if (search.pageToken() != null) {
			exchange.getMessage().setHeader(PAGE_TOKEN, search.pageToken());
		}
	}

	/**
	 * Takes a page.
	 * @return Gmail's ids of the mails whose header must be read
	 */
	public List<String> listed(SentSearch search, ListMessagesResponse page) {
		List<Message> messages = (page.getMessages() != null) ? page.getMessages() : List.of();
		return search.listed(messages.stream().map(Message::getId).toList(), page.getNextPageToken());
	}

	/** Says what is asked for of one mail. */
	public void header(Exchange exchange) {
		exchange.getMessage().removeHeaders("*");
		exchange.getMessage().setHeader(METADATA, List.of(MailHead.MAIL_ID, "Message-ID"));
	}

	/** Takes the header of one mail. */
	public void read(SentSearch search, Message message) {
		Set<String> names = new HashSet<>();
		if (message.getPayload() != null && message.getPayload().getHeaders() != null) {
			for (MessagePartHeader header : message.getPayload().getHeaders()) {
				if (HEADERS.contains(String.valueOf(header.getName()).toLowerCase(Locale.ROOT))) {
					names.add(String.valueOf(header.getValue()));
				}
			}
		}
		search.read(message.getId(), names);
	}

	/**
	 * Draws the conclusions. What is not there is due again only after the grace time: a
	 * mail may show up late.
	 */
	public void settle(SentSearch search) {
		Instant now = this.clock.instant();
		for (OutboxMail mail : search.wanted()) {
			String gmailId = search.found(mail);
			if (gmailId != null) {
				this.outcomes.found(mail, gmailId);
			}
			else if (mail.attemptedAt() != null && now.isAfter(mail.attemptedAt().plus(this.settings.grace()))) {
				if (search.isComplete()) {
					this.outbox.notThere(mail);
					logger.info("school={} mail={} code=MAIL_NOT_THERE it is due again", mail.school(), mail);
				}
				else {
					this.outcomes.doubtful(mail, reason(mail));
				}
			}
		}
	}

	/**
	 * The search failed. If Gmail does not let the gateway look, it never will; in all
	 * other cases it is tried again, and nothing is sent until then.
	 */
	public void failed(SentSearch search, @Nullable Exception failure) {
		Verdict verdict = this.gmail.judge(failure);
		logger.warn("school={} code=MAIL_NOT_SETTLED what={}", search.school(), verdict.answer());
		boolean forbidden = this.gmail.forbidsReading(failure);
		for (OutboxMail mail : search.wanted()) {
			String gmailId = search.found(mail);
			if (gmailId != null) {
				this.outcomes.found(mail, gmailId);
			}
			else if (forbidden) {
				this.outcomes.doubtful(mail, verdict.answer());
			}
		}
		if (!forbidden) {
			this.outcomes.closed(search.school(), verdict);
		}
	}

	private static String reason(OutboxMail mail) {
		return (mail.failure() != null) ? mail.failure() : "no answer";
	}

}
