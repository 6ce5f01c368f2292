package kz.kopir.manage;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
			.requestMatchers("/reports/**", "/control/**", "/problems/**", "/workbooks/**", "/mails/**")
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
				.ignoringRequestMatchers("/reports/**", "/control/**", "/problems/**", "/workbooks/**", "/mails/**",
						"/zoom/webhook/*"))
			.build();
	}

}
