package kz.kopir.manage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import kz.kopir.mapping.Programs;
import kz.kopir.problem.Problems;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.rehearsal.zoom.Webhooks;
import kz.kopir.rehearsal.zoom.ZoomStandIn;
import kz.kopir.mapping.SampleTables;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;
import kz.kopir.zoom.webhook.WebhookRules;
import kz.kopir.zoom.webhook.ZoomWebhook;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

class ZoomWebhookControllerTest {

	@Test
	void whenTheDatabaseIsAwayZoomIsToldToSendTheEventAgain() throws IOException {
		Webhooks.Signed event = ZoomStandIn.webhooks("secret")
			.of(World.generate(WorldSettings.defaults()).meetings(World.DISTANCE_DAY).get(0), "host")
			.get(0);
		String stamp = event.headers().get("x-zm-request-timestamp");
		WebhookRules rules = new WebhookRules("secret", ZoomTeachers.of(SampleTables.of(ZoomTeachers.COLUMNS)),
				ZoomParticipants.of(SampleTables.of(ZoomParticipants.COLUMNS)));
		try (TestDatabase database = TestDatabases.sqlite()) {
			ZoomWebhookController controller = new ZoomWebhookController(
					new ZoomWebhook((school) -> rules, new Programs(new DefaultResourceLoader(), "file:mappings"),
							new MeetingStore(database.template(), database.transactions()), database.template(),
							database.transactions(),
							new Problems(database.template(), database.transactions(), Clock.systemUTC()),
							Clock.fixed(Instant.ofEpochSecond(Long.parseLong(stamp)), ZoneOffset.UTC)));
			assertThat(send(controller, event)).isEqualTo(204);
			database.template().execute("drop table zoom_event");
			assertThat(send(controller, event)).isEqualTo(503);
		}
	}

	private static int send(ZoomWebhookController controller, Webhooks.Signed event) throws IOException {
		assertThat(new String(event.body(), StandardCharsets.UTF_8)).contains("participant_joined");
		return controller
			.receive("school-1", event.headers().get("x-zm-request-timestamp"), event.headers().get("x-zm-signature"),
					new ByteArrayInputStream(event.body()))
			.getStatusCode()
			.value();
	}

}
