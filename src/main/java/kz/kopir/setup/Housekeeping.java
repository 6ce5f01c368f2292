package kz.kopir.setup;

import java.time.Duration;

import kz.kopir.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done once a day, and at the start because a school's machine is off at night:
 * deletes rows of the audit that are too old, and writes the end of each chain into the
 * log.
 */
@Component("housekeeping")
class Housekeeping {

	private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

	/** A pupil of the last year is out of school before the rows are gone. */
	private static final Duration AUDIT_KEPT = Duration.ofDays(3 * 366);

	private final Audit audit;

	Housekeeping(Audit audit) {
		this.audit = audit;
	}

	/** Deletes and tells. */
	@EventListener(ApplicationReadyEvent.class)
	public void tidy() {
		int gone = this.audit.expire(AUDIT_KEPT);
		logger.info("code=AUDIT_EXPIRED rows={}", gone);
		this.audit.tellHeads();
	}

}
