package kz.kopir.flow;

import java.math.BigDecimal;
import java.time.LocalDate;

import kz.kopir.rehearsal.world.World;

/**
 * A work that a teacher gives although the rules of assessment do not allow it.
 *
 * @param course Classroom's id of the course
 * @param title its title
 * @param due its day
 */
record ForbiddenWork(String course, String title, LocalDate due) {

	static final int MAXIMUM = 10;

	/** Gives it now. */
	String give(World world) {
		return world.give(this.course, this.title, this.due, BigDecimal.valueOf(MAXIMUM));
	}

}
