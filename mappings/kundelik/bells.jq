# The bells of a Kundelik class (in PascalCase) as times of the numbers of lessons. A class may have none.
{
  firstNumber: .FirstLessonNumber,
  items: (if . == null then [] else .Items end)
} | if (.items | type) == "array" then .items |= map({
  number: .LessonNumber,
  start: .Start,
  finish: .Finish,
  days: .DaysOfWeek
}) else . end
