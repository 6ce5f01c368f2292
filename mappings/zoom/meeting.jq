# A past meeting of one user (report/users/{user}/meetings).
{
  id: .uuid,
  number: (.id // ""),
  host: .user_email,
  start: .start_time,
  end: .end_time
}
