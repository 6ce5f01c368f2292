package kz.kopir.mail;

import java.util.List;
import java.util.Map;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;

/**
 * What persons have to know of mails that do not go out. Each problem closes by itself
 * when a mail goes the way that it speaks of.
 */
final class MailProblems {

	private static final String RUN = Problems.NO_RUN + "mail";

	private static final String CHANNEL = "mail:channel";

	private static final String ITSELF = "mail:run";

	private final Problems problems;

	MailProblems(Problems problems) {
		this.problems = problems;
	}

	/** No mail goes out. */
	void closed(SchoolId school, ProblemCode code, String answer) {
		report(school, RUN, code, CHANNEL, Map.of("answer", answer), List.of());
	}

	/** Nothing can be sent to a person. */
	void refused(OutboxMail mail, ProblemCode code, String answer) {
		report(mail.school(), run(mail), code, person(mail),
				Map.of("person", mail.person(), "answer", answer, "mail", mail.id()), lines(mail));
	}

	/** Nobody knows whether a mail arrived, and it cannot be found out. */
	void doubtful(OutboxMail mail, String answer) {
		report(mail.school(), run(mail), ProblemCode.MAIL_DOUBTFUL, itself(mail),
				Map.of("person", mail.person(), "date", mail.day().toString(), "mail", mail.id(), "answer", answer),
				lines(mail));
	}

	/** The look at what is due failed itself. */
	void failed(SchoolId school, String failure) {
		report(school, RUN, ProblemCode.RUN_FAILED, ITSELF, Map.of("flow", MailRuns.FLOW, "failure", failure),
				List.of());
	}

	/** It came to its end. */
	void worked(SchoolId school) {
		close(school, ITSELF);
	}

	/** A mail was accepted. */
	void sent(OutboxMail mail) {
		open(mail.school());
		close(mail.school(), person(mail));
		decided(mail);
	}

	/** The mail service takes mails. */
	void open(SchoolId school) {
		close(school, CHANNEL);
	}

	/** A person decided about a mail, or it turned out what became of it. */
	void decided(OutboxMail mail) {
		close(mail.school(), itself(mail));
	}

	private void close(SchoolId school, String subject) {
		this.problems.replace(school, RUN, subject, List.of());
	}

	private void report(SchoolId school, String run, ProblemCode code, String subject, Map<String, String> details,
			List<Problem.Line> lines) {
		this.problems.report(school, run, new Problem(code, subject, null, null, null, details, lines));
	}

	private static List<Problem.Line> lines(OutboxMail mail) {
		return List.of(new Problem.Line("mail/" + mail.id(), mail.kind() + " " + mail.day()));
	}

	/** Of its own for each mail, so that a problem names the latest one only. */
	private static String run(OutboxMail mail) {
		return RUN + "-" + mail.id();
	}

	private static String person(OutboxMail mail) {
		return "mail:person/" + mail.person();
	}

	private static String itself(OutboxMail mail) {
		return "mail:" + mail.id();
	}

}
