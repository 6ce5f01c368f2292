package kz.kopir.manage;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call what: health is open, the exposed endpoints are for those who have signed
 * in, Zoom's events are signed, and what is not named here is for nobody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** The console: pages for people, with a session. */
	@Bean
	@Order(1)
	SecurityFilterChain consoleFilterChain(HttpSecurity http) throws Exception {
		return http.securityMatcher("/console", "/console/**", "/webjars/**")
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/console/login", "/console/assets/**", "/webjars/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage("/console/login").defaultSuccessUrl("/console"))
			.logout((logout) -> logout.logoutUrl("/console/logout").logoutSuccessUrl("/console/login?out"))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy
				.policyDirectives("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
						+ "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")))
			.build();
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests
			// The body of an error, not the page that failed.
			.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.requestMatchers(EndpointRequest.toAnyEndpoint())
			.hasRole(UserConfiguration.ROLE)
			.requestMatchers("/reports/**", "/control/**", "/workbooks/**")
			.hasRole(UserConfiguration.ROLE)
			// Zoom signs what it sends; the signature is checked where it is taken.
			.requestMatchers(HttpMethod.POST, "/zoom/webhook/*")
			.permitAll()
			.anyRequest()
			.denyAll())
			.httpBasic(Customizer.withDefaults())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// A foreign page can make a browser send a form, but not JSON, YAML or a
			// workbook, which is all that these take.
			.csrf((csrf) -> csrf.ignoringRequestMatchers(EndpointRequest.toAnyEndpoint())
				.ignoringRequestMatchers("/reports/**", "/control/**", "/workbooks/**", "/zoom/webhook/*"))
			.build();
	}

}
