import { useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import type { BoardAction } from "./use-board-action.ts";

/** What is wrong with each field now; `undefined` when nothing is. */
type FieldErrors<Field extends string> = Readonly<Partial<Record<Field, Bilingual | undefined>>>;

/** The form of a board action: it shows errors only after the first attempt to send, and is sent once there are none. */
export const useActionForm = <Field extends string>(boardAction: BoardAction, errors: FieldErrors<Field>) => {
  const { say } = useLanguage();
  const [isTried, setTried] = useState(false);
  return {
    /** The form's own error, else the API's. */
    errorOf: (field: Field): string | undefined => {
      const error = (isTried ? errors[field] : undefined) ?? boardAction.errorOf(field);
      return error === undefined ? undefined : say(error);
    },
    send: (body: Readonly<Record<string, unknown>>): void => {
      setTried(true);
      if (Object.values(errors).every((error) => error === undefined)) void boardAction.send(body);
    },
  };
};
