package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal does to the school while it runs, under {@code /_rehearsal/}:
 * <ul>
 * <li>{@code POST regrade} {@code {"share":0.01,"seed":7}}: teachers change that share of
 * the returned grades</li>
 * <li>{@code POST grade} {@code {"courseId","courseWorkId","userId","grade":7.5}}: a
 * teacher changes one</li>
 * <li>{@code POST withdraw} {@code {"courseId","courseWorkId","userId"}}: a teacher takes
 * one back</li>
 * <li>{@code DELETE courses/{id}}: a course disappears</li>
 * <li>{@code POST coursework} {@code {"courseId":"1","title":"БЖБ
 * №2","due":"2026-11-24","maxPoints":10}}: the teacher gives one more coursework</li>
 * <li>{@code POST quotas} {@code {"perUser":1200,"perClient":3000}}: requests per minute,
 * null or absent for no limit</li>
 * <li>{@code GET service-account-key} and {@code GET refresh-token-client}: how to sign
 * in</li>
 * </ul>
 */
final class ClassroomAdministration {

	static final String ROOT = "/_rehearsal/";

	private static final String COURSES = ROOT + "courses/";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final World world;

	private final Quotas quotas;

	ClassroomAdministration(World world, Quotas quotas) {
		this.world = world;
		this.quotas = quotas;
	}

	@Nullable Answer handle(Call call) {
		try {
			if (call.method().equals("DELETE") && call.path().startsWith(COURSES)) {
				this.world.removeCourse(call.path().substring(COURSES.length()));
				return Answer.empty(204);
			}
			return switch (call.method() + " " + call.path()) {
				case "POST /_rehearsal/regrade" -> regradeShare(object(call));
				case "POST /_rehearsal/grade" -> {
					JsonNode body = object(call);
					this.world.regrade(text(body, "courseId"), text(body, "courseWorkId"), text(body, "userId"),
							number(body, "grade"));
					yield Answer.empty(204);
				}
				case "POST /_rehearsal/withdraw" -> {
					JsonNode body = object(call);
					this.world.withdrawGrade(text(body, "courseId"), text(body, "courseWorkId"), text(body, "userId"));
					yield Answer.empty(204);
				}
				case "POST /_rehearsal/coursework" -> {
					JsonNode body = object(call);
					String id = this.world.give(text(body, "courseId"), text(body, "title"),
							LocalDate.parse(text(body, "due")), number(body, "maxPoints"));
					yield Answer.json(JSON.writeValueAsBytes(Map.of("id", id)));
				}
				case "POST /_rehearsal/quotas" -> {
					JsonNode body = object(call);
					this.quotas.set(limit(body, "perUser"), limit(body, "perClient"));
					yield Answer.empty(204);
				}
				default -> null;
			};
		}
		catch (NoSuchElementException ex) {
			return Answer.text(404, "The rehearsal did not do that: " + ex.getMessage());
		}
		catch (IOException | IllegalArgumentException | DateTimeParseException ex) {
			return Answer.text(400, "The rehearsal did not do that: " + ex.getMessage());
		}
	}

	private Answer regradeShare(JsonNode body) throws IOException {
		double share = number(body, "share").doubleValue();
		if (share < 0 || share > 1) {
			throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
		}
		int changed = this.world.regradeShare(share, number(body, "seed").longValue());
		return Answer.json(JSON.writeValueAsBytes(Map.of("regraded", changed)));
	}

	private static JsonNode object(Call call) throws IOException {
		JsonNode body = JSON.readTree(call.body());
		if (body == null || !body.isObject()) {
			throw new IllegalArgumentException("the body must be a JSON object");
		}
		return body;
	}

	private static String text(JsonNode body, String name) {
		JsonNode value = body.path(name);
		if (!value.isTextual()) {
			throw new IllegalArgumentException(name + " must be there, as text");
		}
		return value.textValue();
	}

	private static BigDecimal number(JsonNode body, String name) {
		JsonNode value = body.path(name);
		if (!value.isNumber()) {
			throw new IllegalArgumentException(name + " must be there, as a number");
		}
		return value.decimalValue();
	}

	private static @Nullable Integer limit(JsonNode body, String name) {
		JsonNode value = body.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.canConvertToInt()) {
			throw new IllegalArgumentException(name + " must be a whole number of requests per minute, or null");
		}
		return value.intValue();
	}

}
