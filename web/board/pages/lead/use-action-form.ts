import { useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import type { BoardAction } from "./use-board-action.ts";

/** What is wrong with each field, as it stands. */
type Wrong<Field extends string> = Readonly<Partial<Record<Field, Bilingual | undefined>>>;

/** A form says what is wrong with it only once somebody has tried to send it, and is sent when nothing is. */
export const useActionForm = <Field extends string>(boardAction: BoardAction, wrong: Wrong<Field>) => {
  const { say } = useLanguage();
  const [isTried, setTried] = useState(false);
  return {
    /** Ours, else what the API has said. */
    errorOf: (field: Field): string | undefined => {
      const error = isTried ? wrong[field] : undefined;
      return error === undefined ? boardAction.errorOf(field) : say(error);
    },
    send: (body: Readonly<Record<string, unknown>>): void => {
      setTried(true);
      if (Object.values(wrong).every((error) => error === undefined)) void boardAction.send(body);
    },
  };
};
