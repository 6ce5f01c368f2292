# A Kundelik person as Kopir's pupil.
{
  id: (.id_str // .id),
  lastName,
  firstName,
  middleName
}
