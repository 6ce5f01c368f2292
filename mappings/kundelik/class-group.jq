# A Kundelik edu-group as Kopir's class group. Ids pass through untouched.
{
  id: (.id_str // .id),
  name: (.name // .fullName),
  grade: .parallel,
  type,
  status,
  parent: (.parentIds_str[0] // .parentIds[0])
}
