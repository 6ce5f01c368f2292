package kz.kopir.manage;

import java.security.Principal;
import java.util.List;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.mapping.MappingException;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlRefused;
import kz.kopir.sync.Flows;
import kz.kopir.sync.PolicyDifference;
import kz.kopir.sync.Simulations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judges a term once more under a policy that is a draft and lists what would differ.
 * Nothing is written.
 */
@RestController
class SimulationController {

	private static final String PLACE = "POST /control/{school}/simulation";

	private final Simulations simulations;

	private final ControlDesk desk;

	private final RunTrigger trigger;

	private final Audit audit;

	SimulationController(Simulations simulations, ControlDesk desk, RunTrigger trigger, Audit audit) {
		this.simulations = simulations;
		this.desk = desk;
		this.trigger = trigger;
		this.audit = audit;
	}

	@PostMapping(path = "/control/{school}/simulation", consumes = "application/yaml")
	Started simulate(@PathVariable String school, @RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String reason, @RequestBody String policy, Principal user) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		try {
			this.simulations.check(served, policy);
			Term of = this.desk.term(served, term);
			return new Started(this.trigger.start(new RunRequest(served, Flows.CLASSROOM, RunTriggerKind.MANUAL,
					user.getName(), true, of.start(), of.finish())
				.under(policy)
				.because(reason)));
		}
		catch (MappingException malformed) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage()), PLACE,
					"Send the whole text of the policy as it would stand in its file.");
		}
		catch (ControlRefused refused) {
			throw new RequestRefused(HttpStatus.NOT_FOUND, String.valueOf(refused.getMessage()), PLACE,
					"Give the number of a term that has begun.");
		}
		catch (RunRefused refused) {
			throw new RequestRefused(HttpStatus.CONFLICT, String.valueOf(refused.getMessage()), PLACE,
					"Try again when the run that is under way has ended.");
		}
	}

	@GetMapping("/control/{school}/simulation/{run}")
	List<PolicyDifference> differences(@PathVariable String school, @PathVariable String run, Principal user) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		List<PolicyDifference> differences = this.simulations.ofRun(served, run);
		this.audit.record(user.getName(), AuditAction.SIMULATION_SEEN, served, "differences:" + differences.size(),
				null);
		return differences;
	}

	/** The dry run that judges; its differences are complete when it has ended. */
	record Started(String run) {
	}

}
