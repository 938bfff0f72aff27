import type { Source } from "../../contract/sources.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { HttpRequest } from "../http/http.ts";

/** What a form tool has sent: names of headers in lower case, the body as the bytes that came. */
export interface ToolRequest extends Pick<HttpRequest, "headers" | "body"> {
  /** The address that the tool posted to, with its query: some tools sign it. */
  readonly url: string;
}

/**
 * How a request proves that it comes from the tool. All comparisons take constant time, whatever is sent.
 *
 * - `signed`: the tool signs the raw bytes with a secret that it shares with us
 * - `header`: the tool sends no signature, but a header that its user sets: `authorization: Bearer SECRET`
 * - `address`: it can do neither: its address ends with the secret (`POST /sources/{id}/{secret}`)
 */
export type Proof =
  | {
      readonly by: "signed";
      readonly check: (request: ToolRequest, secret: string, now: string) => ProofFault | "right";
    }
  | { readonly by: "header" }
  | { readonly by: "address" };

/** `missing`: there is no signature; `old`: it is right, and too old (or from the future); `wrong`: it is not by this secret. */
export type ProofFault = "missing" | "wrong" | "old";

/** One answer that somebody gave, as its tool calls it. */
export interface Answer {
  /** The tool's own id or technical name of the question. */
  readonly id?: string | undefined;
  /** The question as people read it. */
  readonly label?: string | undefined;
  /** Text, number, yes or no, a list of texts, or whatever else the tool sends; `null` and empty texts say nothing. */
  readonly value: unknown;
}

/** What the tool itself knows of a form, beside its answers, by the names of our own form. */
export interface Beside {
  /** Where the form stood. */
  readonly pageUrl?: string | undefined;
  readonly utmSource?: string | undefined;
  readonly utmMedium?: string | undefined;
  readonly utmCampaign?: string | undefined;
  readonly utmTerm?: string | undefined;
  readonly utmContent?: string | undefined;
  /** The browser's id, of 16 to 64 letters, digits, hyphens and underscores, when the tool knows one that our script shares. */
  readonly visitorId?: string | undefined;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Something that somebody did: its kind is the agreement's (`meeting-booked`), or the tool's own name of it. */
export interface Did {
  readonly kind: string;
  /** What it was about, such as a page or the time of a meeting. */
  readonly subject?: string | undefined;
}

/** One thing out of a request, which may bring several. */
export type Arrived =
  | {
      readonly what: "form";
      /** The tool's own id: a repeat has the same. Missing: the tool gives none. */
      readonly id?: string | undefined;
      /** When it was sent, in ISO 8601 with a zone. */
      readonly at?: string | undefined;
      /** In the order of the form. */
      readonly answers: readonly Answer[];
      readonly beside?: Beside | undefined;
      /** What the sender did by it, beside sending a form. */
      readonly did?: readonly Did[] | undefined;
      /** The tool says that it is a test: it is tried, and no lead follows. */
      readonly isTest?: true | undefined;
    }
  | {
      /** Something that a browser did. */
      readonly what: "engagement";
      readonly id?: string | undefined;
      readonly at?: string | undefined;
      readonly visitorId: string;
      readonly did: Did;
    }
  | {
      /** The tool sends an id only: the lead is to be fetched. */
      readonly what: "lead-id";
      readonly id: string;
      readonly at?: string | undefined;
      readonly isTest?: true | undefined;
    }
  /** Nothing that concerns us, such as a ping, and why. */
  | { readonly what: "nothing"; readonly because: NothingReason }
  /** One of several that is not what its tool's documentation says: the others are taken all the same. */
  | { readonly what: "unread"; readonly because: ReadFault };

/** `ping`: a test without a lead; `other-event`: an event of the tool that is none of ours, such as a cancelled meeting. */
export type NothingReason = "ping" | "other-event";

/** Why a body is not what its tool's documentation says. */
export type ReadFault = "empty" | "not-json" | "not-a-form" | "other-shape";

export type KindReading = { readonly ok: true; readonly arrived: readonly Arrived[] } | Unread;
export interface Unread {
  readonly ok: false;
  readonly because: ReadFault;
}

/** How a lead is fetched of which the tool sends an id only. */
export interface Fetching {
  /** The tool's host, such as `https://graph.facebook.com`. */
  readonly origin: string;
  /** Path with query, and headers, of a `GET`. */
  readonly request: (id: string, token: string) => { readonly path: string; readonly headers: Record<string, string> };
  /** The lead in the JSON that came with a 2xx. */
  readonly read: (json: unknown, id: string) => KindReading;
  /** What another status means: the token is no longer good, there is no such lead, or it passes by itself. */
  readonly fault: (status: number, json: unknown) => "token" | "gone" | "passing";
}

/** One form tool. Everything about it is in one file of `kinds/`. */
export interface SourceKind {
  /** As the tool calls itself. */
  readonly name: string;
  /** Pages of its documentation that this follows. */
  readonly pages: readonly string[];
  /** Neither a page nor a vector was found to follow: nobody has seen it work. */
  readonly isUntried?: true;
  readonly proof: Proof;
  /** Answers the tool's question whether we are who we say, when it is one: the text of a 200, of this type. */
  readonly challenge?: (
    request: { readonly query: URLSearchParams; readonly method: string },
    secret: string,
  ) => Challenge | "refused" | undefined;
  /** Headers that `read` needs, beside `content-type`. */
  readonly headers?: readonly string[];
  readonly read: (request: ToolRequest, source: Source) => KindReading | Promise<KindReading>;
  readonly fetching?: Fetching;
  /** How to connect it, in three steps; `{address}` and `{secret}` stand for those of the source. */
  readonly steps: readonly [Bilingual, Bilingual, Bilingual];
}

export interface Challenge {
  readonly type: "text/plain" | "application/json";
  readonly body: string;
}
