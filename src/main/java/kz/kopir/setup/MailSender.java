package kz.kopir.setup;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From whom the mails of a school come. Without a sender the school writes none.
 *
 * @param sender address of the mailbox, or null
 * @param fromName as the sender is shown
 * @param refreshTokenFile file with the refresh token of that mailbox; null for a service
 * account, or when the token of the school's sign-in to Google is that mailbox's
 */
record MailSender(@Nullable String sender, @DefaultValue("Kopir") String fromName, @Nullable Path refreshTokenFile) {
}
