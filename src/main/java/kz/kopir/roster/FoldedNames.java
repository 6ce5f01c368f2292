package kz.kopir.roster;

/**
 * The coarse key of a name over its spellings (Kazakh, Russian, Latin), for suggestions
 * alone: two different names may have one key.
 */
public final class FoldedNames {

	private FoldedNames() {
	}

	/** The key of a name, in letters from a to z; empty when it has no letter. */
	public static String fold(String name) {
		return Names.fold(name);
	}

}
