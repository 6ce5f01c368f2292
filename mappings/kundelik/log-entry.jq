# An entry of Kundelik's lesson log as Kopir's attendance of the journal. It has no id of its own.
{
  lesson: (.lesson_str // .lesson),
  pupil: (.person_str // .person),
  status
}
