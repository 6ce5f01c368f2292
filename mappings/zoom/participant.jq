# One stay of a participant (report/meetings/{meeting}/participants). Zoom leaves unknown values empty or out.
{
  name: (.name // ""),
  join: .join_time,
  leave: .leave_time,
  duration: (.duration // 0),
  status: (.status // "in_meeting"),
  email: (.user_email // ""),
  user: (if (.participant_user_id // "") != "" then .participant_user_id else (.id // "") end),
  registrant: (.registrant_id // ""),
  customerKey: (.customer_key // "")
}
