package kz.kopir.rehearsal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fault script from JSON.
 */
final class FaultScriptJson {

	private static final ObjectReader READER = new ObjectMapper().readerFor(Line[].class)
		.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

	private FaultScriptJson() {
	}

	static List<Fault> parse(byte[] json) throws IOException {
		Line[] lines = READER.readValue(json);
		List<Fault> faults = new ArrayList<>();
		for (int i = 0; i < lines.length; i++) {
			try {
				faults.add(lines[i].fault());
			}
			catch (IllegalArgumentException ex) {
				throw new IOException("Fault " + (i + 1) + " of the script cannot be used: " + ex.getMessage(), ex);
			}
		}
		return faults;
	}

	private record Line(@Nullable String method, @Nullable String path, @Nullable Integer skip, @Nullable Integer times,
			@Nullable String effect, @Nullable Integer status, @Nullable String contentType, @Nullable String body,
			@Nullable String retryAfter, @Nullable Long waitMillis) {

		Fault fault() {
			if (this.path == null || this.effect == null) {
				throw new IllegalArgumentException("it needs \"path\" and \"effect\"");
			}
			return new Fault((this.method != null) ? this.method : "*", pattern(this.path),
					(this.skip != null) ? this.skip : 0, (this.times != null) ? this.times : 1, effect(this.effect));
		}

		private static Pattern pattern(String path) {
			try {
				return Pattern.compile(path);
			}
			catch (PatternSyntaxException ex) {
				throw new IllegalArgumentException("its path is not a regular expression: " + ex.getDescription(), ex);
			}
		}

		private Effect effect(String name) {
			Duration wait = Duration.ofMillis((this.waitMillis != null) ? this.waitMillis : 0);
			return switch (name) {
				case "answer" -> Effect.answer((this.status != null) ? this.status : 200,
						(this.contentType != null) ? this.contentType : "application/json",
						(this.body != null) ? this.body : "", this.retryAfter);
				case "serverError" -> Effect.serverError();
				case "maintenance" -> Effect.maintenance();
				case "reset" -> Effect.reset();
				case "hang" -> Effect.hang(wait);
				case "slow" -> Effect.slow(wait);
				case "truncated" -> Effect.truncated();
				case "acceptedThenTimeout" -> Effect.acceptedThenTimeout(wait);
				default -> throw new IllegalArgumentException("there is no effect \"" + name + "\"");
			};
		}

	}

}
