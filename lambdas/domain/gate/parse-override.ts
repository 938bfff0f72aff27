import { limits } from "../../contract/limits.ts";
import { cleanLine, lengthOf } from "../capture/clean-text.ts";
import { parseEmail } from "../capture/email.ts";
import { type FieldProblem, required, tooLong } from "../capture/problems.ts";
import { type Sent, scalarText } from "../capture/sent.ts";
import { isId, type Override, OverrideSchema } from "../lead/lead.ts";

/** What marketing decided by hand, and of which lead: by id, or by normalised address. */
export interface AskedOverride {
  readonly lead: { readonly leadId: string } | { readonly email: string };
  readonly override: Omit<Override, "at">;
}

export type ParsedOverride =
  | ({ readonly ok: true } & AskedOverride)
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const most = { reason: limits.reasonCharacters, by: limits.overrideByCharacters } as const;

/** `{leadId | email, verdict, reason, by}`; the id counts when both are given. */
export const parseOverride = (sent: Sent): ParsedOverride => {
  const fields = new Map(sent);
  const [lead, verdict, reason, by] = [
    leadOf(fields),
    verdictOf(fields),
    textOf(fields, "reason"),
    textOf(fields, "by"),
  ];
  if (isProblem(lead) || isProblem(verdict) || isProblem(reason) || isProblem(by))
    return { ok: false, problems: [lead, verdict, reason, by].flatMap((each) => (isProblem(each) ? [each] : [])) };
  return { ok: true, lead, override: { verdict, reason, by } };
};

type Fields = ReadonlyMap<string, unknown>;

const isProblem = (reading: string | object): reading is FieldProblem =>
  typeof reading === "object" && "field" in reading;

/** Characters of the longest field of an override. */
const longestLine = limits.reasonCharacters;

const lineOf = (fields: Fields, name: string): string => cleanLine(scalarText(fields.get(name)) ?? "", longestLine);

const leadOf = (fields: Fields): AskedOverride["lead"] | FieldProblem => {
  const [leadId, address] = [lineOf(fields, "leadId"), lineOf(fields, "email")];
  if (leadId !== "") return isId(leadId) ? { leadId } : wrongId;
  if (address === "") return noLead;
  const email = parseEmail(address);
  return email === undefined ? wrongEmail : { email };
};

const noLead: FieldProblem = {
  field: "leadId",
  says: {
    es: "obligatorio, o bien la dirección del lead en email",
    en: "required, or else the lead's address in email",
  },
};
const wrongId: FieldProblem = {
  field: "leadId",
  says: { es: "debe ser el identificador de un lead", en: "must be a lead ID" },
};
const wrongEmail: FieldProblem = {
  field: "email",
  says: { es: "debe ser una dirección como nombre@empresa.com", en: "must be an address such as name@company.com" },
};

const VerdictSchema = OverrideSchema.shape.verdict;

const verdictOf = (fields: Fields): Override["verdict"] | FieldProblem => {
  const read = VerdictSchema.safeParse(lineOf(fields, "verdict"));
  return read.success ? read.data : wrongVerdict;
};

const wrongVerdict: FieldProblem = {
  field: "verdict",
  says: {
    es: `debe ser uno de estos valores: ${VerdictSchema.options.join(", ")}`,
    en: `must be one of: ${VerdictSchema.options.join(", ")}`,
  },
};

const textOf = (fields: Fields, name: keyof typeof most): string | FieldProblem => {
  const text = lineOf(fields, name);
  if (text === "") return required(name);
  return lengthOf(text) > most[name] ? tooLong(name, most[name]) : text;
};
