package kz.kopir.rehearsal.kundelik;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.http.RequestCounts;
import kz.kopir.rehearsal.http.StandIn;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Credentials;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.rehearsal.world.World;

/**
 * A stand-in for the Kundelik.kz partner API: a server on loopback that keeps a journal
 * in memory and has the quirks of the real one. It serves {@code /v2/...} and
 * {@code /v2.0/...} as {@code openapi/kundelik.yaml} describes; that description says of
 * each operation how good the evidence for it is.
 * <p>
 * Beside the administration that all stand-ins share it has, under {@code /_rehearsal/}:
 * {@code PUT marks} {@code {"work", "person", "value"}} and {@code DELETE marks/{id}} (a
 * teacher sets, changes or removes a mark by hand), {@code POST works} {@code {"lesson",
 * "text"}} and {@code DELETE works/{id}} (the same with a work), {@code PUT
 * log-entries} {@code {"lesson", "person", "status"}} and {@code DELETE
 * log-entries?lesson=&person=} (the same with an attendance), {@code GET} and
 * {@code PUT switches} (see {@link Switches}; {@code windowMillis} for the window; a
 * switch that is not named stays).
 */
public final class KundelikStandIn implements AutoCloseable {

	private static final LocalTime START_OF_CLOCK = LocalTime.of(17, 0);

	private static final int MARKS_PER_FOREIGN_WORK = 5;

	private final StandIn standIn;

	private final Journal journal;

	private final LogBook book = new LogBook();

	private final CriteriaBook criteria;

	private final HandEdits edits;

	private final AtomicReference<Switches> switches;

	private final List<String> operations;

	private final LocalDate today;

	private KundelikStandIn(World world, KundelikSettings settings, FaultScript faults, Clock clock) {
		this.today = world.settings().today();
		this.switches = new AtomicReference<>(settings.switches());
		this.journal = new Journal();
		School school = new School(world);
		LocalTimes times = new LocalTimes(clock);
		this.criteria = new CriteriaBook(world, times);
		this.edits = new HandEdits(school, this.journal, this.book, this.criteria, times);
		seedForeignMarks(settings.foreignWorks(), MARKS_PER_FOREIGN_WORK, world.settings().seed());

		Permission permission = new Permission(school, this.switches::get, clock);
		Router router = new Router();
		new SchoolReads(school, permission).routes(router);
		new GroupReads(school, permission).routes(router);
		new TimetableReads(permission).routes(router);
		LessonReads lessons = new LessonReads(school, this.journal, permission);
		lessons.routes(router);
		new LogEntryReads(school, this.book, lessons, permission).routes(router);
		new LogEntryWrites(school, this.book, permission, this.switches::get, times).routes(router);
		new WorkReads(school, this.journal, permission).routes(router);
		new MarkReads(school, this.journal, permission).routes(router);
		new AverageReads(school, this.journal, permission).routes(router);
		new WorkWrites(school, this.journal, permission, this.switches::get, times).routes(router);
		new CriteriaCalls(school, this.criteria, permission, this.switches::get).routes(router);
		new MarkWrites(school, this.journal, permission, this.switches::get, times).routes(router);

		Credentials credentials = settings.credentials();
		Tokens tokens = new Tokens(credentials, Accounts.administrator(world),
				Accounts.teacher(world, credentials.teacherPersonId()), Accounts.stranger(world), clock);
		Api api = new Api(router, tokens, new RequestLimit(clock), this.switches::get);
		this.operations = router.operations();
		HandEditCalls administration = new HandEditCalls(this.edits, this.switches);
		this.standIn = StandIn.start("kundelik", settings.port(),
				(call) -> call.path().startsWith(HandEditCalls.PREFIX) ? administration.handle(call) : api.handle(call),
				faults);
	}

	/**
	 * Starts the stand-in with a clock that begins at 17:00 in Asia/Almaty of the
	 * school's today and goes on from there.
	 * @param world the generated school
	 * @param settings how it behaves
	 * @param faults the faults to play; may be filled later
	 * @return the running stand-in
	 */
	public static KundelikStandIn start(World world, KundelikSettings settings, FaultScript faults) {
		Clock system = Clock.system(Permission.ZONE);
		Duration ahead = Duration.between(system.instant(),
				world.settings().today().atTime(START_OF_CLOCK).atZone(Permission.ZONE).toInstant());
		return start(world, settings, faults, Clock.offset(system, ahead));
	}

	/**
	 * Starts the stand-in with a clock of its own.
	 * @param world the generated school
	 * @param settings how it behaves
	 * @param faults the faults to play; may be filled later
	 * @param clock tells when tokens expire, edit periods end and marks were written
	 * @return the running stand-in
	 */
	public static KundelikStandIn start(World world, KundelikSettings settings, FaultScript faults, Clock clock) {
		return new KundelikStandIn(world, settings, faults, clock);
	}

	/**
	 * The sections of a class group in the criteria journal.
	 * @param groupId the class group
	 * @return the sections that are in use
	 */
	public List<CriteriaSectionFacts> criteriaSections(long groupId) {
		return this.criteria.sections(groupId);
	}

	/**
	 * The scores of the criteria journal of a class group.
	 * @param groupId the class group
	 * @return the scores, oldest first
	 */
	public List<JournalCriteriaMark> criteriaMarks(long groupId) {
		return this.criteria.marks(groupId);
	}

