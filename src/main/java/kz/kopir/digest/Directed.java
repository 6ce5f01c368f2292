package kz.kopir.digest;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.staff.Recipients;
import kz.kopir.staff.StaffMember;

/**
 * A concern with those to whom it is told.
 *
 * @param concern the concern
 * @param recipients who they are
 */
record Directed(Concern concern, Recipients recipients) {

	boolean isFor(StaffMember person) {
		return this.recipients.people().contains(person);
	}

	/** As one of its recipients is told it. */
	Addressed asTheirs() {
		return new Addressed(this.concern, this.recipients.missing(), List.of(), null);
	}

	/** As somebody above is told it, when the recipients did not react. */
	Addressed asIgnored(LocalDate since) {
		return new Addressed(this.concern, this.recipients.missing(),
				this.recipients.people().stream().map(StaffMember::name).toList(), since);
	}

}
