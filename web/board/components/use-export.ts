import { useState } from "react";
import type { Export } from "../../../lambdas/contract/board-export.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { asProblem, type BoardProblem } from "../data/board-problem.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { componentWords as words } from "./component-words.ts";
import { today } from "./now.ts";
import { wordsOf } from "./problem-note.tsx";
import { type FileFormat, saveList } from "./save-list.ts";

type ExportState = "busy" | Export | BoardProblem;

/**
 * Saves a list as a file; the audit trail has it before anybody does.
 * @param name of the file, before its day and its ending
 */
export const useExport = (name: string, read: () => Promise<Export>) => {
  const { language } = useLanguage();
  const { timeZone } = useMe();
  const [state, setState] = useState<ExportState>();
  const save = async (format: FileFormat): Promise<void> => {
    setState("busy");
    try {
      const exported = await read();
      await saveList(`${name}-${today(timeZone)}`, exported, format, language);
      setState(exported);
    } catch (fault) {
      setState(asProblem(fault));
    }
  };
  return { state, save };
};

export const noteOnExport = (state: ExportState): Bilingual => {
  if (state === "busy") return words.exporting;
  if (!("rows" in state)) return wordsOf(state);
  return state.more ? words.exportedSome(state.rows.length) : words.exportedAll(state.rows.length);
};
