# A Kundelik lesson as Kopir's lesson, with its works.
{
  id: (.id_str // .id),
  date,
  number,
  subject: (.subject.id_str // .subject.id),
  works: [ .works[]? | {
    id: (.id_str // .id),
    type,
    text,
    target: .targetDate
  } ]
}
