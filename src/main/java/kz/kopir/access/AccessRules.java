package kz.kopir.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import static kz.kopir.access.Role.APPROVER;
import static kz.kopir.access.Role.DATA_VIEWER;
import static kz.kopir.access.Role.OPERATOR;
import static kz.kopir.access.Role.VIEWER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

/**
 * The one table of who may call what. What does not stand here is for nobody; a test asks
 * the whole application for its paths and fails when one of them is missing here.
 * <p>
 * {@code viewer} sees ids, codes, counts and titles of works. Whatever shows a name or a
 * mark needs {@code data-viewer}. {@code operator} starts things that the policy allows
 * anyway, {@code approver} decides.
 */
public final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

	/** The first row that matches counts. */
	public static final List<AccessRule> RULES = List.of(
			// how it goes
			AccessRule.open(GET, "/actuator/health/**"), AccessRule.of(GET, "/actuator", VIEWER),
			AccessRule.of(GET, "/actuator/info", VIEWER), AccessRule.of(GET, "/actuator/metrics/**", VIEWER),
			AccessRule.of(GET, "/actuator/prometheus", VIEWER), AccessRule.of(GET, "/actuator/doctor", OPERATOR),
			AccessRule.of(GET, "/actuator/camelroutes/**", VIEWER),
			AccessRule.of(POST, "/actuator/camelroutes/**", OPERATOR),
			// runs and plans
			AccessRule.of(GET, "/actuator/runs/**", VIEWER), AccessRule.of(POST, "/actuator/runs", OPERATOR),
			AccessRule.of(GET, "/actuator/plans", VIEWER), AccessRule.of(GET, "/actuator/plans/{id}", DATA_VIEWER),
			AccessRule.of(POST, "/actuator/plans/{id}", APPROVER),
			// attendance
			AccessRule.of(GET, "/actuator/meetings", VIEWER), AccessRule.of(GET, "/actuator/attendance", VIEWER),
			AccessRule.of(GET, "/actuator/attendance/{lesson}", DATA_VIEWER),
			AccessRule.of(POST, "/actuator/attendance/{lesson}", APPROVER),
			AccessRule.of(PUT, "/reports/{school}/headers", OPERATOR),
			AccessRule.of(PUT, "/reports/{school}/{teacher}/{file}", OPERATOR),
			// results of all forms of control
			AccessRule.of(GET, "/control/{school}", VIEWER), AccessRule.of(GET, "/control/{school}/list.xlsx", VIEWER),
			AccessRule.of(GET, "/control/{school}/preparation", VIEWER),
			AccessRule.of(GET, "/control/{school}/{classGroup}/preview", DATA_VIEWER),
			AccessRule.of(POST, "/control/{school}/{course}/{coursework}/late", APPROVER),
			AccessRule.of(POST, "/control/{school}/{course}/{coursework}/exclusion", APPROVER),
			AccessRule.of(POST, "/control/{school}/terms/{number}/closing", APPROVER),
			AccessRule.of(POST, "/control/{school}/simulation", OPERATOR),
			AccessRule.of(GET, "/control/{school}/simulation/{run}", DATA_VIEWER),
			AccessRule.of(GET, "/workbooks/{school}/{classGroup}", DATA_VIEWER),
			AccessRule.of(POST, "/workbooks/{school}/{classGroup}/export", DATA_VIEWER),
			// problems and mails
			AccessRule.of(GET, "/problems/{school}", VIEWER), AccessRule.of(GET, "/problems/{school}/{id}", VIEWER),
			AccessRule.of(POST, "/problems/{school}/{id}/{decision}", APPROVER),
			AccessRule.of(GET, "/mails/{school}", VIEWER), AccessRule.of(POST, "/mails/{school}/{id}/again", OPERATOR),
			// the audit; the reasons that persons gave may name a
			// child
			AccessRule.of(GET, "/audit/{school}", VIEWER), AccessRule.of(GET, "/audit/{school}/verification", VIEWER),
			AccessRule.of(GET, "/audit/{school}/export", VIEWER, DATA_VIEWER),
			// Zoom signs what it sends; the signature is checked where it is taken
			AccessRule.open(POST, "/zoom/webhook/{school}"),
			// the console; each of its pages has a row of its own
			AccessRule.open(GET, "/console/login"), AccessRule.open(POST, "/console/login"),
			AccessRule.signedIn(POST, "/console/logout"), AccessRule.signedIn(GET, "/console"),
			AccessRule.open(GET, "/console/assets/**"), AccessRule.open(GET, "/webjars/**"),
			// whoever has signed in reads ids, codes, counts and titles of works there
			AccessRule.signedIn(GET, "/console/flows/{school}/{flow}"), AccessRule.signedIn(GET, "/console/runs"),
			AccessRule.signedIn(GET, "/console/runs/{id}"), AccessRule.signedIn(GET, "/console/runs/{id}/progress"),
			AccessRule.of(POST, "/console/runs", OPERATOR), AccessRule.signedIn(GET, "/console/terms"),
			AccessRule.signedIn(GET, "/console/terms/works"),
			AccessRule.of(POST, "/console/terms/works/late", APPROVER),
			AccessRule.of(POST, "/console/terms/works/exclusion", APPROVER),
			AccessRule.of(POST, "/console/terms/closing", APPROVER), AccessRule.signedIn(GET, "/console/problems"),
			AccessRule.signedIn(GET, "/console/problems/{id}"),
			AccessRule.of(POST, "/console/problems/decision", APPROVER), AccessRule.signedIn(GET, "/console/plans"),
			AccessRule.signedIn(GET, "/console/plans/{id}"),
			AccessRule.of(POST, "/console/plans/{id}/approval", APPROVER), AccessRule.signedIn(GET, "/console/routes"),
			AccessRule.signedIn(GET, "/console/routes-counts"), AccessRule.signedIn(GET, "/console/routes/{id}"),
			AccessRule.of(POST, "/console/routes/{id}", OPERATOR));

	private static final Map<AccessRule, RequestMatcher> MATCHERS = RULES.stream()
		.collect(Collectors.toMap((rule) -> rule,
				(rule) -> PathPatternRequestMatcher.withDefaults().matcher(rule.pattern())));

	/** The row that a request falls under. */
	static Optional<AccessRule> ruleOf(HttpServletRequest request) {
		return RULES.stream()
			.filter((rule) -> rule.isOf(request.getMethod()) && MATCHERS.get(rule).matches(request))
			.findFirst();
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(
				ruleOf(context.getRequest()).filter((rule) -> isFor(rule, authentication.get())).isPresent());
	}

	private static boolean isFor(AccessRule rule, Authentication authentication) {
		return switch (rule.audience()) {
			case EVERYBODY -> true;
			case SIGNED_IN -> isSignedIn(authentication);
			case ROLES -> isSignedIn(authentication) && hasAll(authentication.getAuthorities(), rule.roles());
		};
	}

	static boolean isSignedIn(Authentication authentication) {
		return authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
	}

	private static boolean hasAll(Collection<? extends GrantedAuthority> granted, Set<Role> roles) {
		Set<String> names = granted.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
		return roles.stream().allMatch((role) -> names.contains(Users.authority(role).getAuthority()));
	}

}
