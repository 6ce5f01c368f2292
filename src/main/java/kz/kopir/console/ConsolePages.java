package kz.kopir.console;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kz.kopir.access.ManageAccess;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every page of the console, and that where people sign in to it, its frame, and
 * answers what cannot be served with a page that says why.
 */
@ControllerAdvice(basePackageClasses = { ConsolePages.class, ManageAccess.class })
class ConsolePages {

	private final WebJars assets;

	private final boolean rehearsal;

	ConsolePages(WebJars assets, @Value("${kopir.rehearsal.embedded:false}") boolean rehearsal) {
		this.assets = assets;
		this.rehearsal = rehearsal;
	}

	@ModelAttribute("page")
	Page page(HttpServletRequest request, Locale language) {
		return Page.of(request, language, this.assets, this.rehearsal);
	}

	@ExceptionHandler
	ModelAndView refused(ConsoleRefused refused, HttpServletRequest request, HttpServletResponse response,
			Locale language) {
		response.setStatus(refused.status().value());
		ModelAndView answer = new ModelAndView("console/refused");
		answer.addObject("page", page(request, language));
		answer.addObject("key", refused.key());
		answer.addObject("values", refused.values());
		return answer;
	}

}
