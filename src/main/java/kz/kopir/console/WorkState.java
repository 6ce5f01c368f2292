package kz.kopir.console;

import java.time.Instant;
import java.util.Locale;

import kz.kopir.summative.SummativeStage;
import kz.kopir.sync.ControlItem;
import org.jspecify.annotations.Nullable;

/**
 * How a graded work stands on the map of a term; the later the more it needs somebody.
 */
enum WorkState {

	/** No grade was given back yet, and none is missing. */
	PLANNED("○"),

	/** A person keeps it out of the journal, with a reason. */
	EXCLUDED("–"),

	/** Every grade stands in the journal. */
	IN_JOURNAL("✓"),

	/** Grades were given back that do not stand in the journal yet. */
	GRADED("●"),

	/** The same, and the school's day of publication is over. */
	OVERDUE("▲"),

	/** The same, and the journal takes nothing for that day any more. */
	LOCKED("✕");

	private final String sign;

	WorkState(String sign) {
		this.sign = sign;
	}

	/** A sign for it, so that colour is never the only one. */
	public String sign() {
		return this.sign;
	}

	/** Its name in the style sheet. */
	public String css() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static WorkState of(ControlItem item, Instant now) {
		if (item.excluded() != null) {
			return EXCLUDED;
		}
		boolean verified = (item.stage() != null) ? item.stage() == SummativeStage.VERIFIED
				: item.graded() > 0 && item.standing() == item.graded();
		if (verified) {
			return IN_JOURNAL;
		}
		boolean awaited = item.stage() != null || item.graded() > 0;
		if (awaited && isOver(item.journalLocks(), now)) {
			return LOCKED;
		}
		if (awaited && isOver(item.onTimeUntil(), now)) {
			return OVERDUE;
		}
		return (item.graded() > 0) ? GRADED : PLANNED;
	}

	private static boolean isOver(@Nullable Instant until, Instant now) {
		return until != null && !now.isBefore(until);
	}

}
