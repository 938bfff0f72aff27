/** What a page may know about its visitor, and where it may keep it: nothing outlives the page before consent. */

export interface TrackedEvent {
  readonly id: string;
  readonly kind: string;
  /** ISO 8601, by the visitor's clock; left out when the API finds that clock wrong. */
  readonly at?: string;
  readonly subject: string;
}

/** An event that has not reached the API yet, with the reference under which it happened. */
export interface Waiting {
  readonly reference?: string | undefined;
  readonly event: TrackedEvent;
}

interface Memory {
  readonly choice?: "given" | "refused";
  readonly visitorId?: string;
  /** From the link in a mail. */
  readonly reference?: string;
  readonly waiting?: readonly Waiting[];
}

export type Choice = "pending" | "given" | "refused";

const storageName = "smarketing";
/** A visitor who is offline for long does not fill the storage. */
const mostWaiting = 100;

/** 128 random bits, as base64url: 22 characters. */
export const randomId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .slice(0, 22);

export const memory = (siteHasConsent: boolean) => {
  const isScanner = navigator.webdriver;
  const wantsPrivacy = "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
  let unsaid: Choice = wantsPrivacy ? "refused" : siteHasConsent ? "given" : "pending";
  let own: Memory = {};

  /** Reads the storage each time, as another tab may have written to it. */
  const recall = (): Memory => {
    try {
      return JSON.parse(localStorage.getItem(storageName) ?? "null") ?? own;
    } catch {
      return own;
    }
  };

  const choice = (): Choice => (isScanner ? "refused" : (recall().choice ?? unsaid));

  /** Keeps it in the page's own memory while no choice has been made, and where the browser refuses storage. */
  const keep = (next: Memory): void => {
    own = next;
    if ((next.choice ?? unsaid) === "pending" || isScanner) return;
    try {
      localStorage.setItem(storageName, JSON.stringify(next));
      own = {};
    } catch {}
  };

  const change = (changed: Memory): void => {
    if (choice() !== "refused") keep({ ...recall(), ...changed });
  };

  const waiting = (): readonly Waiting[] => recall().waiting ?? [];

  return {
    choice,
    choose(chosen: "given" | "refused"): void {
      keep(chosen === "given" ? { ...recall(), choice: chosen } : { choice: chosen });
    },
    /** Removes everything about the visitor; this page goes back to `pending`. */
    forget(): void {
      unsaid = "pending";
      own = {};
      try {
        localStorage.removeItem(storageName);
      } catch {}
    },
    /** Created on first use; `undefined` without consent. */
    visitorId(): string | undefined {
      if (choice() !== "given") return undefined;
      if (recall().visitorId === undefined) change({ visitorId: randomId() });
      return recall().visitorId;
    },
    cameBy(reference: string): void {
      change({ reference });
    },
    waiting,
    add(event: TrackedEvent): void {
      change({ waiting: [...waiting(), { reference: recall().reference, event }].slice(-mostWaiting) });
    },
    /** Replaces these with others, or removes them. */
    replace(those: readonly Waiting[], by: (one: Waiting) => Waiting[]): void {
      const ids = those.map(({ event }) => event.id);
      change({ waiting: waiting().flatMap((one) => (ids.includes(one.event.id) ? by(one) : [one])) });
    },
  };
};

export type VisitorMemory = ReturnType<typeof memory>;
