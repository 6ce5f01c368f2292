# A Kundelik lesson as Kopir's lesson, with its works and those who teach it.
{
  id: (.id_str // .id),
  date,
  number,
  subject: (.subject.id_str // .subject.id),
  teachers: (if (.teachers_str | length) > 0 then .teachers_str else (.teachers // []) end),
  works: [ .works[]? | {
    id: (.id_str // .id),
    type,
    text,
    target: .targetDate
  } ]
}
