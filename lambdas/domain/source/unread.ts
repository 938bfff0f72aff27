/**
 * Why something that a form tool has sent could not be read, or not all of it:
 *
 * - `empty`, `not-json`, `not-a-form`, `other-shape`: the body is not what the tool's documentation says
 * - `too-many`: more in one request than is taken
 * - `no-email`: no address in it, or an impossible one; a mapping may have to name the field
 * - `no-token`, `token-refused`, `lead-gone`, `tool-unreachable`: the lead could not be fetched
 * - `source-gone`: the agreement no longer has the source, or as another kind
 * - `body-gone`: what was sent is no longer there
 */
export const unreadReasons = [
  "empty",
  "not-json",
  "not-a-form",
  "other-shape",
  "too-many",
  "no-email",
  "no-token",
  "token-refused",
  "lead-gone",
  "tool-unreachable",
  "source-gone",
  "body-gone",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];
