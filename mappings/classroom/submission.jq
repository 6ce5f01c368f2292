# One pupil's submission. Only the assigned grade counts: a draft grade is the teacher's alone.
{
  id,
  coursework: .courseWorkId,
  pupil: .userId,
  state,
  assignedGrade,
  updated: .updateTime
}
