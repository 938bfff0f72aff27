import { type HttpResponse, problem } from "../response.ts";
import { type SignatureProblem, signedHeaders, windowSeconds } from "./read-signature.ts";

const { key, timestamp, signature } = signedHeaders;

const details: Record<SignatureProblem, string> = {
  "headers-missing": `Sign the request: send the headers ${key}, ${timestamp} and ${signature}.`,
  "timestamp-unreadable": `Send ${timestamp} as Unix time in whole seconds, such as 1774000000.`,
  "out-of-window": `${timestamp} is more than ${windowSeconds / 60} minutes away from our clock: sign anew with the time of sending, and set the sender's clock.`,
  "key-unknown": `${key} names no key that is in use: take the id of one that "npm run keys -- api list" shows.`,
  wrong: `${signature} does not fit: it is "v1=" and the hex HMAC-SHA256, by the key's secret, of timestamp + "." + METHOD + "." + path with query + "." + the body's very bytes.`,
};

/** Why a signed request was not let in, and how to mend that. */
export const unsigned = (fault: SignatureProblem): HttpResponse =>
  problem(401, "Not signed by a known key", details[fault]);

/** A body longer than this is none of ours, in bytes. */
export const longestBody = 64 * 1024;

export const tooLong = (): HttpResponse =>
  problem(413, "Body too long", `Send at most ${longestBody / 1024} KiB in one request.`);

export const notJson = (): HttpResponse =>
  problem(400, "Body is not JSON", "Send the body as one JSON object in UTF-8.");
