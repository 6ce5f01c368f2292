# A student or teacher of a course's roster as Kopir's Classroom user.
{
  id: .userId,
  email: .profile.emailAddress,
  familyName: .profile.name.familyName,
  givenName: .profile.name.givenName,
  fullName: .profile.name.fullName
}
