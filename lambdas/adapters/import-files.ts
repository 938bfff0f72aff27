import * as z from "zod/mini";
import { RowVerdictSchema } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import type { ReadOnly } from "../contract/read-only.ts";
import { droppable } from "../contract/start-light.ts";
import type { ListStore } from "./s3-lists.ts";

/** A row as it is in the list; `null`: its person was erased. */
const RowsSchema = /* @__PURE__ */ droppable(() => z.array(z.nullable(z.array(z.string()))));
export type ListRows = ReadOnly<z.infer<typeof RowsSchema>>;

/** By row of the portion; `null`: it is no lead's, or not judged yet. */
const VerdictsSchema = /* @__PURE__ */ droppable(() => z.array(z.nullable(RowVerdictSchema)));
export type Verdicts = ReadOnly<z.infer<typeof VerdictsSchema>>;

const RefusedSchema = /* @__PURE__ */ droppable(() =>
  z.array(z.object({ row: z.int(), cells: z.array(z.string()), verdict: RowVerdictSchema })),
);
export type RefusedRows = ReadOnly<z.infer<typeof RefusedSchema>>;

const HeaderSchema = /* @__PURE__ */ droppable(() => z.array(z.string()));

/** The address of each earlier row, by its hash. */
const SeenSchema = /* @__PURE__ */ droppable(() => z.record(z.string(), z.int()));

/** In which portion the row is, by its place in the file counted from 0. */
export const portionOf = (row: number): number => Math.floor(row / limits.importPortion);

/** What is in the bucket of one import, by the names of its objects. */
export const importFiles = (store: ListStore, importId: string) => {
  const read = async <T>(name: string, schema: { readonly parse: (json: unknown) => T }): Promise<T | undefined> => {
    const bytes = await store.get(`${importId}/${name}`);
    return bytes === undefined ? undefined : schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  };
  const write = (name: string, value: unknown): Promise<void> =>
    store.put(`${importId}/${name}`, new TextEncoder().encode(JSON.stringify(value)));
  return {
    /** As it was uploaded. */
    upload: () => store.get(uploadName(importId)),
    removeUpload: () => store.remove(uploadName(importId)),
    rows: (portion: number) => read(`rows/${portion}`, RowsSchema),
    putRows: (portion: number, rows: readonly (readonly string[] | null)[]) => write(`rows/${portion}`, rows),
    tried: (portion: number) => read(`tried/${portion}`, VerdictsSchema),
    putTried: (portion: number, verdicts: Verdicts) => write(`tried/${portion}`, verdicts),
    done: (portion: number) => read(`done/${portion}`, VerdictsSchema),
    putDone: (portion: number, verdicts: Verdicts) => write(`done/${portion}`, verdicts),
    refused: (portion: number) => read(`refused/${portion}`, RefusedSchema),
    putRefused: (portion: number, rows: RefusedRows) => write(`refused/${portion}`, rows),
    /** Of the refused rows, once the others are gone. */
    header: () => read("header", HeaderSchema),
    putHeader: (cells: readonly string[]) => write("header", cells),
    seen: () => read("seen", SeenSchema),
    putSeen: (seen: Readonly<Record<string, number>>) => write("seen", seen),
    mailboxes: async () => {
      const bytes = await store.get(`${importId}/mailboxes`);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    putMailboxes: (text: string) => store.put(`${importId}/mailboxes`, new TextEncoder().encode(text)),
    remove: (name: `${"rows" | "tried" | "done" | "refused"}/${number}` | "seen" | "mailboxes" | "header") =>
      store.remove(`${importId}/${name}`),
  };
};
export type ImportFiles = ReturnType<typeof importFiles>;

/** Of the object that a browser uploads. */
export const uploadName = (importId: string): string => `${importId}/upload`;
