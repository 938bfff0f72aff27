/**
 * A smoke test sends one lead through a deployed pipeline and erases it. The lead is known by its id alone, in the table,
 * in events and in logs: every other lead has a UUID, and only capture gives ids.
 */
export const smokePrefix = "smoke-";

export const isSmokeId = (id: string): boolean => id.startsWith(smokePrefix);

/** The rep who gets the leads of smoke tests; in no agreement. */
export const smokeRepId = "smoke-rep";

/** The mail service's simulator: takes every mail, delivers none, and does not count for the sender's reputation. */
export const mailSimulator = "simulator.amazonses.com";

/** An address of the simulator that always succeeds, with the smoke test's id or its rep's as label. */
export const simulatedAddress = (label: string): string => `success+${label}@${mailSimulator}`;
