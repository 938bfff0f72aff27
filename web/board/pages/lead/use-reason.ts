import { keptTyping } from "../../data/kept-typing.ts";

/** The reason for an action, while it is typed; one dialog is open at a time. */
export const useReason = keptTyping<string>();
