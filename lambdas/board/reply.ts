import type * as z from "zod/mini";
import type { BoardReads } from "../contract/board.ts";
import type { ReadOnly } from "../contract/read-only.ts";
import { type HttpResponse, json } from "../domain/http/http.ts";

/** The response that the contract has for this path; anything else does not compile. */
export const reply = <Path extends keyof BoardReads>(
  _path: Path,
  value: ReadOnly<z.infer<BoardReads[Path]>>,
): HttpResponse => json(200, value);
