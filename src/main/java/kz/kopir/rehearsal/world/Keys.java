package kz.kopir.rehearsal.world;

import java.util.Locale;

/**
 * Ids of the school's things: unique within a school, with the digits that the outside
 * systems use, and different for schools of different seeds (as good as always).
 */
final class Keys {

	private static final long LESSON_STRIDE = 1_000_003;

	private static final int LESSONS_PER_GROUP = 2_000;

	private final long seed;

	/** 0 to 899: which school this is. */
	private final long school;

	Keys(long seed) {
		this.seed = seed;
		this.school = Long.remainderUnsigned(Dice.hash(seed, 1, 1), 900);
	}

	long school() {
		return 1_000_000_000_000L + this.school * 1_000_000_000 + 220_513;
	}

	/** Pupils first, then teachers: one range, so that no two people share an id. */
	long person(int index) {
		return 1_000_000_000_000L + this.school * 1_000_000_000 + 2_385_955 + index * 31L;
	}

	long user(int index) {
		return 1_000_000_000_000L + this.school * 1_000_000_000 + 501_509_233 + index * 17L;
	}

	String google(int index) {
		return String.format(Locale.ROOT, "1%08d%012d",
				Long.remainderUnsigned(Dice.hash(this.seed, 2, index), 100_000_000),
				this.school * 1_000_000_000 + index * 41_617L + 7);
	}

	long group(int index) {
		return 1_565_000_000_000_000_000L + this.school * 10_000_000_000_000L + 2_653_527_550L + index * 1_000_003L;
	}

	long subject(int index) {
		return 1_480_000_000_000_000_000L + this.school * 10_000_000_000_000L + 7_215_061L + index * 10_007L;
	}

	long term(int number) {
		return 1_710_000_000_000_000_000L + this.school * 10_000_000_000_000L + 1_904_411L + number * 1_009L;
	}

	/**
	 * Id of a lesson, from which {@link #lessonGroup}, {@link #lessonDay} and
	 * {@link #lessonNumber} tell its place again.
	 * @param group index of the class group
	 * @param day days since 1 September, below 200
	 * @param number number of the lesson, 1 to 9
	 */
	long lesson(int group, int day, int number) {
		return lessonBase() + ((long) group * LESSONS_PER_GROUP + day * 10L + number) * LESSON_STRIDE;
	}

	/**
	 * Index of the class group of a lesson id, or -1 when it is no lesson of this school.
	 */
	int lessonGroup(long lesson) {
		long offset = lesson - lessonBase();
		if (offset < 0 || offset % LESSON_STRIDE != 0 || offset / LESSON_STRIDE / LESSONS_PER_GROUP > 100_000) {
			return -1;
		}
		return (int) (offset / LESSON_STRIDE / LESSONS_PER_GROUP);
	}

	int lessonDay(long lesson) {
		return lessonPlace(lesson) / 10;
	}

	int lessonNumber(long lesson) {
		return lessonPlace(lesson) % 10;
	}

	private int lessonPlace(long lesson) {
		return (int) ((lesson - lessonBase()) / LESSON_STRIDE % LESSONS_PER_GROUP);
	}

	private long lessonBase() {
		return 2_441_000_000_000_000_000L + this.school * 1_000_000_000_000_000L;
	}

	long criteriaSection(int course, int term, int part) {
		return 2_130_000_000_000_000_000L + this.school * 10_000_000_000_000L
				+ ((course * 8L + term) * 8 + part) * 1_013L;
	}

	String course(int index) {
		return Long.toString(620_000_000_000L + this.school * 10_000_000 + index * 419L);
	}

	String coursework(int course, int index) {
		return Long.toString(700_000_000_000L + this.school * 100_000_000 + (course * 64L + index) * 97);
	}

	String topic(int course, int index) {
		return Long.toString(800_000_000_000L + this.school * 10_000_000 + (course * 8L + index) * 31);
	}

	String material(int course, int index) {
		return Long.toString(840_000_000_000L + this.school * 10_000_000 + (course * 8L + index) * 31);
	}

	String category(int course, int index) {
		return Long.toString(880_000_000_000L + this.school * 10_000_000 + (course * 8L + index) * 31);
	}

}
