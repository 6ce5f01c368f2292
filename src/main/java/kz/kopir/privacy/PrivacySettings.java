package kz.kopir.privacy;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pseudonyms of pupils are made.
 *
 * @param keyFile file with the key of the pseudonyms; made at the first start. Every node
 * needs the same one, and a backup is only whole with it
 */
@ConfigurationProperties("kopir.privacy")
record PrivacySettings(@DefaultValue("data/pseudonym-key") Path keyFile) {
}
