package kz.kopir.rehearsal.http;

/**
 * Looks on while a stand-in answers: a test that ends its client at an exact call, a
 * check of every exchange against a contract. Runs on the thread that answers, so the
 * call waits for it. Administration calls and calls that a scripted fault answers in the
 * handler's place are not shown to {@link #after}.
 */
public interface CallObserver {

	/**
	 * Before the handler, and before any fault: nothing has taken effect yet.
	 * @param call the call
	 */
	default void before(Call call) {
	}

	/**
	 * After the handler: the call has taken effect, nothing has been sent yet.
	 * @param call the call
	 * @param answer what the handler answered, before a fault mutilates it
	 */
	default void after(Call call, Answer answer) {
	}

}
