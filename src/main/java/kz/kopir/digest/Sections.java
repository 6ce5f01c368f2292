package kz.kopir.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * Puts concerns into sections by class group; the order of the concerns says which
 * section comes first.
 */
final class Sections {

	private final Map<ClassGroupId, String> names;

	Sections(Map<ClassGroupId, String> names) {
		this.names = names;
	}

	List<Letter.Section> of(List<Addressed> concerns, boolean fresh) {
		Map<@Nullable ClassGroupId, List<Letter.Item>> byClassGroup = new LinkedHashMap<>();
		concerns.forEach((one) -> byClassGroup.computeIfAbsent(one.concern().classGroup(), (id) -> new ArrayList<>())
			.add(one.item()));
		List<Letter.Section> sections = new ArrayList<>();
		byClassGroup.forEach((id, items) -> sections.add(new Letter.Section(name(id), items, fresh)));
		return sections;
	}

	private @Nullable String name(@Nullable ClassGroupId id) {
		return (id == null) ? null : this.names.getOrDefault(id, id.value());
	}

}
