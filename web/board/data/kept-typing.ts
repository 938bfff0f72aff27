import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { useMe } from "../me.tsx";
import { session } from "./board-session.ts";

/** What each kind of dialog has kept; in memory only. */
const stores = new Set<{ forgetOthers: (user: string) => void }>();

/** What was typed stays for whoever typed it: gone once somebody else is signed in. */
export const forgetTypingOfOthers = (user: string): void => {
  for (const store of stores) store.forgetOthers(user);
};

/**
 * The state of what somebody types into one kind of dialog. When their session ends, the board gives way to the sign-in page:
 * what was typed is there again once they are signed in. A dialog that is closed, or sent, keeps nothing.
 */
export const keptTyping = <T>() => {
  let kept: { readonly user: string; readonly about: string; readonly typed: T } | undefined;
  stores.add({
    forgetOthers: (user) => {
      if (kept?.user !== user) kept = undefined;
    },
  });
  /** @param about what the dialog is about, such as the lead's id */
  return (about: string, nothing: T): readonly [T, Dispatch<SetStateAction<T>>] => {
    const { user } = useMe();
    const [typed, setTyped] = useState(() => (kept?.user === user && kept.about === about ? kept.typed : nothing));
    useEffect(() => {
      kept = { user, about, typed };
    }, [user, about, typed]);
    useEffect(
      () => () => {
        const now = session.state();
        if (now.is !== "signed-out" || now.because !== "ended") kept = undefined;
      },
      [],
    );
    return [typed, setTyped];
  };
};
