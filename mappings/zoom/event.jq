# An event of a meeting that Zoom sends by itself (webhook). The meeting's number is a text in some events and a number in others.
(.payload.object.participant // {}) as $who
| {
  meeting: .payload.object.uuid,
  number: ((.payload.object.id // "") | tostring),
  host: (.payload.object.host_id // ""),
  start: .payload.object.start_time,
  end: .payload.object.end_time,
  sent: (.event_ts | tostring),
  participant: (($who.user_id // "") | tostring),
  name: ($who.user_name // ""),
  time: ($who.join_time // $who.leave_time // $who.date_time),
  email: ($who.email // ""),
  user: (if ($who.participant_user_id // "") != "" then $who.participant_user_id else ($who.id // "") end),
  registrant: ($who.registrant_id // ""),
  customerKey: ($who.customer_key // "")
}
