# A section of Kundelik's criteria journal: part 0 is the ТЖБ, part n is БЖБ n. A section that is not in use has no maximum.
{
  id: (.id_str // .id),
  subject: (.subject.id_str // .subject.id),
  part,
  maximum: .maxvalue
}
