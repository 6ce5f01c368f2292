package kz.kopir.rehearsal.kundelik;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The criteria journal: sections and scores. Thread-safe. A class group's page is made
 * when it is opened for the first time, because a large school has many.
 */
final class CriteriaBook {

	private static final long FIRST_MARK = 2_600_000_000_000_000_001L;

	private final World world;

	private final LocalTimes times;

	private final Map<Long, Page> pages = new HashMap<>();

	private final Map<Long, Long> groupOfSection = new HashMap<>();

	private long nextMark = FIRST_MARK;

	private long nextSection = FIRST_MARK + 50_000_000_000_000_000L;

	CriteriaBook(World world, LocalTimes times) {
		this.world = world;
		this.times = times;
	}

	synchronized List<CriteriaSectionFacts> sections(long groupId) {
		return List.copyOf(page(groupId).sections.values());
	}

	/** A section that was shown before, or null: nobody else can know its id. */
	synchronized @Nullable CriteriaSectionFacts section(long id) {
		Long group = this.groupOfSection.get(id);
		return (group != null) ? page(group).sections.get(id) : null;
	}

	synchronized List<JournalCriteriaMark> marks(long groupId) {
		return List.copyOf(page(groupId).marks.values());
	}

	/** Scores of all class groups whose page was opened. */
	synchronized List<JournalCriteriaMark> marks() {
		List<JournalCriteriaMark> all = new ArrayList<>();
		this.pages.values().forEach((page) -> all.addAll(page.marks.values()));
		return all;
	}

	synchronized JournalCriteriaMark put(CriteriaSectionFacts section, long personId, int value) {
		return put(page(section.groupId()), section.id(), personId, value);
	}

	synchronized boolean remove(CriteriaSectionFacts section, long personId) {
		return page(section.groupId()).marks.remove(section.id() + "/" + personId) != null;
	}

	/** Sets the maximum of a part, as a teacher does. */
	synchronized CriteriaSectionFacts putSection(long groupId, long subjectId, int term, int part, int maximum) {
		Page page = page(groupId);
		long id = page.sections.values()
			.stream()
			.filter((section) -> section.subjectId() == subjectId && section.term() == term && section.part() == part)
			.mapToLong(CriteriaSectionFacts::id)
			.findFirst()
			.orElseGet(() -> this.nextSection++);
		CriteriaSectionFacts section = new CriteriaSectionFacts(id, groupId, subjectId, term, part, maximum);
		page.sections.put(id, section);
		this.groupOfSection.put(id, groupId);
		return section;
	}

	private JournalCriteriaMark put(Page page, long sectionId, long personId, int value) {
		String cell = sectionId + "/" + personId;
		JournalCriteriaMark before = page.marks.get(cell);
		JournalCriteriaMark mark = new JournalCriteriaMark((before != null) ? before.id() : this.nextMark++, sectionId,
				personId, value, this.times.nowMicros());
		page.marks.put(cell, mark);
		return mark;
	}

	private Page page(long groupId) {
		Page known = this.pages.get(groupId);
		if (known != null) {
			return known;
		}
		Page page = new Page();
		this.pages.put(groupId, page);
		this.world.criteriaSections(groupId).forEach((section) -> {
			page.sections.put(section.id(), section);
			this.groupOfSection.put(section.id(), groupId);
		});
		this.world.typedScores(groupId)
			.forEach((typed) -> put(page, typed.sectionId(), typed.personId(), typed.value()));
		return page;
	}

	private static final class Page {

		private final Map<Long, CriteriaSectionFacts> sections = new TreeMap<>();

		private final Map<String, JournalCriteriaMark> marks = new LinkedHashMap<>();

	}

}
