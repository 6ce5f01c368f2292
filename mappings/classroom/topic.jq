# A topic of a course.
{ id: .topicId, name }
