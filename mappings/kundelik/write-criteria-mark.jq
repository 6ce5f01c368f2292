# A score of Kopir as the body of the rehearsal's own writing call. Kundelik has no known call for this.
[ { person: .pupil, value: .value } ]
