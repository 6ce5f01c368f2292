package kz.kopir.setup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.digest.WeekFigures;
import kz.kopir.mail.MailFacts;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.run.RunStore;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.SchoolBook;
import kz.kopir.sync.Timeliness;

import org.springframework.stereotype.Component;

/**
 * What mails need to know of a school, from those who know it.
 */
@Component
class MailFactsOfSchools implements MailFacts {

	private static final int WEEKS = 8;

	private final KopirSettings settings;

	private final SchoolBook schools;

	private final RunStore runs;

	private final Timeliness timeliness;

	private final ZoneId zone;

	MailFactsOfSchools(KopirSettings settings, SchoolBook schools, RunStore runs, Timeliness timeliness, ZoneId zone) {
		this.settings = settings;
		this.schools = schools;
		this.runs = runs;
		this.timeliness = timeliness;
		this.zone = zone;
	}

	@Override
	public SchoolPolicy policy(SchoolId school) {
		return this.schools.rules(school).policy();
	}

	@Override
	public SchoolCalendar calendar(SchoolId school) {
		return this.schools.rules(school).calendar();
	}

	@Override
	public String name(SchoolId school) {
		KopirSettings.School settings = this.settings.schools().get(school.value());
		String name = (settings != null) ? settings.name() : null;
		return (name != null) ? name : school.value();
	}

	@Override
	public Map<ClassGroupId, String> classGroups(SchoolId school) {
		return this.runs.classGroupNames(school);
	}

	@Override
	public List<WeekFigures> weeks(SchoolId school, Instant now) {
		LocalDate from = LocalDate.ofInstant(now, this.zone).minusWeeks(WEEKS);
		return this.timeliness.weeks(school, from)
			.stream()
			.map((week) -> new WeekFigures(week.monday(), week.inTime() + week.late() + week.overdue(), week.inTime(),
					week.late(), week.overdue()))
			.toList();
	}

}
