/** The pack of the weekly meeting goes out so long before it: time to read it, and the night's figures are in. */
export const packLeadHours = 2;
