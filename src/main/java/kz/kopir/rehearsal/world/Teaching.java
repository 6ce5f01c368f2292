package kz.kopir.rehearsal.world;

import java.util.List;

import kz.kopir.rehearsal.world.Classes.SchoolClass;
import kz.kopir.rehearsal.world.Curriculum.Item;

/**
 * A subject taught to a class group through the year.
 *
 * @param schoolClass the class
 * @param item subject and hours
 * @param group the class, or its subgroup when the subject splits it
 * @param groupIndex place of the group among all groups
 * @param part 0 for a class, 1 or 2 for a subgroup
 * @param teachers indexes of the teachers: one, or two who share a class that Kundelik
 * does not split
 */
record Teaching(SchoolClass schoolClass, Item item, GroupFacts group, int groupIndex, int part,
		List<Integer> teachers) {
}
