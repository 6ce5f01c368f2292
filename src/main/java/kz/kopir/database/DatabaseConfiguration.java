package kz.kopir.database;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The application's data source; Flyway brings it up to date at start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

	@Bean
	HikariDataSource dataSource(DatabaseSettings settings) {
		return ConnectionPool.open(settings);
	}

	@Bean
	JdbcTemplate jdbcTemplate(DataSource dataSource) {
		return Jdbc.template(dataSource);
	}

}
