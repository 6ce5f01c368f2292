package kz.kopir.rehearsal.google;

/**
 * What Classroom hands out: the key of its list and the fields that a mask may select, by
 * the discovery document with its additions of 2026.
 */
enum Resource {

	COURSE("courses", "id,name,section,descriptionHeading,description,room,ownerId,creationTime,updateTime,"
			+ "enrollmentCode,courseState,alternateLink,teacherGroupEmail,courseGroupEmail,guardiansEnabled,calendarId,"
			+ "teacherFolder(id,title,alternateLink),courseMaterialSets,subject,gradebookSettings(calculationType,"
			+ "displaySetting,gradeCategories(id,name,weight,defaultGradeDenominator))"),

	ALIAS("aliases", "alias"),

	USER_PROFILE("userProfiles",
			"id,name(givenName,familyName,fullName),emailAddress,photoUrl,verifiedTeacher,"
					+ "permissions(permission)"),

	STUDENT("students",
			"courseId,userId,studentWorkFolder(id,title,alternateLink),profile(" + USER_PROFILE.fields + ")"),

	TEACHER("teachers", "courseId,userId,profile(" + USER_PROFILE.fields + ")"),

	TOPIC("topic", "courseId,topicId,name,updateTime"),

	COURSEWORK("courseWork", "courseId,id,title,description,state,alternateLink,creationTime,updateTime,"
			+ "dueDate(year,month,day),dueTime(hours,minutes,seconds,nanos),scheduledTime,maxPoints,workType,"
			+ "associatedWithDeveloper,assigneeMode,individualStudentsOptions(studentIds),submissionModificationMode,"
			+ "creatorUserId,topicId,gradingPeriodId,gradeCategory(id,name,weight,defaultGradeDenominator),"
			+ "assignment(studentWorkFolder(id,title,alternateLink)),multipleChoiceQuestion(choices),"
			+ Materials.FIELDS),

	MATERIAL("courseWorkMaterial",
			"courseId,id,title,description,state,alternateLink,creationTime,updateTime,"
					+ "scheduledTime,assigneeMode,individualStudentsOptions(studentIds),creatorUserId,topicId,"
					+ Materials.FIELDS),

	SUBMISSION("studentSubmissions", "courseId,courseWorkId,id,userId,creationTime,updateTime,state,late,draftGrade,"
			+ "assignedGrade,alternateLink,courseWorkType,associatedWithDeveloper,assignmentSubmission(attachments),"
			+ "shortAnswerSubmission(answer),multipleChoiceSubmission(answer),draftRubricGrades,assignedRubricGrades,"
			+ "submissionHistory(stateHistory(state,stateTimestamp,actorUserId),"
			+ "gradeHistory(pointsEarned,maxPoints,gradeTimestamp,actorUserId,gradeChangeType))"),

	GRADING_PERIODS("gradingPeriodSettings", "applyToExistingCoursework,gradingPeriods(id,title,"
			+ "startDate(year,month,day),endDate(year,month,day))");

	private final String key;

	private final String fields;

	private final FieldMask one;

	private final FieldMask list;

	Resource(String key, String fields) {
		this.key = key;
		this.fields = fields;
		this.one = FieldMask.parse(fields);
		this.list = FieldMask.parse("nextPageToken," + key + "(" + fields + ")");
	}

	/** The key of the list in an answer; for topics it is singular. */
	String key() {
		return this.key;
	}

	/** The fields of one. */
	FieldMask one() {
		return this.one;
	}

	/** The fields of a list of them. */
	FieldMask list() {
		return this.list;
	}

}
