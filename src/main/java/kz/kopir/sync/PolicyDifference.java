package kz.kopir.sync;

/**
 * What would differ under another policy. It may hold a mark: never log it.
 *
 * @param classGroup the class group's id
 * @param entry the entry's key, or {@code coursework} with its ids for its term of
 * publication
 * @param now what comes of it under the policy that counts
 * @param then what would come of it under the other one
 */
public record PolicyDifference(String classGroup, String entry, String now, String then) {

	@Override
	public String toString() {
		return "PolicyDifference[" + this.entry + "]";
	}

}
