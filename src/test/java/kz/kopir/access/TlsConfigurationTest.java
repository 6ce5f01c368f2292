package kz.kopir.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TlsConfigurationTest {

	@ParameterizedTest
	@CsvSource(nullValues = "any", value = { "any", "0.0.0.0", "192.168.1.10" })
	void whoCanBeReachedOverANetworkWithoutTlsDoesNotStart(String address) throws UnknownHostException {
		assertThatExceptionOfType(AccessUnusable.class)
			.isThrownBy(() -> TlsConfiguration.check(AccessSettings.Tls.HERE, server(address)))
			.satisfies((refused) -> assertThat(refused.action()).contains("server.ssl.certificate",
					"kopir.manage.tls: proxy"));
		assertThatCode(() -> TlsConfiguration.check(AccessSettings.Tls.PROXY, server(address)))
			.doesNotThrowAnyException();
		ServerProperties encrypted = server(address);
		encrypted.setSsl(new Ssl());
		assertThatCode(() -> TlsConfiguration.check(AccessSettings.Tls.HERE, encrypted)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1", "::1" })
	void onThisMachineAloneNoTlsIsNeeded(String address) throws UnknownHostException {
		assertThatCode(() -> TlsConfiguration.check(AccessSettings.Tls.HERE, server(address)))
			.doesNotThrowAnyException();
	}

	@Test
	void onlyTheNamedProxiesAreBelieved() {
		RemoteIpValve valve = TlsConfiguration.trusting(List.of("10.0.0.5", "::1"));
		assertThat("10.0.0.5").matches(valve.getInternalProxies());
		assertThat("10.0.0.55").doesNotMatch(valve.getInternalProxies());
		assertThat("10a0a0a5").doesNotMatch(valve.getInternalProxies());
	}

	private static ServerProperties server(String address) throws UnknownHostException {
		ServerProperties server = new ServerProperties();
		server.setAddress((address != null) ? InetAddress.getByName(address) : null);
		return server;
	}

}
