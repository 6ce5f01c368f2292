package kz.kopir.sync;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is known of the results of all forms of control, made anew by each run.
 *
 */
public class ControlBook {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	ControlBook(JdbcTemplate template, TransactionOperations transactions) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.transactions = transactions;
	}

	/**
	 * Takes what a run found out about a class group.
	 * @param read courses that were read to their end: what is not among the items is
	 * gone there, unless it is kept
	 * @param kept courseworks, as {@link EntryKey#source()}, that were not looked at and
	 * stay as they are
	 */
	void save(SchoolId school, ClassGroupId classGroup, Collection<String> read, Set<String> kept,
			List<ControlItem> items, List<SummativeScoreRow> scores, List<TermPreview> previews) {
		this.transactions.executeWithoutResult((status) -> {
			for (ControlItem known : items(school, classGroup.value())) {
				if (read.contains(known.course()) && !kept.contains(known.course() + "/" + known.coursework())) {
					delete(known);
				}
			}
			savePreviews(school, classGroup, previews);
			this.template.batchUpdate(ControlItemRow.INSERT, items.stream().map(ControlItemRow::of).toList());
			this.template.batchUpdate("""
					insert into summative_score (school, class_group, course, coursework, pupil, position, name, wanted,
						standing, state)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					""",
					scores.stream()
						.map((score) -> new @Nullable Object[] { school.value(), classGroup.value(), score.course(),
								score.coursework(), score.pupil().value(), score.position(), score.name(),
								score.wanted(), score.standing(), score.state() })
						.toList());
		});
	}

	/** Previews are of one term: those of terms before stay as they were last. */
	private void savePreviews(SchoolId school, ClassGroupId classGroup, List<TermPreview> previews) {
		previews.stream()
			.mapToInt(TermPreview::term)
			.distinct()
			.forEach((term) -> this.jdbc
				.sql("delete from term_preview where school = :school and class_group = :classGroup and term = :term")
				.param("school", school.value())
				.param("classGroup", classGroup.value())
				.param("term", term)
				.update());
		this.template.batchUpdate("""
				insert into term_preview (school, class_group, subject, subject_name, term, pupil, percent_by_sum,
					mark_by_sum, percent_by_mean, mark_by_mean)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""",
				previews.stream()
					.map((one) -> new Object[] { school.value(), classGroup.value(), one.subject().id().value(),
							one.subject().name(), one.term(), one.pupil().value(),
							one.preview().bySum().percent().toPlainString(), one.preview().bySum().mark(),
							one.preview().byMean().percent().toPlainString(), one.preview().byMean().mark() })
					.toList());
	}

	/** What the marks of a term would be in a class group. */
	public List<TermPreviewRow> previews(SchoolId school, String classGroup, int term) {
		return this.jdbc.sql("""
				select * from term_preview where school = :school and class_group = :classGroup and term = :term
				order by subject_name, pupil
				""")
			.param("school", school.value())
			.param("classGroup", classGroup)
			.param("term", term)
			.query((row, number) -> new TermPreviewRow(row.getString("subject_name"), row.getInt("term"),
					new PupilId(row.getString("pupil")), new BigDecimal(row.getString("percent_by_sum")),
					row.getInt("mark_by_sum"), new BigDecimal(row.getString("percent_by_mean")),
					row.getInt("mark_by_mean")))
			.list();
	}

	private void delete(ControlItem item) {
		for (String table : List.of("summative_score", "control_item")) {
			this.jdbc.sql("delete from " + table
					+ " where school = :school and class_group = :classGroup and course = :course and coursework = :coursework")
				.param("school", item.school().value())
				.param("classGroup", item.classGroup())
				.param("course", item.course())
				.param("coursework", item.coursework())
				.update();
		}
	}

	/** A graded coursework; in one of its class groups, when it is in several. */
	Optional<ControlItem> item(SchoolId school, String course, String coursework) {
		return this.jdbc.sql("""
				select * from control_item where school = :school and course = :course and coursework = :coursework
				order by class_group limit 1
				""")
			.param("school", school.value())
			.param("course", course)
			.param("coursework", coursework)
			.query(ControlItemRow::read)
			.optional();
	}

	/** The items of a class group. */
	public List<ControlItem> items(SchoolId school, String classGroup) {
		return this.jdbc.sql("""
				select * from control_item where school = :school and class_group = :classGroup
				order by subject_name, day, coursework
				""").param("school", school.value()).param("classGroup", classGroup).query(ControlItemRow::read).list();
	}

	/** The items of a school from a day to a day, both included. */
	public List<ControlItem> items(SchoolId school, LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select * from control_item where school = :school and day between :from and :to
				order by class_group_name, subject_name, day, coursework
				""")
			.param("school", school.value())
			.param("from", DatabaseTime.toColumn(from))
			.param("to", DatabaseTime.toColumn(to))
			.query(ControlItemRow::read)
			.list();
	}

	/**
	 * The scores of the БЖБ and ТЖБ of a class group, in the journal's order of pupils.
	 */
	public List<SummativeScoreRow> scores(SchoolId school, String classGroup) {
		return this.jdbc.sql("""
				select * from summative_score where school = :school and class_group = :classGroup
				order by position, pupil
				""").param("school", school.value()).param("classGroup", classGroup).query(ControlBook::score).list();
	}

	/** Names of pupils by id. */
	Map<String, String> pupilNames(SchoolId school) {
		Map<String, String> names = new HashMap<>();
		this.jdbc.sql("select distinct pupil, name from summative_score where school = :school")
			.param("school", school.value())
			.query((row, number) -> names.put(row.getString("pupil"), row.getString("name")))
			.list();
		return names;
	}

	/** The scores of a coursework that wait because they are late. */
	List<SummativeScoreRow> late(SchoolId school, String course, String coursework) {
		return this.jdbc.sql("""
				select * from summative_score where school = :school and course = :course and coursework = :coursework
				and state = 'late' order by pupil
				""")
			.param("school", school.value())
			.param("course", course)
			.param("coursework", coursework)
			.query(ControlBook::score)
			.list();
	}

	private static SummativeScoreRow score(ResultSet row, int number) throws SQLException {
		return new SummativeScoreRow(row.getString("course"), row.getString("coursework"),
				new PupilId(row.getString("pupil")), row.getInt("position"), row.getString("name"),
				ControlItemRow.number(row, "wanted"), ControlItemRow.number(row, "standing"), row.getString("state"));
	}

	/** What stood in the workbook before, by the text of the entry's key. */
	Map<String, String> handedOver(SchoolId school, ClassGroupId classGroup) {
		Map<String, String> handedOver = new HashMap<>();
		scores(school, classGroup.value()).stream()
			.filter((score) -> score.state().equals("handed-over"))
			.forEach((score) -> handedOver.put(
					"summative/" + score.course() + "/" + score.coursework() + "/" + score.pupil(),
					String.valueOf(score.wanted())));
		return handedOver;
	}

	/** Days of ТЖБ in the class of a subgroup, or in the subgroups of a class. */
	List<LocalDate> termSummativesElsewhere(SchoolId school, ClassGroup classGroup) {
		ClassGroupId parent = classGroup.parent();
		return this.jdbc.sql("""
				select day from control_item where school = :school and kind = 'term_summative'
				and (class_group = :parent or class_group_parent = :classGroup)
				""")
			.param("school", school.value())
			.param("parent", (parent != null) ? parent.value() : "")
			.param("classGroup", classGroup.id().value())
			.query((row, number) -> LocalDate.parse(row.getString("day")))
			.list();
	}

}
