package kz.kopir.access;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page on which persons sign in to the console. It works without a script.
 */
@Controller
class LoginController {

	private final LoginTexts texts = new LoginTexts();

	private final long minutes;

	/** Name of each provider of accounts by where to go for it. */
	private final Map<String, String> elsewhere = new LinkedHashMap<>();

	LoginController(AccessSettings settings, ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
		this.minutes = Math.max(1, settings.signIn().lockout().toMinutes());
		InMemoryClientRegistrationRepository known = registrations.getIfAvailable();
		if (known != null) {
			for (ClientRegistration registration : known) {
				this.elsewhere.put("/oauth2/authorization/" + registration.getRegistrationId(),
						registration.getClientName());
			}
		}
	}

	@GetMapping(ConsoleSignIn.PAGE)
	String page(HttpServletRequest request, Model model) {
		String language = LoginTexts.language(request);
		Map<String, String> text = this.texts.in(language);
		Map<String, String> accounts = new LinkedHashMap<>();
		this.elsewhere.forEach((path, name) -> accounts.put(path, with(text.get("elsewhere"), name)));
		model.addAttribute("lang", language);
		model.addAttribute("languages", LoginTexts.LANGUAGES);
		model.addAttribute("text", text);
		model.addAttribute("refusal", refusal(request, text));
		model.addAttribute("signedOut", request.getParameter("out") != null);
		model.addAttribute("accounts", accounts);
		return "console/login";
	}

	private @Nullable String refusal(HttpServletRequest request, Map<String, String> text) {
		if (request.getParameter("unknown") != null) {
			return text.get("unknown");
		}
		return (request.getParameter("error") != null) ? with(text.get("refused"), String.valueOf(this.minutes)) : null;
	}

	private static String with(@Nullable String pattern, String argument) {
		return new MessageFormat(String.valueOf(pattern), Locale.ROOT).format(new Object[] { argument });
	}

}
