package kz.kopir.rehearsal.world;

import kz.kopir.rehearsal.world.CoursePlan.Link;

/**
 * The two link tables that the rehearsal school keeps by hand.
 */
final class LinkTables {

	/** One pupil in so many has no row. */
	private static final int MISSING_EVERY = 97;

	private static final int FIRST_MISSING = 40;

	/** This pupil's row points to a pupil of another class group. */
	private static final int WRONG = 17;

	private final long seed;

	private final Classes classes;

	private final Courses courses;

	LinkTables(WorldSettings settings, Classes classes, Courses courses) {
		this.seed = settings.seed();
		this.classes = classes;
		this.courses = courses;
	}

	String courses() {
		StringBuilder csv = new StringBuilder("course_id,class_group_id,subject_id\n");
		for (CoursePlan plan : this.courses.plans()) {
			if (plan.link() == Link.TABLE) {
				csv.append(plan.facts().id())
					.append(',')
					.append(plan.facts().groupId())
					.append(',')
					.append(plan.facts().subjectId())
					.append('\n');
			}
		}
		return csv.toString();
	}

	String pupils() {
		StringBuilder csv = new StringBuilder("classroom_user,pupil_id\n");
		int count = this.classes.pupils().size();
		for (int i = 0; i < count; i++) {
			if (i % MISSING_EVERY == FIRST_MISSING) {
				continue;
			}
			PupilFacts pupil = this.classes.pupils().get(i);
			PupilFacts target = (i == WRONG) ? this.classes.pupils().get((i + count / 2) % count) : pupil;
			boolean byMail = Dice.of(this.seed, 80, i).chance(250);
			csv.append(byMail ? pupil.email() : pupil.googleId()).append(',').append(target.personId()).append('\n');
		}
		return csv.toString();
	}

}
