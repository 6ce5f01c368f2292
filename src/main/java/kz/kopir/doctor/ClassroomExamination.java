package kz.kopir.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.classroom.Classroom;
import kz.kopir.classroom.Listing;
import kz.kopir.run.RunContext;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.Course;
import kz.kopir.school.SchoolId;

/**
 * What Google lets the gateway see of a school.
 *
 * @param school the school
 * @param calls asks Classroom
 */
record ClassroomExamination(SchoolId school, OutsideCalls calls) implements Examination {

	/** Courses may be empty at the beginning of a year. */
	private static final int COURSES_LOOKED_AT = 5;

	@Override
	public List<Check> checks() {
		return List.of(Check.CLASSROOM_SIGN_IN, Check.CLASSROOM_SCOPES, Check.CLASSROOM_COURSES,
				Check.CLASSROOM_ADDRESSES);
	}

	@Override
	public void examine(Findings findings) {
		if (mayEnter(findings)) {
			List<Course> courses = courses(findings);
			if (!courses.isEmpty()) {
				addresses(courses, findings);
			}
		}
	}

	private boolean mayEnter(Findings findings) {
		List<String> missing;
		try {
			missing = classroom().missingScopes(this.school);
		}
		catch (SignInRefusedException ex) {
			findings.wrong(Check.CLASSROOM_SIGN_IN, Ailment.CLASSROOM_REFUSES,
					Map.of("answer", String.valueOf(ex.getMessage())));
			return false;
		}
		catch (IOException ex) {
			findings.wrong(Check.CLASSROOM_SIGN_IN, Ailment.CLASSROOM_AWAY, Map.of("answer", Answers.of(ex)));
			return false;
		}
		findings.fine(Check.CLASSROOM_SIGN_IN, "");
		if (!missing.isEmpty()) {
			findings.wrong(Check.CLASSROOM_SCOPES, Ailment.SCOPES_MISSING,
					Map.of("scopes", String.join(", ", missing)));
			return false;
		}
		findings.fine(Check.CLASSROOM_SCOPES, "");
		return true;
	}

	private List<Course> courses(Findings findings) {
		try {
			List<Course> courses = read(classroom().courses());
			if (courses.isEmpty()) {
				findings.wrong(Check.CLASSROOM_COURSES, Ailment.NO_COURSES, Map.of());
			}
			else {
				findings.fine(Check.CLASSROOM_COURSES, courses.size());
			}
			return courses;
		}
		catch (Exception ex) {
			findings.wrong(Check.CLASSROOM_COURSES, Ailment.COURSES_UNREADABLE, Map.of("answer", Answers.of(ex)));
			return List.of();
		}
	}

	private void addresses(List<Course> courses, Findings findings) {
		try {
			for (Course course : courses.subList(0, Math.min(courses.size(), COURSES_LOOKED_AT))) {
				List<ClassroomUser> pupils = read(classroom().pupils(course));
				if (!pupils.isEmpty()) {
					long shown = pupils.stream().filter((pupil) -> pupil.email() != null).count();
					if (shown == 0) {
						findings.wrong(Check.CLASSROOM_ADDRESSES, Ailment.ADDRESSES_HIDDEN, Map.of());
					}
					else {
						findings.fine(Check.CLASSROOM_ADDRESSES, shown + "/" + pupils.size());
					}
					return;
				}
			}
		}
		catch (Exception ex) {
			findings.wrong(Check.CLASSROOM_ADDRESSES, Ailment.PUPILS_UNREADABLE, Map.of("answer", Answers.of(ex)));
		}
	}

	@SuppressWarnings("unchecked")
	private <T> List<T> read(Listing<T> listing) throws Exception {
		RunContext run = this.calls.run(this.school);
		return this.calls.ask(run, OutsideSystem.CLASSROOM, "direct:classroom-list", listing, Listing.class).records();
	}

	private Classroom classroom() {
		return this.calls.world().classroom();
	}

}
