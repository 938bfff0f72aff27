/** Requests a second over all senders, and at once. Best effort, as in every HTTP API. */
export interface RouteLimit {
  readonly rate: number;
  readonly burst: number;
}

/**
 * Each route has a limit of its own, so that a flood of forms does not lock the team out of the board, nor the board the
 * forms. All of them together stay below what an account takes in a region (10,000 a second, 5,000 at once), which other
 * APIs share.
 */
export const routeLimits = {
  /** A large campaign makes tens of forms a second. */
  forms: { rate: 100, burst: 200 },
  /** Each way to the sources of form tools: a tool that was down sends what it has kept, and tries again what is refused. */
  sources: { rate: 25, burst: 50 },
  /** Several visits come before a form. */
  visits: { rate: 300, burst: 500 },
  /** Each kind of page behind links in mails, which scanners open by the dozen. */
  links: { rate: 30, burst: 50 },
  /** The script, which each new visitor's browser loads. */
  files: { rate: 200, burst: 250 },
  /** The API's reference, which a developer reads now and then. */
  reference: { rate: 20, burst: 40 },
  /** Each other system. */
  signed: { rate: 50, burst: 100 },
  /** Each open page asks every few minutes; nobody tries passwords faster. */
  session: { rate: 10, burst: 30 },
  /** A page of the board asks every two seconds, and reads a column when it has changed: some two hundred pages at once. */
  board: { rate: 300, burst: 400 },
  /** The board's search, some requests a word. */
  boardSearch: { rate: 50, burst: 100 },
  /** The board's page of sources: somebody opens it now and then, and decides on what could not be read. */
  boardSources: { rate: 20, burst: 40 },
  /** The board's pages of imports: one that is open asks every few seconds. */
  boardImports: { rate: 20, burst: 40 },
  /** The negotiation room: whoever writes a proposal has it checked every few words. */
  boardRoom: { rate: 10, burst: 15 },
  /** Each list of the board that has a way of its own to its file: somebody presses a button. */
  boardExports: { rate: 4, burst: 8 },
  /** The board's own files, a dozen when it is opened. */
  boardFiles: { rate: 100, burst: 100 },
  /** What no route knows: the board's address with a slash, and what strangers try. */
  others: { rate: 20, burst: 40 },
} as const satisfies Record<string, RouteLimit>;
