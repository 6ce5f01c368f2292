package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The topics of a course and what a teacher puts up to read and watch.
 */
final class Shelf {

	private final long seed;

	private final Keys keys;

	Shelf(WorldSettings settings, Keys keys) {
		this.seed = settings.seed();
		this.keys = keys;
	}

	/**
	 * Three topics: formative work, БЖБ, ТЖБ; {@link CourseworkPlan} files by this order.
	 */
	List<TopicFacts> topics(CoursePlan plan) {
		List<String> names = plan.kazakh() ? List.of("Үй тапсырмалары", "БЖБ", "ТЖБ")
				: List.of("Домашние задания", "СОР", "СОЧ");
		List<TopicFacts> topics = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			topics.add(new TopicFacts(this.keys.topic(plan.index(), i), plan.facts().id(), names.get(i),
					plan.facts().updated().plusSeconds(i)));
		}
		return topics;
	}

	/** None to three materials. */
	List<MaterialFacts> materials(CoursePlan plan) {
		Dice dice = Dice.of(this.seed, 70, plan.index());
		List<MaterialFacts> materials = new ArrayList<>();
		int count = dice.below(4);
		for (int i = 0; i < count; i++) {
			Instant created = plan.facts().updated().plusSeconds(dice.below(600_000));
			String title = (plan.kazakh() ? "Тақырып бойынша материал " : "Материал к теме ") + (i + 1);
			materials.add(new MaterialFacts(this.keys.material(plan.index(), i), plan.facts().id(), title,
					dice.chance(300) ? Titles.instructions(dice, plan.kazakh()) : null,
					dice.chance(50) ? "DRAFT" : "PUBLISHED", created, created.plusSeconds(dice.below(600)),
					this.keys.topic(plan.index(), 0),
					List.of("https://kitap.example/okulyk/" + dice.between(100, 999) + ".pdf")));
		}
		return materials;
	}

}
