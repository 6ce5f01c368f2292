package kz.kopir.privacy;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.Valid;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pupils' data is kept.
 *
 * @param keyFile file with the key of the pseudonyms; made at the first start. Every node
 * needs the same one, and a backup is only whole with it
 * @param keep how long what is kept
 */
@Validated
@ConfigurationProperties("kopir.privacy")
record PrivacySettings(@DefaultValue("data/pseudonym-key") Path keyFile, @Valid @DefaultValue Keep keep) {

	/**
	 * How long what is kept.
	 *
	 * @param problems problems, after they were closed
	 * @param runs runs with their counts, balances and plans, after they ended
	 * @param schoolYear what belongs to a school year, such as deliveries and scores,
	 * after its 31 August
	 * @param audit rows of the audit, a year at least
	 */
	record Keep(@DurationMin(days = 1) @DefaultValue("180d") Duration problems,
			@DurationMin(days = 30) @DefaultValue("400d") Duration runs,
			@DurationMin(days = 0) @DefaultValue("30d") Duration schoolYear,
			@DurationMin(days = 366) @DefaultValue("1096d") Duration audit) {
	}

}
