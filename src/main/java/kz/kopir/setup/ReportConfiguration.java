package kz.kopir.setup;

import java.nio.file.Path;
import java.time.Clock;

import kz.kopir.problem.Problems;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.report.ReportImport;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How report files come in.
 */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

	@Bean
	ReportImport reportImport(JdbcTemplate template, TransactionOperations transactions, MeetingStore meetings,
			Problems problems, KopirSettings settings, ResourceLoader resources, Clock clock) {
		return new ReportImport(template, transactions, meetings, problems,
				SchoolsConfiguration.reportRules(settings, resources)::get, clock);
	}

	@Bean
	ReportFolder reportFolder(ReportImport reports) {
		return new ReportFolder(reports);
	}

	/** A route for each school that names a folder. */
	@Bean
	ApplicationListener<ApplicationReadyEvent> reportFolders(KopirSettings settings, CamelContext camel) {
		return (ready) -> settings.schools().forEach((id, school) -> {
			Path folder = school.attendance().reports();
			if (folder != null) {
				TemplatedRouteBuilder.builder(camel, "report-folder")
					.routeId("report-folder-" + id)
					.parameter("school", id)
					.parameter("folder", folder.toAbsolutePath().toString())
					.add();
			}
		});
	}

}
