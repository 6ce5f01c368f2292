package kz.kopir.zoom.report;

import java.util.Map;

import kz.kopir.problem.ProblemCode;

/**
 * A report file that cannot be used as it is. The message says what is the matter and
 * what to do; it holds nothing of the file but a header.
 */
public class ReportRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final ProblemCode code;

	private final String header;

	private ReportRefused(ProblemCode code, String message, String header) {
		super(message);
		this.code = code;
		this.header = header;
	}

	static ReportRefused file(String message) {
		return new ReportRefused(ProblemCode.REPORT_REFUSED, message, "");
	}

	static ReportRefused dates() {
		return new ReportRefused(ProblemCode.REPORT_DATES_AMBIGUOUS,
				"Day and month cannot be told apart. Say which comes first, or set dates of year-month-day in the Zoom "
						+ "profile and download the report again.",
				"");
	}

	static ReportRefused header(String header) {
		return new ReportRefused(ProblemCode.REPORT_HEADER_UNKNOWN,
				"The column «" + header + "» is not known. Say once what it means; it is remembered.", header);
	}

	/** The problem that it is. */
	public ProblemCode code() {
		return this.code;
	}

	/** Details for the problem's texts. */
	Map<String, String> details(String file) {
		return Map.of("file", file, "reason", String.valueOf(getMessage()), "header", this.header);
	}

}
