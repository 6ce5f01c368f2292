package kz.kopir.rehearsal.gmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.google.DiscoveryContract;
import org.jspecify.annotations.Nullable;

/**
 * Holds every exchange with a running stand-in against Gmail's discovery document, where
 * that file is present; without it nothing is checked.
 */
public final class GmailContract {

	private static final Path DOCUMENT = Path.of("..", "shared", "contracts", "gmail-discovery.json");

	private final @Nullable DiscoveryContract contract;

	private GmailContract(@Nullable DiscoveryContract contract) {
		this.contract = contract;
	}

	/** Watches a stand-in from now on. */
	public static GmailContract watch(GmailStandIn gmail) {
		if (!isPresent()) {
			return new GmailContract(null);
		}
		DiscoveryContract contract = read();
		gmail.observe(contract);
		return new GmailContract(contract);
	}

	/** The contract, which watches nothing yet. */
	static DiscoveryContract read() {
		try {
			return DiscoveryContract.ofOlderInterface(new ObjectMapper().readTree(DOCUMENT.toFile()), GmailApi.ROOT);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Gmail's discovery document cannot be read", ex);
		}
	}

	/** Whether the document is there. */
	public static boolean isPresent() {
		return Files.isReadable(DOCUMENT);
	}

	/** What did not conform; ids and codes only. */
	public List<String> violations() {
		return (this.contract != null) ? this.contract.violations() : List.of();
	}

	/** How many answers were checked, by Google's method id. */
	public Map<String, Integer> checked() {
		return (this.contract != null) ? this.contract.checked() : Map.of();
	}

}
