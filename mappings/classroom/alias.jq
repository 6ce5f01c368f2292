# An alias of a course.
{ alias }
