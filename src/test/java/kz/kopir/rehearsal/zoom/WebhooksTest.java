package kz.kopir.rehearsal.zoom;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Webhook requests are signed over their raw bytes.
 */
class WebhooksTest {

	@Test
	void everyRequestIsSignedAndEmojiAreEscapedWhileCyrillicIsRaw() throws Exception {
		MeetingFacts meeting = World.generate(WorldSettings.defaults())
			.meetings(World.DISTANCE_DAY)
			.stream()
			.filter((one) -> one.type() == 8 && one.participants().size() > 5)
			.findFirst()
			.orElseThrow();
		List<Webhooks.Signed> all = ZoomStandIn.webhooks("secret").of(meeting, "host");
		for (Webhooks.Signed one : all) {
			String text = new String(one.body(), StandardCharsets.UTF_8);
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			String message = "v0:" + one.headers().get("x-zm-request-timestamp") + ":" + text;
			assertThat(one.headers().get("x-zm-signature"))
				.isEqualTo("v0=" + HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8))));
			assertThat(text).contains("\\uD83D\\uDE92", "сабақ");
		}
		assertThat(new String(all.get(all.size() - 1).body(), StandardCharsets.UTF_8))
			.contains("meeting.participant_left");
		assertThat(new String(all.get(all.size() - 2).body(), StandardCharsets.UTF_8)).contains("meeting.ended");
	}

}
