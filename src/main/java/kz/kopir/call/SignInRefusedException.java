package kz.kopir.call;

/**
 * An outside system does not accept the gateway's credentials. Trying again cannot help.
 */
public class SignInRefusedException extends RuntimeException {

	private final OutsideSystem system;

	public SignInRefusedException(OutsideSystem system, String message) {
		super(message);
		this.system = system;
	}

	public OutsideSystem system() {
		return this.system;
	}

}
