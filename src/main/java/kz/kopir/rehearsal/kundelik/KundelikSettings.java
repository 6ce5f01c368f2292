package kz.kopir.rehearsal.kundelik;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How the Kundelik stand-in behaves. What the real Kundelik does is unknown where a
 * switch stands here.
 *
 * @param port port on 127.0.0.1, 0 for any
 * @param credentials the tokens it knows from the start
 * @param switches what can be changed while it runs
 * @param foreignWorks how many works with a few marks each the teachers have made by hand
 * before the start, 0 or more
 */
public record KundelikSettings(int port, Credentials credentials, Switches switches, int foreignWorks) {

	/**
	 * What happens with a second mark of the same pupil for the same column of a work.
	 */
	public enum MarkRepost {

		/** The mark keeps its id and gets the new value. */
		OVERWRITE,

		/** A further mark with the next number stands beside it. */
		APPEND,

		/** 400 {@code parameterInvalid}; the first mark stays. */
		REJECT

	}

	/**
	 * What happens when a work that has marks is deleted.
	 */
	public enum WorksWithMarks {

		/** Its marks go with it. */
		ALLOW,

		/** 400 {@code parameterInvalid}; all stays. */
		REJECT

	}

	/**
	 * What happens when an attendance is posted where one stands.
	 */
	public enum LogEntryPostExisting {

		/** The new one takes its place. */
		OVERWRITE,

		/** 400 {@code parameterInvalid}; the first one stays. */
		REJECT

	}

	/**
	 * The tokens that are valid from the start.
	 *
	 * @param adminToken access token of a service account with the school administrator's
	 * role; may write everywhere
	 * @param teacherToken access token of a teacher of the timetable; may write on the
	 * own lessons
	 * @param strangerToken access token of a user who belongs to no school
	 * @param adminRefreshToken refresh token of the service account
	 * @param clientId {@code client_id} that a refresh has to name
	 * @param clientSecret {@code client_secret} that a refresh has to name
	 * @param accessTokenLifetime how long an access token is valid, from the start or
	 * from its refresh
	 * @param teacherPersonId the person behind {@code teacherToken}, or null for the
	 * teacher of the first lesson of the first class group
	 */
	public record Credentials(String adminToken, String teacherToken, String strangerToken, String adminRefreshToken,
			String clientId, String clientSecret, Duration accessTokenLifetime, @Nullable Long teacherPersonId) {

		/**
		 * Credentials of the rehearsal; they open nothing but the stand-in.
		 * @return tokens that are valid for 30 days
		 */
		public static Credentials defaults() {
			return new Credentials("rehearsalAdminToken0000000000001", "rehearsalTeacherToken00000000001",
					"rehearsalStrangerToken0000000001", "rehearsalAdminRefresh00000000001",
					"00000000-0000-0000-0000-000000002026", "11111111-0000-0000-0000-000000002026", Duration.ofDays(30),
					null);
		}

		/**
		 * These credentials with another lifetime.
		 * @param lifetime how long an access token is valid
		 * @return a copy
		 */
		public Credentials withAccessTokenLifetime(Duration lifetime) {
			return new Credentials(this.adminToken, this.teacherToken, this.strangerToken, this.adminRefreshToken,
					this.clientId, this.clientSecret, lifetime, this.teacherPersonId);
		}

	}

