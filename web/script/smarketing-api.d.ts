/** A call by name, e.g. `["track", "demo-requested"]`, or a function that is given the API. */
type SmarketingCall = ["track" | "consent" | "forget", ...string[]] | ((api: SmarketingApi) => void);

/** What the script offers to the site's own scripts as `window.smarketing`. */
interface SmarketingApi {
  /** Tells that this happened; without a subject it is about this page. */
  track(kind: string, subject?: string): void;
  /** What the person has chosen, now or before; `pending`: nobody has asked yet. */
  choice(): "pending" | "given" | "refused";
  consent(choice: "given" | "refused"): void;
  /** Removes all that is known of this person here. */
  forget(): void;
  /** For forms that are sent by a script; `undefined` without consent. */
  visitorId(): string | undefined;
  /** Calls by name; works before the script has loaded when `window.smarketing` is a list. */
  push(call: SmarketingCall): void;
}

interface Window {
  smarketing?: SmarketingApi | SmarketingCall[];
}
