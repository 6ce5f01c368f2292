# A score of Kundelik's criteria journal. Whose it is stands around it.
{ id: (.id_str // .id), section: (.section_str // .section), value }
