package kz.kopir.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The run locks of this node; {@code kopir.node} names it, by default its host name does.
 */
@Configuration(proxyBeanMethods = false)
class RunLockConfiguration {

	@Bean
	RunLocks runLocks(JdbcTemplate template, @Qualifier("realClock") Clock realClock,
			@Value("${kopir.node:}") String node) {
		return new RunLocks(template, realClock, node.isBlank() ? hostName() : node);
	}

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("This machine has no host name, so Kopir does not know how to call this "
					+ "node. Set kopir.node to a name that no other node of the same database has.", ex);
		}
	}

}
