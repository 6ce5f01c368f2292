package kz.kopir.doctor;

import java.util.List;
import java.util.Map;

import kz.kopir.database.DatabaseProbe;
import kz.kopir.database.DatabaseSettings;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database is there, of this version, and can be written.
 *
 * @param settings where it is
 */
record DatabaseExamination(DatabaseSettings settings) implements Examination {

	@Override
	public List<Check> checks() {
		return List.of(Check.DATABASE);
	}

	@Override
	public @Nullable SchoolId school() {
		return null;
	}

	@Override
	public void examine(Findings findings) {
		DatabaseProbe probe = DatabaseProbe.of(this.settings);
		switch (probe.state()) {
			case NEW -> findings.fine(Check.DATABASE, "");
			case AWAY -> findings.wrong(Check.DATABASE, Ailment.DATABASE_AWAY, Map.of("answer", probe.detail()));
			case NOT_WRITABLE ->
				findings.wrong(Check.DATABASE, Ailment.DATABASE_NOT_WRITABLE, Map.of("answer", probe.detail()));
			case PENDING -> findings.wrong(Check.DATABASE, Ailment.MIGRATIONS_PENDING, Map.of("count", probe.detail()));
			case FAILED -> findings.wrong(Check.DATABASE, Ailment.MIGRATION_FAILED, Map.of("version", probe.detail()));
			case NEWER -> findings.wrong(Check.DATABASE, Ailment.DATABASE_NEWER, Map.of("version", probe.detail()));
			case READY -> findings.fine(Check.DATABASE, probe.detail());
		}
	}

}
