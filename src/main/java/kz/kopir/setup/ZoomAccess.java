package kz.kopir.setup;

import java.nio.file.Path;

import jakarta.validation.constraints.Min;
import kz.kopir.zoom.ZoomAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school's access to Zoom: a Server-to-Server OAuth app of its own account. Without
 * account id nothing is asked of Zoom, and only report files are read.
 *
 * @param accountId Zoom's id of the account, or null
 * @param clientId id of the app
 * @param clientSecret its secret
 * @param discovery how meetings are found
 * @param requestsPerDay the school's part of the daily calls that its plan allows to all
 * programs together
 * @param teachers table of the teachers' Zoom users; null for the one of the mappings
 * @param participants table of ids and addresses of pupils; null for the one of the
 * mappings
 * @param webhookSecretFile file with the secret token by which Zoom signs its events;
 * null when none are taken
 */
record ZoomAccess(@Nullable String accountId, @Nullable String clientId, @Nullable String clientSecret,
		@DefaultValue("account") ZoomAccount.Discovery discovery, @Min(1) @DefaultValue("3000") long requestsPerDay,
		@Nullable Path teachers, @Nullable Path participants, @Nullable Path webhookSecretFile) {
}
