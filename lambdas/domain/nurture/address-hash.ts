import { createHash } from "node:crypto";

/**
 * Names a normalised e-mail address without holding it: SHA-256 of `smarketing:` and the address. It hides the address
 * from who reads the table, not from who has the address, or guesses it: recognising a known address is its purpose. So
 * it cannot be salted by anything that the lead knew.
 */
export const addressHash = (email: string): string => createHash("sha256").update(`smarketing:${email}`).digest("hex");
