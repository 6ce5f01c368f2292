# A reporting period of Kundelik. A row for the whole year may stand among the quarters.
{ id: (.id_str // .id), number, type, start, finish }
