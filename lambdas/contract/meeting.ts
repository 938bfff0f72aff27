/** The days on which teams meet, in the order of the week. */
export const meetingDays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

/** The pack of the weekly meeting goes out so long before it: time to read it, and the night's figures are in. */
export const packLeadHours = 2;
