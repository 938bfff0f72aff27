import type { Bilingual } from "../../contract/stages.ts";
import { cleanLine } from "./clean-text.ts";
import { type FieldProblem, type Reading, tooLong } from "./problems.ts";
import { scalarText } from "./sent.ts";
import { isVisitorId } from "./visitor-id.ts";

/** Who did something: by the reference that a form was answered with, or by the browser's own id; or by both. */
export interface EngagementSender {
  readonly reference?: string | undefined;
  readonly visitorId?: string | undefined;
}

const mostCharacters = 300;

export const readSender = (
  fields: ReadonlyMap<string, unknown>,
): { readonly sender: EngagementSender; readonly problems: readonly FieldProblem[] } => {
  const [reference, visitorId] = [readReference(fields.get("reference")), readVisitorId(fields.get("visitorId"))];
  const problems = [reference, visitorId].flatMap(({ problem }) => problem ?? []);
  const sender = { reference: reference.value, visitorId: visitorId.value };
  const isNobody = problems.length === 0 && sender.reference === undefined && sender.visitorId === undefined;
  return { sender, problems: isNobody ? [nobody] : problems };
};

const nobody: FieldProblem = {
  field: "reference",
  says: { es: "obligatorio, si no hay visitorId", en: "required, unless there is a visitorId" },
};

const readReference = (said: unknown): Reading<string> => {
  const reference = cleanLine(scalarText(said) ?? "");
  if (reference.length > mostCharacters) return { problem: tooLong("reference", mostCharacters) };
  return reference === "" ? {} : { value: reference };
};

const readVisitorId = (said: unknown): Reading<string> => {
  if (said === undefined || said === null || said === "") return {};
  const visitorId = scalarText(said);
  return visitorId !== undefined && isVisitorId(visitorId)
    ? { value: visitorId }
    : { problem: { field: "visitorId", says: wrongVisitorId } };
};

const wrongVisitorId: Bilingual = {
  es: "debe tener de 16 a 64 letras sin acento, cifras, guiones o guiones bajos",
  en: "must be 16 to 64 letters of ASCII, digits, hyphens or underscores",
};
