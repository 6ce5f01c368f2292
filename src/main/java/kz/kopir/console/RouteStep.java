package kz.kopir.console;

import java.util.List;
import java.util.Map;

import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * A step of a route, with the steps inside of it.
 *
 * @param kind what Camel calls it, for example {@code choice}
 * @param text what it does, in Camel's words
 * @param description what it is for, or an empty text
 * @param route the route to which it leads, or null
 * @param steps what is inside of it
 */
record RouteStep(String kind, String text, String description, @Nullable String route, List<RouteStep> steps) {

	/**
	 * @param outputs steps in their order
	 * @param byAddress which route listens where
	 */
	static List<RouteStep> of(List<ProcessorDefinition<?>> outputs, Map<String, String> byAddress) {
		return outputs.stream().map((output) -> of(output, byAddress)).toList();
	}

	private static RouteStep of(ProcessorDefinition<?> step, Map<String, String> byAddress) {
		String description = step.getDescriptionText();
		String to = (step instanceof ToDefinition sent) ? address(sent.getEndpointUri()) : null;
		String kind = step.getShortName();
		return new RouteStep(kind, (to != null) ? to : inner(step.getLabel(), kind),
				(description != null) ? description : "", (to != null) ? byAddress.get(to) : null,
				of(step.getOutputs(), byAddress));
	}

	/** An address without its options, which may be long and hold secrets. */
	static String address(String uri) {
		String plain = URISupport.sanitizeUri(uri);
		int options = plain.indexOf('?');
		String address = (options < 0) ? plain : plain.substring(0, options);
		return address.replace("://", ":");
	}

	/** Camel's label often begins with the kind: {@code bean[ref:runs ...]}. */
	private static String inner(@Nullable String label, String kind) {
		if (label == null || label.equals(kind)) {
			return "";
		}
		String prefix = kind + "[";
		return (label.startsWith(prefix) && label.endsWith("]")) ? label.substring(prefix.length(), label.length() - 1)
				: label;
	}

}
