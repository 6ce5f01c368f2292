package kz.kopir.setup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kz.kopir.journal.kundelik.ExcusedAbsence;
import kz.kopir.sync.SyncPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gateway.
 *
 * @param mappings where the mappings and tables stand: {@code classpath:mappings} or
 * {@code file:<folder>}
 * @param parallelism class groups that are carried at the same time, 1 to 64
 * @param schools the schools by their id in this gateway
 * @param classroom how to reach Classroom
 * @param kundelik how to reach Kundelik
 * @param zoom how to reach Zoom
 * @param retry when and how often a call is repeated
 * @param gmail how to reach Gmail
 * @param mail how mails go out
 */
@Validated
@ConfigurationProperties("kopir")
record KopirSettings(@DefaultValue("classpath:mappings") String mappings,
		@Min(1) @Max(64) @DefaultValue("4") int parallelism, @NotEmpty Map<String, @Valid School> schools,
		@Valid @DefaultValue Classroom classroom, @Valid @DefaultValue Kundelik kundelik,
		@Valid @DefaultValue Zoom zoom, @Valid @DefaultValue Retry retry, @Valid @DefaultValue Gmail gmail,
		@Valid @DefaultValue MailWay mail) {

	/** These settings for some of the schools only. */
	KopirSettings only(Set<String> some) {
		Map<String, School> kept = new LinkedHashMap<>(this.schools);
		kept.keySet().retainAll(some);
		return new KopirSettings(this.mappings, this.parallelism, kept, this.classroom, this.kundelik, this.zoom,
				this.retry, this.gmail, this.mail);
	}

	/**
	 * One school.
	 *
	 * @param name how the school is called in mails; null for its id
	 * @param cron when the flow runs (Quartz cron, Asia/Almaty), on school days only
	 * @param google how the school signs in to Google
	 * @param journal how the school signs in to Kundelik
	 * @param courseLinks the school's table of courses; null for the one of the mappings
	 * @param pupilLinks the school's table of pupils; null for the one of the mappings
	 * @param staff the school's table of staff; null for the one of the mappings
	 * @param policies folder with the versions of the school's policy; null for the one
	 * of the mappings
	 * @param write kinds of writing that are switched on
	 * @param zoom the school's access to Zoom and its tables of who is who there
	 * @param attendance how attendance is judged and carried
	 * @param mail from whom the school's mails come
	 */
	record School(@Nullable String name, @NotBlank @DefaultValue("0 15 8-20/2 ? * MON-SAT") String cron,
			@Valid @NotNull Google google, @Valid @NotNull Journal journal, @Nullable Path courseLinks,
			@Nullable Path pupilLinks, @Nullable Path staff, @Nullable Path policies,
			@DefaultValue Set<SyncPolicy.Capability> write, @Valid @DefaultValue ZoomAccess zoom,
			@Valid @DefaultValue AttendanceSettings attendance, @Valid @DefaultValue MailSender mail) {
	}

	/**
	 * Sign-in to Google; exactly one of the two ways.
	 *
	 * @param serviceAccountKey key file of a service account with domain-wide delegation
	 * @param subject administrator for whom the service account acts
	 * @param clientId OAuth client of a refresh token
	 * @param clientSecret its secret
	 * @param refreshTokenFile file with the refresh token of an administrator
	 * @param tokenUri token endpoint; null for Google's
	 */
	record Google(@Nullable Path serviceAccountKey, @Nullable String subject, @Nullable String clientId,
			@Nullable String clientSecret, @Nullable Path refreshTokenFile, @Nullable String tokenUri) {
	}

	/**
	 * Sign-in to Kundelik.
	 *
	 * @param schoolId Kundelik's id of the school
	 * @param clientId client registered with Kundelik
	 * @param clientSecret its secret
	 * @param refreshTokenFile file with the refresh token of the service account;
	 * rewritten when Kundelik gives a new one
	 * @param excused Kundelik's word for an absence with a valid reason
	 */
	record Journal(@Min(1) long schoolId, @NotBlank String clientId, @NotBlank String clientSecret,
			@NotNull Path refreshTokenFile, @DefaultValue("absent") ExcusedAbsence excused) {
	}

	/**
	 * How to reach Classroom.
	 *
	 * @param url address
	 * @param requestsPerSecond budget of the client
	 * @param requestsPerSecondAndUser budget of the user for whom is read
	 */
	record Classroom(@Pattern(regexp = "https?://.+") @DefaultValue("https://classroom.googleapis.com") String url,
			@Min(1) @DefaultValue("50") int requestsPerSecond,
			@Min(1) @DefaultValue("20") int requestsPerSecondAndUser) {
	}

	/**
	 * How to reach Kundelik.
	 *
	 * @param url address
	 * @param requestsPerSecond budget
	 * @param windowDays most days that one read of lessons or marks spans
	 */
	record Kundelik(@Pattern(regexp = "https?://.+") @DefaultValue("https://api.kundelik.kz") String url,
			@Min(1) @DefaultValue("50") int requestsPerSecond, @Min(7) @Max(192) @DefaultValue("120") int windowDays) {
	}

	/**
	 * How to reach Zoom.
	 *
	 * @param url address of the API
	 * @param tokenUrl address of the token endpoint
	 * @param requestsPerSecond budget
	 */
	record Zoom(@Pattern(regexp = "https?://.+") @DefaultValue("https://api.zoom.us") String url,
			@Pattern(regexp = "https?://.+") @DefaultValue("https://zoom.us/oauth/token") String tokenUrl,
			@Min(1) @DefaultValue("8") int requestsPerSecond) {
	}

	/**
	 * Repeating calls.
	 *
	 * @param attempts how often a call is repeated at most
	 * @param firstDelayMs first pause in milliseconds; each further one is twice as long
	 * @param longestDelayMs longest pause in milliseconds, also for a server's
	 * Retry-After
	 * @param connectTimeout time to connect
	 * @param responseTimeout time to answer
	 * @param breakerPause how long a system is left alone after an outage
	 */
	record Retry(@Min(0) @DefaultValue("6") int attempts, @Min(1) @DefaultValue("1000") long firstDelayMs,
			@Min(1) @DefaultValue("64000") long longestDelayMs, @DefaultValue("5s") Duration connectTimeout,
			@DefaultValue("60s") Duration responseTimeout, @DefaultValue("30s") Duration breakerPause) {
	}

	/**
	 * How to reach Gmail.
	 *
	 * @param url address
	 */
	record Gmail(@Pattern(regexp = "https?://.+") @DefaultValue("https://gmail.googleapis.com") String url) {
	}

}
