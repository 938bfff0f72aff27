/**
 * 128 random bits are 22 characters of base64url; UUIDs and what other tools call their visitors fit too. Whatever is
 * shorter might be guessed, or be shared by many.
 */
const form = /^[A-Za-z0-9_-]{16,64}$/;

/** Whether the text can stand for one browser: only then does what it did become the lead's. */
export const isVisitorId = (text: string): boolean => form.test(text);