	/**
	 * A teacher types a score into the criteria journal.
	 * @param sectionId the section
	 * @param personId the pupil
	 * @param value 0 up to the section's maximum
	 * @return the score
	 */
	public JournalCriteriaMark putCriteriaMarkByHand(long sectionId, long personId, int value) {
		return this.edits.putCriteriaMark(sectionId, personId, value);
	}

	/**
	 * A teacher takes a score out of the criteria journal.
	 * @param sectionId the section
	 * @param personId the pupil
	 * @return whether there was one
	 */
	public boolean removeCriteriaMarkByHand(long sectionId, long personId) {
		return this.edits.removeCriteriaMark(sectionId, personId);
	}

	/**
	 * A teacher sets the maximum of a БЖБ or ТЖБ in the criteria journal.
	 * @param groupId the class group
	 * @param subjectId the subject
	 * @param term number of the term
	 * @param part 0 for the ТЖБ, n for БЖБ n
	 * @param maximum the maximum
	 * @return the section
	 */
	public CriteriaSectionFacts putCriteriaSectionByHand(long groupId, long subjectId, int term, int part,
			int maximum) {
		return this.edits.putCriteriaSection(groupId, subjectId, term, part, maximum);
	}

	/**
	 * Where it listens.
	 * @return the address without version and without a slash at the end
	 */
	public URI url() {
		return this.standIn.url();
	}

	/**
	 * What it was asked.
	 * @return the live counts
	 */
	public RequestCounts counts() {
		return this.standIn.counts();
	}

	/**
	 * Runs something before each call, before it takes effect.
	 * @param action what to run
	 */
	public void onCall(Consumer<Call> action) {
		this.standIn.onCall(action);
	}

	/**
	 * Adds an observer of every call.
	 * @param observer the observer
	 */
	public void observe(CallObserver observer) {
		this.standIn.observe(observer);
	}

	/**
	 * All marks that the journal holds.
	 * @return the marks in the order of their ids; a snapshot
	 */
	public List<JournalMark> marks() {
		return this.journal.marks();
	}

	/**
	 * The marks of one pupil.
	 * @param personId the pupil
	 * @return the marks in the order of their ids; a snapshot
	 */
	public List<JournalMark> marksOf(long personId) {
		return this.journal.marksOfPerson(personId);
	}

	/**
	 * All works that the journal holds.
	 * @return the works in the order of their ids; a snapshot
	 */
	public List<JournalWork> works() {
		return this.journal.works();
	}

	/**
	 * All attendance that the journal holds.
	 * @return the entries; a snapshot
	 */
	public List<JournalLogEntry> logEntries() {
		return this.book.all();
	}

	/**
	 * A teacher sets or changes an attendance by hand.
	 * @param lessonId the lesson
	 * @param personId a pupil of the lesson's class group
	 * @param status one of Attend, Absent, Ill, Late, Pass, NotSet, LateJustified
	 * @return the entry
	 * @throws IllegalArgumentException when there is no such lesson, pupil or status
	 */
	public JournalLogEntry putLogEntryByHand(long lessonId, long personId, String status) {
		return this.edits.putLogEntry(lessonId, personId, status);
	}

	/**
	 * A teacher removes an attendance by hand.
	 * @param lessonId the lesson
	 * @param personId the pupil
	 * @return whether it was there
	 */
	public boolean removeLogEntryByHand(long lessonId, long personId) {
		return this.edits.removeLogEntry(lessonId, personId);
	}

	/**
	 * A teacher sets or changes a mark by hand.
	 * @param workId the work
	 * @param personId a pupil of the work's class group
	 * @param value any text but a blank one
	 * @return the mark; the id stays when it is changed
	 * @throws IllegalArgumentException when there is no such work or pupil there
	 */
	public JournalMark putMarkByHand(long workId, long personId, String value) {
		return this.edits.putMark(workId, personId, value);
	}

	/**
	 * A teacher removes a mark by hand.
	 * @param markId the mark
	 * @return whether it was there
	 */
	public boolean removeMarkByHand(long markId) {
		return this.edits.removeMark(markId);
	}

	/**
	 * A teacher makes a journal column by hand.
	 * @param lessonId the lesson
	 * @param text wording
	 * @return the work
	 * @throws IllegalArgumentException when there is no such lesson
	 */
	public JournalWork putWorkByHand(long lessonId, String text) {
		return this.edits.putWork(lessonId, text);
	}

	/**
	 * A teacher removes a work and its marks by hand.
	 * @param workId the work
	 * @return whether it was there
	 */
	public boolean removeWorkByHand(long workId) {
		return this.edits.removeWork(workId);
	}

	/**
	 * Teachers make works of their own and mark them by hand, on lessons up to the
	 * school's today. The same seed chooses the same lessons and marks.
	 * @param works how many works, 0 or more
	 * @param marksPerWork how many marks each at most
	 * @param seed any number
	 * @return the marks
	 */
	public List<JournalMark> seedForeignMarks(int works, int marksPerWork, long seed) {
		return this.edits.seed(works, marksPerWork, this.today, seed);
	}

	/**
	 * The switches as they stand.
	 * @return the switches
	 */
	public Switches switches() {
		return this.switches.get();
	}

	/**
	 * Changes the switches while it runs.
	 * @param change makes the new switches of the old
	 */
	public void change(UnaryOperator<Switches> change) {
		this.switches.updateAndGet(change);
	}

	/**
	 * What is served.
	 * @return verb and path template of each operation, without the version
	 */
	List<String> operations() {
		return this.operations;
	}

	/**
	 * Stops the server. The journal can still be looked at.
	 */
	@Override
	public void close() {
		this.standIn.close();
	}

}
