package kz.kopir.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Where the pages get their style sheet and their script: from the jars of the build, by
 * the version that these say of themselves.
 *
 * @param pico path of the style sheet
 * @param htmx path of the script
 */
record WebJars(String pico, String htmx) {

	static WebJars ofThisBuild() {
		return new WebJars(path("picocss__pico", "css/pico.min.css"), path("htmx.org", "dist/htmx.min.js"));
	}

	private static String path(String artifact, String file) {
		String place = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
		try (InputStream stream = WebJars.class.getResourceAsStream(place)) {
			if (stream == null) {
				throw new IllegalStateException("The console's " + artifact + " is missing from this build.");
			}
			Properties about = new Properties();
			about.load(stream);
			return "/webjars/" + artifact + "/" + about.getProperty("version") + "/" + file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
