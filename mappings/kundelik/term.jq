# A reporting period of Kundelik. A row for the whole year may stand among the quarters.
{ number, type, start, finish }
