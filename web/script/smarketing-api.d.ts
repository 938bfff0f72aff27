/** A call by name, such as `["track", "demo-requested"]`, or a function that gets the API. */
type SmarketingCall = ["track" | "consent" | "forget", ...string[]] | ((api: SmarketingApi) => void);

/** What the script offers to the site's own scripts as `window.smarketing`. */
interface SmarketingApi {
  /** Reports that this happened; without a subject it is about this page. */
  track(kind: string, subject?: string): void;
  /** What the visitor has chosen, now or before; `pending` before any choice. */
  choice(): "pending" | "given" | "refused";
  consent(choice: "given" | "refused"): void;
  /** Removes everything that this browser keeps about the visitor. */
  forget(): void;
  /** For forms that a script sends; `undefined` without consent. */
  visitorId(): string | undefined;
  /** Calls by name; works before the script has loaded when `window.smarketing` is a list. */
  push(call: SmarketingCall): void;
}

interface Window {
  smarketing?: SmarketingApi | SmarketingCall[];
}
