package kz.kopir.access;

import jakarta.servlet.DispatcherType;
import kz.kopir.audit.Audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The two ways in: persons sign in to the console by a form or with an account elsewhere
 * and have a session; scripts sign in with each request and have none. Both go by the
 * same table of who may call what.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * What scripts call. A session is no use here, so that no page can make use of it.
	 */
	private static final String[] OF_SCRIPTS = { "/actuator/**", "/reports/**", "/control/**", "/workbooks/**",
			"/problems/**", "/mails/**", "/audit/**", "/zoom/webhook/*" };

	/**
	 * Pages get their style and script from this server alone, stand in no frame, and
	 * send their forms nowhere else.
	 */
	private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	@Bean
	AccessRules accessRules() {
		return new AccessRules();
	}

	@Bean
	@Order(1)
	SecurityFilterChain consoleFilterChain(HttpSecurity http, AccessRules rules, Users users, Audit audit,
			ObjectProvider<ClientRegistrationRepository> elsewhere) throws Exception {
		ConsoleSignIn signIn = new ConsoleSignIn(users, audit);
		http.securityMatcher("/console/**", "/oauth2/authorization/**", "/login/oauth2/**", "/webjars/**");
		common(http, rules, audit);
		http.formLogin((form) -> form.loginPage(ConsoleSignIn.PAGE)
			.authenticationDetailsSource(GuardedSignIn.AtTheConsole::new)
			.defaultSuccessUrl(ConsoleSignIn.HOME)
			.failureHandler(signIn::failed))
			.logout((logout) -> logout.logoutUrl(ConsoleSignIn.OUT)
				.addLogoutHandler(signIn::signedOut)
				.logoutSuccessUrl(ConsoleSignIn.PAGE + "?out"));
		if (elsewhere.getIfAvailable() != null) {
			http.oauth2Login((oauth) -> oauth.loginPage(ConsoleSignIn.PAGE)
				.userInfoEndpoint((info) -> info.oidcUserService(new AccountSignIn(users)))
				.successHandler(signIn.signedInElsewhere())
				.failureHandler(signIn::failedElsewhere));
		}
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain scriptFilterChain(HttpSecurity http, AccessRules rules, Audit audit) throws Exception {
		common(http, rules, audit);
		return http.httpBasic(Customizer.withDefaults())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// A foreign page can make a browser send a form, but not JSON, YAML or a
			// workbook, which is all that these take.
			.csrf((csrf) -> csrf.ignoringRequestMatchers(OF_SCRIPTS))
			.build();
	}

	private static void common(HttpSecurity http, AccessRules rules, Audit audit) throws Exception {
		http.authorizeHttpRequests((requests) -> requests
			// The body of an error, not the page that failed.
			.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.anyRequest()
			.access(rules))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new RefusedAccess(audit)))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS))
				// the school's other servers are not ours to speak for
				.httpStrictTransportSecurity((strict) -> strict.includeSubDomains(false)));
	}

}
