package kz.kopir.setup;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import kz.kopir.classroom.Classroom;
import kz.kopir.database.DatabaseSettings;
import kz.kopir.doctor.Doctor;
import kz.kopir.doctor.Examinations;
import kz.kopir.zoom.Zoom;
import org.apache.camel.CamelContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The doctor of a running gateway. Its settings were understood at the start; tables and
 * policies are read anew.
 */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

	@Bean
	Doctor doctor(KopirSettings settings, DatabaseSettings database, Environment environment, ResourceLoader resources,
			JdbcTemplate template, ObjectProvider<CamelContext> camel, Classroom classroom, Zoom zoom, Clock clock,
			@Qualifier("realClock") Clock realClock, ZoneId zone) {
		PolicyRegister register = new PolicyRegister(template);
		return Examinations
			.of(new GatewayCases(environment, resources).of(settings, database, List.of()),
					new SchoolCases(resources, new LiveWorld(camel, classroom, zoom),
							(school) -> register.taken(school.value()), clock, zone)
						.of(settings),
					clock, realClock, zone);
	}

}
