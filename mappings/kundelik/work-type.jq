# A type of work of the school.
{ id: (.id_str // .id), kind, title }
