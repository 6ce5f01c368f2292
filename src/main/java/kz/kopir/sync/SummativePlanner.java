package kz.kopir.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.grading.Judgement;
import kz.kopir.roster.Linking;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.CourseId;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.PupilId;
import kz.kopir.school.Submission;
import kz.kopir.summative.ClassSummatives;
import kz.kopir.summative.JudgedSummative;
import kz.kopir.summative.SummativeWork;

/**
 * Plans the scores of the БЖБ and ТЖБ of a class group, for all its courses together.
 */
final class SummativePlanner {

	private final ClassGroupFacts facts;

	private final SyncPolicy policy;

	private final EntryPlanner entries;

	private final Map<CourseId, Map<ClassroomUserId, Linking<PupilId>>> links;

	private final Set<String> visited = new HashSet<>();

	/**
	 * @param facts what is known of the class group
	 * @param policy what may be written
	 * @param entries plans each score
	 * @param links who is who, for each course that was read to its end
	 */
	SummativePlanner(ClassGroupFacts facts, SyncPolicy policy, EntryPlanner entries,
			Map<CourseId, Map<ClassroomUserId, Linking<PupilId>>> links) {
		this.facts = facts;
		this.policy = policy;
		this.entries = entries;
		this.links = links;
	}

	/** Keys that were judged here. */
	Set<String> visited() {
		return this.visited;
	}

	/** Plans the works that were found, and says what is known of each. */
	List<SummativeItem> plan(List<SummativeFound> found) {
		Map<SummativeWork, SummativeFound> byWork = new IdentityHashMap<>();
		found.forEach((one) -> byWork.put(one.work(), one));
		SummativeFacts summatives = this.facts.summatives();
		List<JudgedSummative> judged = summatives.rules()
			.judge(new ClassSummatives(found.stream().map(SummativeFound::work).toList(),
					summatives.criteria().sections(), summatives.elsewhere(), summatives.remote()));
		CriteriaView journal = new CriteriaView(summatives.criteria());
		Map<CriteriaView.Cell, Integer> claims = claims(judged, byWork);
		List<SummativeItem> items = new ArrayList<>();
		for (JudgedSummative one : judged) {
			SummativeFound of = byWork.get(one.work());
			SummativeScores scores = new SummativeScores(this.facts, this.policy, this.entries, journal, of, one);
			this.entries.tally(EntryKind.SUMMATIVE).collected(of.submissions().size());
			of.submissions()
				.forEach((submission) -> scores.plan(submission, link(of, submission), claims, this.visited));
			items.add(scores.item());
		}
		return items;
	}

	/** How many works give one pupil a grade for one cell of the journal. */
	private Map<CriteriaView.Cell, Integer> claims(List<JudgedSummative> judged,
			Map<SummativeWork, SummativeFound> byWork) {
		Map<CriteriaView.Cell, Integer> claims = new HashMap<>();
		for (JudgedSummative one : judged) {
			if (one.section() instanceof Judgement.Wanted<CriteriaSection> wanted) {
				SummativeFound of = byWork.get(one.work());
				of.submissions()
					.stream()
					.filter((submission) -> submission.assignedGrade() != null)
					.forEach((graded) -> {
						if (link(of, graded) instanceof Linking.Linked<PupilId> linked) {
							claims.merge(new CriteriaView.Cell(wanted.value().id(), linked.link()), 1, Integer::sum);
						}
					});
			}
		}
		return claims;
	}

	private Linking<PupilId> link(SummativeFound found, Submission submission) {
		Linking<PupilId> link = this.links.get(found.course().course().id()).get(submission.pupil());
		if (link == null) {
			throw new IllegalStateException("No linking for user " + submission.pupil());
		}
		return link;
	}

}
