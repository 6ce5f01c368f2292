package kz.kopir.privacy;

import java.util.regex.Pattern;

import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Names that stand for an id without telling it: whoever holds the key can make the
 * pseudonym of an id, nobody can make the id of a pseudonym. Each school has its own.
 */
public final class Pseudonyms {

	/** Begins every pseudonym; no id of a source or journal has it. */
	public static final String MARK = "~";

	private static final Pattern FORM = Pattern.compile("~[0-9a-f]{32}");

	private static final int DIGITS = 32;

	private final byte[] key;

	/**
	 * @param key at least 32 random bytes
	 */
	public Pseudonyms(byte[] key) {
		this.key = key.clone();
	}

	/** The pseudonym of a pupil. */
	public String of(SchoolId school, PupilId pupil) {
		return of(school, "pupil", pupil.value());
	}

	/**
	 * The pseudonym of a value.
	 * @param kind keeps a value of one kind from having the pseudonym of another
	 */
	String of(SchoolId school, String kind, String value) {
		return MARK + hex(school, kind, value).substring(0, DIGITS);
	}

	/** Tells the key from another one without telling it. */
	String fingerprint(SchoolId school) {
		return hex(school, "fingerprint", "");
	}

	/** Whether a text is a pseudonym. */
	static boolean isPseudonym(String text) {
		return FORM.matcher(text).matches();
	}

	private String hex(SchoolId school, String kind, String value) {
		String text = school.value().length() + ":" + school + " " + kind + " " + value;
		return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, this.key).hmacHex(text);
	}

}
