package kz.kopir.journal;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.school.ClassGroup;

/**
 * Asks when some class groups have which lessons. A class and its subgroups are best
 * asked for together: they share their bells, which are then read once. The answer is
 * whole or it is a failure.
 *
 * @param classGroups the class groups, each with its class if it is a subgroup
 * @param from first lesson day, Asia/Almaty
 * @param to last lesson day, included
 */
public record LessonSlotQuestion(List<ClassGroup> classGroups, LocalDate from, LocalDate to) {

	public LessonSlotQuestion {
		classGroups = List.copyOf(classGroups);
	}

}
