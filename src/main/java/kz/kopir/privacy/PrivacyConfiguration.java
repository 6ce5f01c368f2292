package kz.kopir.privacy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts together what stands for children where their ids must not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

	@Bean
	Pseudonyms pseudonyms(PrivacySettings settings, JdbcTemplate template, ServedSchools schools) {
		return new PseudonymKey(settings.keyFile(), JdbcClient.create(template)).load(schools.ids());
	}

}
