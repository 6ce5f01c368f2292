package kz.kopir.rehearsal.world;

/**
 * A subject.
 *
 * @param id Kundelik's id, 19 digits
 * @param name as Kundelik shows it, in Russian
 * @param nameKk in Kazakh
 * @param marked whether it is assessed with marks; music, physical education and such are
 * not
 */
public record SubjectFacts(long id, String name, String nameKk, boolean marked) {
}
