package kz.kopir.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The jq programs of {@code mappings/}. A program is compiled when it is first used and
 * kept. jq computes in doubles and ids have 19 digits: a program passes ids through and
 * never calculates with them.
 */
public final class Programs {

	private static final Version JQ = Versions.JQ_1_6;

	private final ResourceLoader resources;

	private final String base;

	private final Scope scope = Scope.newEmptyScope();

	private final Map<String, JsonQuery> compiled = new ConcurrentHashMap<>();

	/**
	 * @param resources finds the files
	 * @param base where they stand, for example {@code classpath:mappings} or
	 * {@code file:mappings}
	 */
	public Programs(ResourceLoader resources, String base) {
		this.resources = resources;
		this.base = base.endsWith("/") ? base : base + "/";
		BuiltinFunctionLoader.getInstance().loadFunctions(JQ, this.scope);
	}

	/**
	 * Runs a program on one value.
	 * @param program file name below the base, for example {@code classroom/course.jq}
	 * @param input what it reads; not changed
	 * @return all values that it gives, in order
	 * @throws MappingException when the file is missing, does not compile, or fails on
	 * this input; the message does not hold the input
	 */
	public List<JsonNode> run(String program, JsonNode input) {
		List<JsonNode> results = new ArrayList<>();
		JsonQuery query = this.compiled.computeIfAbsent(program, this::compile);
		try {
			query.apply(Scope.newChildScope(this.scope), input, results::add);
		}
		catch (JsonQueryException ex) {
			// jq puts the value into its message; a value may be a child's data
			throw new MappingException(this.base + program, 0, "", "The program fails on a record of this answer.",
					"Compare what the program expects with the fields of the answer.", null);
		}
		return results;
	}

	/**
	 * Runs a program that gives exactly one value.
	 * @throws MappingException as {@link #run}, or when it gives none or several
	 */
	public JsonNode runOne(String program, JsonNode input) {
		List<JsonNode> results = run(program, input);
		if (results.size() != 1) {
			throw new MappingException(this.base + program, 0, "",
					"The program gave " + results.size() + " values for one record.", "Let it give exactly one object.",
					null);
		}
		return results.get(0);
	}

	/**
	 * Compiles programs now, so that a mistake is told at start and not in the first run.
	 */
	public void check(List<String> programs) {
		programs.forEach((program) -> this.compiled.computeIfAbsent(program, this::compile));
	}

	private JsonQuery compile(String program) {
		Resource file = this.resources.getResource(this.base + program);
		String text;
		try {
			text = file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new MappingException(this.base + program, 0, "", "The file cannot be read.",
					"Put it there, or let kopir.mappings name the folder that holds it.", ex);
		}
		try {
			return JsonQuery.compile(text, JQ);
		}
		catch (JsonQueryException ex) {
			throw new MappingException(this.base + program, 0, "",
					"This is no valid jq program: " + ex.getMessage() + ".",
					"Correct it; `jq -f` on the file shows the same mistake.", ex);
		}
	}

}
