# A Classroom assignment or question as Kopir's coursework. Parts of a date that Classroom leaves out are zero.
{
  id,
  course: .courseId,
  title,
  description,
  state,
  type: .workType,
  maxPoints,
  due: (if .dueDate == null then null else {
    year: .dueDate.year,
    month: .dueDate.month,
    day: .dueDate.day,
    hours: (.dueTime.hours // 0),
    minutes: (.dueTime.minutes // 0),
    seconds: (.dueTime.seconds // 0)
  } end),
  created: .creationTime,
  updated: .updateTime,
  topic: .topicId,
  gradeCategory: .gradeCategory.name,
  individual: (.assigneeMode == "INDIVIDUAL_STUDENTS"),
  materialLinks: [
    .materials[]?
    | (.driveFile.driveFile.alternateLink // .youtubeVideo.alternateLink // .link.url // .form.formUrl)
    | select(. != null)
  ],
  link: .alternateLink
}
