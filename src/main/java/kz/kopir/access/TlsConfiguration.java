package kz.kopir.access;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.catalina.valves.RemoteIpValve;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sees to it that passwords and children's data cross no network in the open. The cookie
 * of a session is secure, and browsers are told to come back over TLS only, whenever a
 * request came over TLS.
 */
@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

	private static final String ACTION = """
			Set one of
			  server.ssl.certificate and server.ssl.certificate-private-key  the gateway speaks TLS itself (PEM files)
			  kopir.manage.tls: proxy  a proxy in front of it does; name its address in kopir.manage.proxies
			or leave out server.address: then it can be reached from this machine only.""";

	/**
	 * @throws AccessUnusable when others can reach the gateway without TLS
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(AccessSettings settings, ServerProperties server) {
		check(settings.tls(), server);
		return (factory) -> {
			if (settings.tls() == AccessSettings.Tls.PROXY) {
				factory.addEngineValves(trusting(settings.proxies()));
			}
		};
	}

	static void check(AccessSettings.Tls tls, ServerProperties server) {
		InetAddress address = server.getAddress();
		boolean alone = address != null && address.isLoopbackAddress();
		boolean encrypted = server.getSsl() != null && server.getSsl().isEnabled();
		if (!alone && !encrypted && tls != AccessSettings.Tls.PROXY) {
			throw new AccessUnusable("The gateway would listen on a network without TLS: passwords and children's "
					+ "marks could be read on the way.", ACTION);
		}
	}

	/** What others than the proxy say of the way that a request came is not believed. */
	static RemoteIpValve trusting(List<String> proxies) {
		RemoteIpValve valve = new RemoteIpValve();
		valve.setInternalProxies(proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
		valve.setRemoteIpHeader("X-Forwarded-For");
		valve.setProtocolHeader("X-Forwarded-Proto");
		valve.setHostHeader("X-Forwarded-Host");
		return valve;
	}

}
