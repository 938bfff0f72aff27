import type { SourceKindId } from "../../../contract/sources.ts";
import type { SourceKind } from "../kind.ts";
import { typeform } from "./typeform.ts";

/** Every kind of source, by its name in the agreement. */
export const kinds: Partial<Record<SourceKindId, SourceKind>> = { typeform };
