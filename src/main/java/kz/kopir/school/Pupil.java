package kz.kopir.school;

import org.jspecify.annotations.Nullable;

/**
 * A child in a class group. Its text form is the id alone, so that no name gets into a
 * log or an exception.
 *
 * @param id the journal's id of the person
 * @param lastName surname (тегі)
 * @param firstName given name (аты)
 * @param middleName patronymic (әкесінің аты), or null when there is none
 */
public record Pupil(PupilId id, String lastName, String firstName, @Nullable String middleName) {

	@Override
	public String toString() {
		return "Pupil[" + this.id + "]";
	}

}
