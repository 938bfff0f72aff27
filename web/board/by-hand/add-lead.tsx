import { lazy, Suspense, useEffect, useEffectEvent } from "react";
import { mayAddLeads } from "../../../lambdas/contract/board.ts";
import { oneOf } from "../address/read-address.ts";
import { useDialog } from "../address/use-address.ts";
import { Button } from "../components/button.tsx";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { byHandWords } from "./by-hand-words.ts";
import "./by-hand.css";

const AddDialog = lazy(() => import("./add-dialog.tsx"));

/** On every page: opens the form for somebody whom a colleague spoke to. */
export const AddLead = () => {
  const { say } = useLanguage();
  const may = mayAddLeads(useMe().role);
  const { value, open, close } = useDialog("add", oneOf(["1"]));
  useKey(() => may && open("1"));
  if (!may) return null;
  return (
    <>
      <div className="by-hand-add" title={say(byHandWords.addHint)}>
        <Button onPress={() => open("1")} aria-label={say(byHandWords.addHint)}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M8 2.5v11M2.500 8h11" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
          <span className="by-hand-add-label">{say(byHandWords.add)}</span>
        </Button>
      </div>
      {value !== undefined && (
        <Suspense>
          <AddDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The key N, unless the reader is typing or a dialog is open. */
const useKey = (act: () => void): void => {
  const listen = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
};
