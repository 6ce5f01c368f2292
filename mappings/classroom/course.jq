# A Classroom course as Kopir's course.
{
  id,
  name,
  section,
  description,
  owner: .ownerId,
  state: .courseState
}
