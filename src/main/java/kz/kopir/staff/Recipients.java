package kz.kopir.staff;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * To whom a problem is told.
 *
 * @param people the people, in the order of the table; empty only when the table is empty
 * @param missing for whom they stand in, null if it is theirs
 */
public record Recipients(List<StaffMember> people, @Nullable MissingPerson missing) {

	public Recipients {
		people = List.copyOf(people);
	}

}
