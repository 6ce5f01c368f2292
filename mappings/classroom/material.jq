# A course material: something to read or watch that nobody hands in.
{
  id,
  title,
  topic: .topicId,
  created: .creationTime,
  links: [
    .materials[]?
    | (.driveFile.driveFile.alternateLink // .youtubeVideo.alternateLink // .link.url // .form.formUrl)
    | select(. != null)
  ]
}
