# A meeting of the account's history (report/history_meetings).
{
  id: .meeting_uuid,
  number: (.meeting_id // ""),
  host: .host_email,
  start: .start_time,
  end: .end_time
}
