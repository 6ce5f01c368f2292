package kz.kopir.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import kz.kopir.digest.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailStateTest {

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	@ParameterizedTest
	@CsvSource({ "DUE, SENDING REFUSED DROPPED", "SENDING, SENT REFUSED AMBIGUOUS DUE", "AMBIGUOUS, SENT DUE DOUBTFUL",
			"DOUBTFUL, DUE", "REFUSED, DUE", "SENT, ''", "DROPPED, ''" })
	void aStateKnowsWhatMayComeNext(MailState state, String next) {
		Set<MailState> allowed = EnumSet.noneOf(MailState.class);
		Arrays.stream(next.split(" ")).filter((word) -> !word.isEmpty()).map(MailState::valueOf).forEach(allowed::add);
		for (MailState other : MailState.values()) {
			assertThat(state.mayBecome(other)).as("%s to %s", state, other).isEqualTo(allowed.contains(other));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aStateIsReadAsItWasWritten(MailState state) {
		assertThat(MailState.of(state.word())).isEqualTo(state);
	}

	@Test
	void aMailThatWasSentIsNeverSentAgain() {
		OutboxMail mail = OutboxMail
			.due("m", SampleSchool.SCHOOL, "t-1", "t-1@school.example", LetterKind.DAILY, SampleSchool.FRIDAY, "<m>",
					NOW)
			.attempted("t-1@school.example", NOW)
			.accepted("g1", NOW);
		assertThat(mail.settledAt()).isEqualTo(NOW);
		assertThatThrownBy(() -> mail.attempted("t-1@school.example", NOW)).isInstanceOf(IllegalStateException.class)
			.hasMessage("Mail m is SENT and cannot become SENDING.");
	}

	@Test
	void noTextFormTellsAnAddress() {
		OutboxMail mail = OutboxMail.due("m", SampleSchool.SCHOOL, "t-1", "t-1@school.example", LetterKind.DAILY,
				SampleSchool.FRIDAY, "<m>", NOW);
		MailHead head = new MailHead(SampleSchool.SCHOOL, "m", "<m>", "Көпір", "kopir@school.example",
				"t-1@school.example", NOW);
		assertThat(mail + " " + head + " " + SampleSchool.SENDER + " " + Dispatch.of(mail, Transport.GMAIL, new byte[1])
				+ " " + MailHouse.account("http://127.0.0.1/token")
				+ new SmtpAccount(SmtpAccount.Security.TLS, "kopir", "s3cret"))
			.doesNotContain("@", "s3cret");
	}

}
