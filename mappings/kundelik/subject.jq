# A Kundelik subject.
{ id: (.id_str // .id), name }
