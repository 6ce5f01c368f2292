package kz.kopir.rehearsal.world;

/**
 * A grade category of a course.
 *
 * @param id Classroom's id
 * @param name as the teacher named it
 * @param weight share of the overall grade in millionths: 250000 is 25 %
 * @param defaultGradeDenominator points that new coursework of the category gets, or 0
 * for none
 */
public record CategoryFacts(String id, String name, int weight, int defaultGradeDenominator) {
}
