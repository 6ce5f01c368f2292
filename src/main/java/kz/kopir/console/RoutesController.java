package kz.kopir.console;

import java.security.Principal;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /console/routes}: what the gateway is made of, how often each route was gone
 * through, and stopping and starting one.
 */
@Controller
class RoutesController {

	private final CamelRoutes routes;

	private final RunLog log;

	RoutesController(CamelRoutes routes, RunLog log) {
		this.routes = routes;
		this.log = log;
	}

	@GetMapping("/console/routes")
	String list(Model model) {
		model.addAttribute("routes", this.routes.all());
		return "console/routes";
	}

	/** The counts alone, for a page that shows them live. */
	@GetMapping("/console/routes-counts")
	String counts(Model model) {
		model.addAttribute("routes", this.routes.all());
		return "console/routes :: table";
	}

	@GetMapping("/console/routes/{id}")
	String one(@PathVariable String id, Model model) {
		model.addAttribute("diagram", find(id));
		model.addAttribute("log", this.log.ofRoute(id));
		return "console/route";
	}

	@PostMapping("/console/routes/{id}")
	@PreAuthorize("hasRole('OPERATOR')")
	String switchTo(@PathVariable String id, @RequestParam boolean started, Principal user) throws Exception {
		find(id);
		if (started) {
			this.routes.start(id, user.getName());
		}
		else {
			this.routes.stop(id, user.getName());
		}
		return "redirect:/console/routes/" + id;
	}

	private CamelRoutes.RouteDiagram find(String id) {
		return this.routes.find(id).orElseThrow(() -> new ConsoleRefused(HttpStatus.NOT_FOUND, "refused.route"));
	}

}
