package kz.kopir.rehearsal.http;

/**
 * What a stand-in does with a call. Called by many threads at a time.
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answers one call.
	 * @param call the call as it came in
	 * @return the answer; an exception instead becomes a 500 with its text
	 */
	Answer handle(Call call);

}
