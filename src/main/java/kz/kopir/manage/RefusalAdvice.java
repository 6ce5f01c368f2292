package kz.kopir.manage;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/**
 * Every refused request is answered in the same form. What was sent is not repeated in
 * the answer: it may hold anything.
 */
@RestControllerAdvice
class RefusalAdvice {

	@ExceptionHandler
	ResponseEntity<Refusal> refused(RequestRefused refused) {
		// also where something else than JSON was asked for: a reason can always be told
		return ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_JSON).body(refused.refusal());
	}

	@ExceptionHandler
	ResponseEntity<Refusal> unreadable(HttpMessageNotReadableException ex, HttpServletRequest request) {
		return ResponseEntity.badRequest()
			.body(new Refusal("The body is not readable as a JSON object of plain values.", place(request),
					"Send something like {\"dryRun\": true} with Content-Type application/json."));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> invalid(ResponseStatusException ex, HttpServletRequest request) {
		if (ex.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST)
				&& ex.getCause() instanceof InvalidEndpointRequestException invalid) {
			return ResponseEntity.badRequest()
				.body(new Refusal(invalid.getReason(), place(request), "Correct or add what is named and send again."));
		}
		throw ex;
	}

	private static String place(HttpServletRequest request) {
		return HttpMethod.valueOf(request.getMethod()) + " " + request.getRequestURI();
	}

}
