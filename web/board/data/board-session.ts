import { useSyncExternalStore } from "react";
import { createSession, type SessionState } from "./session.ts";

/** The page's one session. */
export const session = createSession({
  fetch: (path, init) => fetch(path, { ...init, credentials: "same-origin" }),
  after: (millis, run) => {
    const timer = setTimeout(run, millis);
    return () => clearTimeout(timer);
  },
});

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);
