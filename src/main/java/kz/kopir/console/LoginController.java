package kz.kopir.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /console/login}: where a person signs in.
 */
@Controller
class LoginController {

	@GetMapping("/console/login")
	String login() {
		return "console/login";
	}

}
