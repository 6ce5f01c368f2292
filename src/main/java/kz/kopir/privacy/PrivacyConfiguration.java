package kz.kopir.privacy;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts together what keeps and erases children's data.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

	@Bean
	Pseudonyms pseudonyms(PrivacySettings settings, JdbcTemplate template, ServedSchools schools) {
		return new PseudonymKey(settings.keyFile(), JdbcClient.create(template)).load(schools.ids());
	}

	@Bean
	StopList stopList(JdbcTemplate template, TransactionOperations transactions, Pseudonyms pseudonyms, Clock clock) {
		return new StopList(template, transactions, pseudonyms, clock);
	}

}
