package kz.kopir.journal.kundelik;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One reading call to Kundelik.
 *
 * @param name for counts, for example {@code lessons}
 * @param path path below the host, with the query if there is one
 * @param body JSON body of a bulk read, or null for a GET
 * @param sink takes the answer
 */
public record KundelikRequest(String name, String path, @Nullable JsonNode body, Consumer<JsonNode> sink) {

	@Override
	public String toString() {
		return "KundelikRequest[" + this.name + "]";
	}

}
