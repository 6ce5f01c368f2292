# A user of the school's Zoom account.
{ id, email, type, employee: .employee_unique_id }
