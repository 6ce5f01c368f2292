package kz.kopir.school;

/**
 * A record of a source that could not be used.
 *
 * @param kind what was read, for example {@code studentSubmissions}
 * @param place where in what was read: page and position, both from 1
 * @param id the record's id, or an empty text when it has none
 * @param mistake what is wrong with it, without any value of it
 * @param twice whether the mistake is that the same id came with different content
 */
public record RecordFault(String kind, String place, String id, String mistake, boolean twice) {
}
