# A school of Kundelik: only which one it is.
{ id: (.id_str // .id) }
