import { setTimeout as pause } from "node:timers/promises";
import type { Fetching } from "../domain/source/kind.ts";

/** What a tool says when it is asked for a lead. */
export type Fetched =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly fault: ReturnType<Fetching["fault"]>; readonly status?: number };

/** Milliseconds for one request. */
const patience = 4000;
/** Requests, and milliseconds before the second; before each further one twice as many. The queue tries again later. */
const [tries, firstPause] = [3, 250];

/**
 * Asks a form tool for one lead. What passes by itself (no answer, a 5xx, too many requests) is tried again; the token never
 * goes into an error or a log.
 * @param origin the tool's own, or what stands in for it
 */
export const fetchLead = async (
  { request, fault }: Fetching,
  origin: string,
  id: string,
  token: string,
): Promise<Fetched> => {
  const { path, headers } = request(id, token);
  let last: Fetched = { ok: false, fault: "passing" };
  for (let tried = 0; tried < tries; tried++) {
    if (tried > 0) await pause(firstPause * 2 ** (tried - 1));
    last = await ask(`${origin}${path}`, headers, fault);
    if (last.ok || last.fault !== "passing") return last;
  }
  return last;
};

const ask = async (url: string, headers: Record<string, string>, faultOf: Fetching["fault"]): Promise<Fetched> => {
  try {
    const response = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(patience) });
    const text = await response.text();
    const json = parsed(text);
    if (response.ok && json !== undefined) return { ok: true, json };
    const fault =
      response.ok || response.status >= 500 || response.status === 429 ? "passing" : faultOf(response.status, json);
    return { ok: false, fault, status: response.status };
  } catch {
    // No answer, in time or at all: its error names the address, with the token that some tools want there.
    return { ok: false, fault: "passing" };
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
