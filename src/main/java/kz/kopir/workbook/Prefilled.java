package kz.kopir.workbook;

import java.util.List;

/**
 * An exported file with the wanted marks filled in. Every wanted mark is counted once:
 * filled, unchanged, or with a refusal.
 *
 * @param file the file; exactly what came when nothing was filled
 * @param filled how many marks were put into empty cells
 * @param unchanged how many cells held the wanted mark already
 * @param refusals what was not filled and why
 */
public record Prefilled(byte[] file, int filled, int unchanged, List<Refusal> refusals) {

	public Prefilled {
		file = file.clone();
		refusals = List.copyOf(refusals);
	}

	@Override
	public byte[] file() {
		return this.file.clone();
	}

	@Override
	public String toString() {
		return "Prefilled[" + this.filled + " filled, " + this.unchanged + " unchanged, " + this.refusals.size()
				+ " refusals]";
	}

}
