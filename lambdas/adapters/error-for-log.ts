import { sourceLines } from "./source-lines.ts";

/** An error as it may be logged: nothing in it was written by a lead or a colleague. */
export interface ErrorForLog {
  readonly name: string;
  readonly message: string;
  /** Its frames, innermost first, a line each. */
  readonly stack: string;
  readonly cause?: ErrorForLog;
}

/** Causes that are followed; an error may be its own cause. */
const mostCauses = 5;

export const errorForLog = (error: unknown, causes = mostCauses): ErrorForLog => {
  if (!(error instanceof Error)) return { name: "unknown", message: `thrown: a ${typeof error}`, stack: "" };
  const { cause, stack = "" } = error;
  return {
    name: nameOf(error),
    message: messageOf(error),
    stack: sourceLines(stackOf(error, stack)).join("\n"),
    ...(cause !== undefined && causes > 0 && { cause: errorForLog(cause, causes - 1) }),
  };
};

/** Name and message in one line, for where there is room for no more. */
export const reasonOf = (error: unknown): string => {
  const { name, message } = errorForLog(error, 0);
  return `${name}: ${message}`;
};

/** A fault of the network is called by its code: its name is only `Error`, by which nobody could tell it. */
const nameOf = (error: Error): string => {
  const name = error.name === "Error" ? (networkCodeOf(error) ?? error.name) : error.name;
  return /^\$?[A-Za-z][\w.]{0,60}$/.test(name) ? name : "Error";
};

/** `ECONNRESET`, `EAI_AGAIN` …; Node's codes for mistakes of the program begin with `ERR_`. */
export const networkCodeOf = (error: Error): string | undefined =>
  "code" in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code)) ? String(error.code) : undefined;

/** Without the message at its head, which may have lines that look like frames. */
const stackOf = ({ name, message }: Error, stack: string): string => {
  const at = message === "" ? -1 : stack.indexOf(message);
  return at < 0 || at > name.length + 40 ? stack : stack.slice(at + message.length);
};

/**
 * What was wrong, without the value that was: the engine quotes what it could not parse, AWS the address that it
 * refused, zod the keys of what it was given.
 */
const messageOf = (error: Error): string => {
  if ("issues" in error && Array.isArray(error.issues)) return error.issues.map(issueOf).join("; ");
  // Sentences about text that could not be read: `Unexpected token 'L', "Lucía Ma"... is not valid JSON`.
  if (error instanceof SyntaxError) return "text that cannot be parsed";
  // `Invalid time zone specified: …`: before the colon speaks the engine, behind it stands the value.
  if (error instanceof RangeError) return masked(error.message.replace(/[:"'].*$/s, ""));
  // `Cannot read properties of undefined (reading 'leadId')`; Node's own, which have a code, tell what they received.
  if (error instanceof TypeError) return masked(error.message.replace(/(Received|Failed to parse).*$/s, "$1 …"), true);
  return masked(error.message);
};

const issueOf = (issue: unknown): string => {
  const { code, path } = Object(issue);
  return `${masked(String(code))} at ${(Array.isArray(path) ? path : []).map(stepOf).join(".") || "the top"}`;
};

/** A record's key may be anything that somebody sent. */
const stepOf = (step: unknown): string => (/^(\d+|[a-z]\w{0,40})$/i.test(String(step)) ? String(step) : "…");

const quotes = [/"(.*)"/gs, /'(.*)'/gs, /`(.*)`/gs, /«(.*)»/gs];

/** Ids and instants are told from telephone numbers by being matched first, and kept. */
const kept = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b|\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?\b/;
const personal = [
  /[^\s<>()[\]]+@[^\s<>()[\]]+/,
  /https?:\/\/\S+/,
  // A telephone number.
  /\+?\d[\d ().-]{5,}\d/,
  // A token, a signature.
  /(?=[\w~+=.-]*\d)(?=[\w~+=.-]*[A-Za-z])[\w~+=.-]{24,}/,
];
const maskable = new RegExp([kept, ...personal].map(({ source }) => source).join("|"), "gi");

/** @param names whether quoted names of our own code stay */
const masked = (sentence: string, names = false): string =>
  quotes
    .reduce(
      (text, quoted) =>
        text.replace(quoted, (whole, inner: string) => (names && /^[a-z]\w{0,40}$/.test(inner) ? whole : "…")),
      sentence,
    )
    .replace(maskable, (found) => (new RegExp(`^(?:${kept.source})$`, "i").test(found) ? found : "…"));
