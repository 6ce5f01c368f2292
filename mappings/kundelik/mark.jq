# A Kundelik mark as Kopir's mark of the journal.
{
  id: (.id_str // .id),
  work: (.work_str // .work),
  pupil: (.person_str // .person),
  value
}
