/**
 * The script for web sites: reports to the API what a visitor reads. Before consent it sends and stores nothing; in a
 * browser driven by a program it never does.
 */
import { watchDownloads } from "./downloads.ts";
import { watchForms } from "./forms.ts";
import { memory, randomId, type TrackedEvent } from "./memory.ts";
import { referenceInAddress, thisPage, watchPages, whenVisible } from "./pages.ts";
import { watchReading } from "./reading.ts";
import { sender } from "./sending.ts";

/** The most events that are kept from before the page is first visible. */
const mostEarly = 20;
/** Seconds on the screen after which content counts as read. */
const readAfter = 5;
/** As the API takes it: one malformed event would have its whole batch refused. */
const kindForm = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const longestSubject = 500;

const install = (script: HTMLScriptElement, calls: readonly SmarketingCall[]): void => {
  const addressOf = (path: string): string => new URL(path, script.src).href;
  const visitor = memory(script.dataset.consent === "given");
  const { add, flush } = sender(addressOf("engagements"), visitor);
  let early: TrackedEvent[] | undefined = [];
  let viewAgain = (): void => {};

  const track = (kind: string, subject = thisPage()): void => {
    if (!kindForm.test(kind)) return;
    const at = new Date().toISOString();
    const event = { id: randomId(), kind, at, subject: String(subject).slice(0, longestSubject) };
    if (early === undefined) add(event);
    else early = [...early, event].slice(-mostEarly);
  };

  const api: SmarketingApi = {
    track,
    choice: visitor.choice,
    visitorId: visitor.visitorId,
    forget: visitor.forget,
    consent(choice) {
      const before = visitor.choice();
      visitor.choose(choice);
      if (before === "refused") viewAgain();
      flush();
    },
    push(call) {
      if (typeof call === "function") return call(api);
      const [name, ...args] = call;
      const act = api[name];
      if (typeof act === "function") Reflect.apply(act, api, args);
    },
  };

  const start = (): void => {
    const waiting = early ?? [];
    early = undefined;
    waiting.forEach(add);
    const findContent = watchReading(Number(script.dataset.readAfter) || readAfter, (id) => track("content-read", id));
    viewAgain = watchPages((kind) => {
      track(kind);
      findContent();
    });
    watchDownloads((subject) => track("content-downloaded", subject));
    addEventListener("online", flush);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    flush();
  };

  const reference = referenceInAddress();
  if (reference !== undefined) visitor.cameBy(reference);
  watchForms(addressOf("leads"), visitor.visitorId);
  window.smarketing = api;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => whenVisible(start));
  else whenVisible(start);
  // Last: an error in the site's own functions must not stop the script.
  calls.forEach(api.push);
};

const { currentScript } = document;
const { smarketing: calls = [] } = window;
// Loaded twice on one page, it installs itself once.
if (currentScript instanceof HTMLScriptElement && Array.isArray(calls)) install(currentScript, calls);
