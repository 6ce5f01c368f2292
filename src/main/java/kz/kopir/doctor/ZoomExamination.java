package kz.kopir.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomCollection;

/**
 * What Zoom lets the gateway see of a school. A school without an app in its settings
 * works with report files, and nothing is looked at.
 *
 * @param school the school
 * @param used whether the settings name an app
 * @param calls asks Zoom
 */
record ZoomExamination(SchoolId school, boolean used, OutsideCalls calls) implements Examination {

	@Override
	public List<Check> checks() {
		return List.of(Check.ZOOM_SIGN_IN, Check.ZOOM_SCOPES, Check.ZOOM_LICENCES);
	}

	@Override
	public void examine(Findings findings) {
		if (!this.used) {
			return;
		}
		Zoom zoom = this.calls.world().zoom();
		RunContext run = this.calls.run(this.school);
		ZoomCollection collection = zoom.collect(run, List.of());
		try {
			this.calls.ask(run, OutsideSystem.ZOOM, "direct:zoom-check", collection, Object.class);
		}
		catch (SignInRefusedException ex) {
			findings.wrong(Check.ZOOM_SIGN_IN, Ailment.ZOOM_REFUSES, Map.of("answer", String.valueOf(ex.getMessage())));
			return;
		}
		catch (Exception ex) {
			findings.wrong(Check.ZOOM_SIGN_IN, Ailment.ZOOM_AWAY, Map.of("answer", Answers.of(ex)));
			return;
		}
		findings.fine(Check.ZOOM_SIGN_IN, "");
		tell(collection, zoom, findings);
	}

	private void tell(ZoomCollection collection, Zoom zoom, Findings findings) {
		Optional<Problem> scopes = collection.problems()
			.stream()
			.filter((problem) -> problem.code() == ProblemCode.ZOOM_SCOPE_MISSING)
			.findFirst();
		if (scopes.isPresent()) {
			findings.wrong(Check.ZOOM_SCOPES, Ailment.ZOOM_SCOPES_MISSING, scopes.get().details());
			return;
		}
		findings.fine(Check.ZOOM_SCOPES, "");
		Optional<Problem> unread = collection.problems().stream().findFirst();
		long without = zoom.withoutLicence(this.school);
		if (unread.isPresent()) {
			findings.wrong(Check.ZOOM_LICENCES, Ailment.USERS_UNREADABLE, unread.get().details());
		}
		else if (without > 0) {
			findings.wrong(Check.ZOOM_LICENCES, Ailment.USERS_WITHOUT_LICENCE,
					Map.of("count", String.valueOf(without)));
		}
		else {
			findings.fine(Check.ZOOM_LICENCES, "");
		}
	}

}
