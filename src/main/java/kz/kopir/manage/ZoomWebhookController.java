package kz.kopir.manage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

import kz.kopir.school.SchoolId;
import kz.kopir.zoom.webhook.WebhookAnswer;
import kz.kopir.zoom.webhook.ZoomWebhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /zoom/webhook/{school}}: takes what Zoom sends by itself. Zoom repeats an event
 * only after an answer of 500 and above, so that is the answer to faults of our own.
 */
@RestController
class ZoomWebhookController {

	/** An event of one participant has some hundred bytes. */
	private static final int LARGEST = 256 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(ZoomWebhookController.class);

	private final ZoomWebhook webhook;

	ZoomWebhookController(ZoomWebhook webhook) {
		this.webhook = webhook;
	}

	@PostMapping("/zoom/webhook/{school}")
	ResponseEntity<Map<String, String>> receive(@PathVariable String school,
			@RequestHeader(name = "x-zm-request-timestamp", required = false) @Nullable String timestamp,
			@RequestHeader(name = "x-zm-signature", required = false) @Nullable String signature, InputStream content)
			throws IOException {
		byte[] body = content.readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			return status(HttpStatus.CONTENT_TOO_LARGE);
		}
		try {
			WebhookAnswer answer = this.webhook.receive(new SchoolId(school), body, timestamp, signature);
			return switch (answer.kind()) {
				case OFF -> status(HttpStatus.NOT_FOUND);
				case NOT_SIGNED -> status(HttpStatus.UNAUTHORIZED);
				case UNREADABLE -> status(HttpStatus.BAD_REQUEST);
				case TAKEN -> status(HttpStatus.NO_CONTENT);
				case VALIDATED -> ResponseEntity.ok(Map.of("plainToken", Objects.requireNonNull(answer.plainToken()),
						"encryptedToken", Objects.requireNonNull(answer.encryptedToken())));
			};
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("code=WEBHOOK_NOT_KEPT what={}; Zoom will send it again", ex.getClass().getSimpleName());
			return status(HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private static ResponseEntity<Map<String, String>> status(HttpStatus status) {
		return ResponseEntity.status(status).build();
	}

}
