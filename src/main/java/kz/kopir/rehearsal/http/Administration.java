package kz.kopir.rehearsal.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What every stand-in offers under {@code /_rehearsal/}.
 */
final class Administration {

	static final String PREFIX = "/_rehearsal/";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final FaultScript faults;

	private final RequestCounts counts;

	Administration(FaultScript faults, RequestCounts counts) {
		this.faults = faults;
		this.counts = counts;
	}

	@Nullable Answer handle(Call call) {
		return switch (call.method() + " " + call.path()) {
			case "GET /_rehearsal/requests" -> json(Map.of("total", this.counts.total(), "counts",
					this.counts.byTemplate(), "latest", this.counts.latest()));
			case "DELETE /_rehearsal/requests" -> {
				this.counts.reset();
				yield Answer.empty(204);
			}
			case "GET /_rehearsal/faults" -> json(Map.of("remaining", this.faults.remaining()));
			case "POST /_rehearsal/faults" -> addFaults(call);
			case "DELETE /_rehearsal/faults" -> {
				this.faults.clear();
				yield Answer.empty(204);
			}
			default -> null;
		};
	}

	private Answer addFaults(Call call) {
		List<Fault> script;
		try {
			script = FaultScript.parse(call.body());
		}
		catch (IOException ex) {
			return Answer.text(400, "The fault script was not taken: " + ex.getMessage());
		}
		script.forEach(this.faults::add);
		return json(Map.of("remaining", this.faults.remaining()));
	}

	private static Answer json(Object value) {
		try {
			return Answer.json(JSON.writeValueAsBytes(value));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The counts cannot be written as JSON", ex);
		}
	}

}