	/**
	 * What can be changed while the stand-in runs.
	 *
	 * @param markRepost what a second mark in the same place does
	 * @param worksDeleteWithMarks what deleting a work with marks does
	 * @param logEntryPostExisting what posting an attendance where one stands does
	 * @param editPeriodDays how many days after a lesson's day its works, marks and
	 * attendance can still be written through the API; 0 for always
	 * @param requestsPerWindow how many requests one token may make in a window; 0 for
	 * any number
	 * @param window length of that window
	 * @param maintenance whether every call is answered with the 503 maintenance page
	 * @param criteriaWrite whether the rehearsal's own call for scores of БЖБ and ТЖБ
	 * exists; Kundelik has no known one
	 */
	public record Switches(MarkRepost markRepost, WorksWithMarks worksDeleteWithMarks,
			LogEntryPostExisting logEntryPostExisting, int editPeriodDays, int requestsPerWindow, Duration window,
			boolean maintenance, boolean criteriaWrite) {

		public Switches {
			if (editPeriodDays < 0 || requestsPerWindow < 0 || window.isNegative() || window.isZero()) {
				throw new IllegalArgumentException("editPeriodDays and requestsPerWindow are 0 or more and window is"
						+ " longer than nothing, not " + editPeriodDays + ", " + requestsPerWindow + ", " + window);
			}
		}

		/**
		 * The mildest behaviour.
		 * @return overwrite, allow, overwrite, no edit period, no request limit (100 in
		 * 1.5 s when one is switched on by number only), no maintenance
		 */
		public static Switches defaults() {
			return new Switches(MarkRepost.OVERWRITE, WorksWithMarks.ALLOW, LogEntryPostExisting.OVERWRITE, 0, 0,
					Duration.ofMillis(1500), false, false);
		}

		/**
		 * These switches with another answer to a second mark.
		 * @param rule what a second mark in the same place does
		 * @return a copy
		 */
		public Switches withMarkRepost(MarkRepost rule) {
			return new Switches(rule, this.worksDeleteWithMarks, this.logEntryPostExisting, this.editPeriodDays,
					this.requestsPerWindow, this.window, this.maintenance, this.criteriaWrite);
		}

		/**
		 * These switches with another answer to the deletion of a work with marks.
		 * @param rule what deleting a work with marks does
		 * @return a copy
		 */
		public Switches withWorksDeleteWithMarks(WorksWithMarks rule) {
			return new Switches(this.markRepost, rule, this.logEntryPostExisting, this.editPeriodDays,
					this.requestsPerWindow, this.window, this.maintenance, this.criteriaWrite);
		}

		/**
		 * These switches with another answer to a second attendance.
		 * @param rule what posting an attendance where one stands does
		 * @return a copy
		 */
		public Switches withLogEntryPostExisting(LogEntryPostExisting rule) {
			return new Switches(this.markRepost, this.worksDeleteWithMarks, rule, this.editPeriodDays,
					this.requestsPerWindow, this.window, this.maintenance, this.criteriaWrite);
		}

		/**
		 * These switches with another edit period.
		 * @param days days after the lesson's day, 0 for no lock
		 * @return a copy
		 */
		public Switches withEditPeriodDays(int days) {
			return new Switches(this.markRepost, this.worksDeleteWithMarks, this.logEntryPostExisting, days,
					this.requestsPerWindow, this.window, this.maintenance, this.criteriaWrite);
		}

		/**
		 * These switches with another request limit.
		 * @param requests requests of one token in a window, 0 for no limit
		 * @param length length of the window
		 * @return a copy
		 */
		public Switches withRequestLimit(int requests, Duration length) {
			return new Switches(this.markRepost, this.worksDeleteWithMarks, this.logEntryPostExisting,
					this.editPeriodDays, requests, length, this.maintenance, this.criteriaWrite);
		}

		/**
		 * These switches with maintenance on or off.
		 * @param on whether every call is answered with the maintenance page
		 * @return a copy
		 */
		public Switches withMaintenance(boolean on) {
			return new Switches(this.markRepost, this.worksDeleteWithMarks, this.logEntryPostExisting,
					this.editPeriodDays, this.requestsPerWindow, this.window, on, this.criteriaWrite);
		}

		/**
		 * These switches with the rehearsal's own call for scores of БЖБ and ТЖБ on or
		 * off.
		 * @param on whether that call exists
		 * @return a copy
		 */
		public Switches withCriteriaWrite(boolean on) {
			return new Switches(this.markRepost, this.worksDeleteWithMarks, this.logEntryPostExisting,
					this.editPeriodDays, this.requestsPerWindow, this.window, this.maintenance, on);
		}

	}

	/**
	 * Any port, the rehearsal's credentials, the mildest behaviour, 6 works made by hand.
	 * @return the defaults
	 */
	public static KundelikSettings defaults() {
		return new KundelikSettings(0, Credentials.defaults(), Switches.defaults(), 6);
	}

	/**
	 * These settings on another port.
	 * @param number port on 127.0.0.1, 0 for any
	 * @return a copy
	 */
	public KundelikSettings withPort(int number) {
		return new KundelikSettings(number, this.credentials, this.switches, this.foreignWorks);
	}

	/**
	 * These settings with other credentials.
	 * @param others the tokens
	 * @return a copy
	 */
	public KundelikSettings withCredentials(Credentials others) {
		return new KundelikSettings(this.port, others, this.switches, this.foreignWorks);
	}

	/**
	 * These settings with other switches.
	 * @param others the switches at the start
	 * @return a copy
	 */
	public KundelikSettings withSwitches(Switches others) {
		return new KundelikSettings(this.port, this.credentials, others, this.foreignWorks);
	}

	/**
	 * These settings with another number of works made by hand.
	 * @param works 0 or more
	 * @return a copy
	 */
	public KundelikSettings withForeignWorks(int works) {
		return new KundelikSettings(this.port, this.credentials, this.switches, works);
	}

}
