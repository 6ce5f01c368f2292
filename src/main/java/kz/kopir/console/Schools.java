package kz.kopir.console;

import java.util.Comparator;
import java.util.List;

import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Which school a page is about.
 */
@Component
class Schools {

	private final RunTrigger trigger;

	Schools(RunTrigger trigger) {
		this.trigger = trigger;
	}

	/** All that this gateway serves, by id. */
	List<SchoolId> all() {
		return this.trigger.schools().stream().sorted(Comparator.comparing(SchoolId::value)).toList();
	}

	/** The named school, or null for all. */
	@Nullable SchoolId chosen(@Nullable String name) {
		String chosen = Chosen.of(name);
		return (chosen == null) ? null : served(chosen);
	}

	/** The named school; if none is named, the first. */
	SchoolId oneOf(@Nullable String name) {
		SchoolId chosen = chosen(name);
		return (chosen == null) ? all().get(0) : chosen;
	}

	private SchoolId served(String name) {
		SchoolId school = new SchoolId(name);
		if (!this.trigger.schools().contains(school)) {
			throw ConsoleRefused.notFound("refused.school");
		}
		return school;
	}

}
