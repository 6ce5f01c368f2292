package kz.kopir.sync;

import kz.kopir.run.RunStore;
import kz.kopir.run.RunLocks;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.PullMoments;
import kz.kopir.zoom.Zoom;

import java.time.Clock;
import java.time.ZoneId;

import kz.kopir.call.Troubles;
import kz.kopir.problem.Problems;
import kz.kopir.roster.LinkStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts together what the routes ask of this package.
 */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

	@Bean
	PlanStore planStore(JdbcTemplate template, SchoolBook schools, Clock clock) {
		return new PlanStore(JdbcClient.create(template), schools, clock);
	}

	@Bean
	PlanDesk planDesk(JdbcTemplate template, PlanStore plans, Problems problems, RunStore runs,
			TransactionOperations transactions, Clock clock, ZoneId zone) {
		return new PlanDesk(new Ledger(template, clock), plans, problems, runs, transactions, zone);
	}

	@Bean
	Simulations simulations(JdbcTemplate template, SchoolBook schools) {
		return new Simulations(template, schools);
	}

	@Bean
	PreparationBook preparationBook(JdbcTemplate template) {
		return new PreparationBook(template);
	}

	@Bean
	ControlBook controlBook(JdbcTemplate template, TransactionOperations transactions) {
		return new ControlBook(template, transactions);
	}

	@Bean
	ControlDecisions controlDecisions(JdbcTemplate template, Clock clock) {
		return new ControlDecisions(template, clock);
	}

	@Bean
	ControlDesk controlDesk(SchoolBook schools, ControlBook book, ControlDecisions decisions, Clock clock,
			ZoneId zone) {
		return new ControlDesk(schools, book, decisions, clock, zone);
	}

	@Bean
	Timeliness timeliness(JdbcTemplate template, ControlDesk control, Clock clock) {
		return new Timeliness(template, control, clock);
	}

	@Bean
	ClassGroups classGroups(SchoolBook schools, PlanDesk desk, ControlBook control, ControlDecisions decisions,
			PreparationBook preparation, Simulations simulations, Clock clock, ZoneId zone) {
		return new ClassGroups(schools, desk, control, decisions, preparation, simulations, clock, zone);
	}

	@Bean
	AttendanceMemory attendanceMemory(JdbcTemplate template, Clock clock) {
		return new AttendanceMemory(template, clock);
	}

	@Bean
	AttendanceQuestions attendanceQuestions(Problems problems, AttendanceMemory memory, MeetingStore meetings) {
		return new AttendanceQuestions(problems, memory, meetings);
	}

	@Bean
	AttendanceRuns attendanceRuns(SchoolBook schools, Zoom zoom, MeetingStore meetings, AttendanceMemory memory,
			Problems problems, PullMoments moments, Clock clock, ZoneId zone) {
		return new AttendanceRuns(schools, zoom, meetings, memory, problems, moments, clock, zone);
	}

	@Bean
	AttendanceGroups attendanceGroups(SchoolBook schools, MeetingStore meetings, AttendanceMemory memory, PlanDesk desk,
			PreparationBook preparation, Clock clock, ZoneId zone) {
		return new AttendanceGroups(schools, meetings, memory, desk, preparation, clock, zone);
	}

	@Bean
	Runs runs(SchoolBook schools, RunStore store, RunLocks locks, LinkStore links, Problems problems, Troubles troubles,
			Clock clock, ZoneId zone, RunLauncher launcher, RunListener listener) {
		return new Runs(schools, store, locks, links, problems, troubles, clock, zone, launcher, listener);
	}

}
