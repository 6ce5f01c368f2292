# A pupil around the scores of Kundelik's criteria journal.
{ pupil: (.person_str // .person) }
