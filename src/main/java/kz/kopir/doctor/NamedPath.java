package kz.kopir.doctor;

import java.nio.file.Path;

/**
 * A file or folder that a setting names.
 *
 * @param setting full name of the setting
 * @param path where it is
 * @param written whether the gateway writes it
 */
public record NamedPath(String setting, Path path, boolean written) {
}
