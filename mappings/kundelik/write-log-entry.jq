# An attendance of Kopir as the body of POST and PUT lessons/{lesson}/log-entries. The body is sent bare. The comment
# is left to the teacher.
{
  person: .pupil,
  person_str: .pupilText,
  lesson: .lesson,
  lesson_str: .lessonText,
  status: .status
}
