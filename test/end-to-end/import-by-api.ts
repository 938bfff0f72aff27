import { expect } from "vitest";
import type { Role } from "../../lambdas/contract/board.ts";
import {
  type ImportState,
  ImportUploadSchema,
  type ImportView,
  ImportViewSchema,
} from "../../lambdas/contract/imports.ts";
import { asking } from "./board-api.ts";
import { eventually } from "./pipeline.ts";

/** Imports as a colleague of this role has them by the board's API. */
export const importing = async (role: Role) => {
  const ask = await asking(role);

  const viewOf = async (importId: string): Promise<ImportView> =>
    ImportViewSchema.parse((await ask(`imports/${importId}`)).body);

  const inState = (importId: string, state: ImportState, seconds?: number): Promise<ImportView> =>
    eventually(
      `${importId} ${state}`,
      async () => {
        const view = await viewOf(importId);
        return view.state === state ? view : undefined;
      },
      seconds,
    );

  const decide = async (importId: string, action: string, more: object = {}): Promise<number> => {
    const { version } = await viewOf(importId);
    return (await ask(`imports/${importId}/${action}`, { version, ...more })).status;
  };

  const uploaded = async (bytes: Uint8Array, fileName: string): Promise<string> => {
    const begun = await ask("imports", { fileName, bytes: bytes.length });
    const { importId, upload } = ImportUploadSchema.parse(begun.body);
    const { url, method, headers } = upload;
    const put = await fetch(url, { method, headers, body: new Uint8Array(bytes) });
    expect(put.status).toBe(200);
    expect(await decide(importId, "uploaded")).toBe(200);
    return importId;
  };

  return { ask, viewOf, inState, decide, uploaded };
};
