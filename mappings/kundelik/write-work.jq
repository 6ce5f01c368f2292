# A work of Kopir as the body of POST works and PUT works/{work}. The body is sent bare.
{
  type: .type,
  workType: .workType,
  markType: "Mark10",
  markCount: (if .carriesMarks then 1 else 0 end),
  lesson: .lesson,
  lesson_str: .lessonText,
  displayInJournal: .carriesMarks,
  eduGroup: .classGroup,
  eduGroup_str: .classGroupText,
  text: .text,
  targetDate: .target,
  sentDate: .issued
}
