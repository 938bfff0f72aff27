import * as z from "zod/mini";
import { entriesOf, otherShape, pairsOf } from "../bodies.ts";
import type { Answer, SourceKind } from "../kind.ts";

const RawSchema = z.looseObject({ temp_upload: z.optional(z.record(z.string(), z.unknown())) });

export const jotform: SourceKind = {
  name: "Jotform",
  // No page of its own on the body was found; the first of these is a delivery as it came, in Zulip's tests.
  pages: [
    "https://github.com/zulip/zulip/blob/HEAD/zerver/webhooks/jotform/fixtures/response.multipart",
    "https://asyncapi.apis.io/asyncapis/jotform/jotform-asyncapi/",
  ],
  proof: { by: "address" },
  read: async (request) => {
    if (request.body.byteLength === 0) return { ok: false, because: "empty" };
    const pairs = await pairsOf(request);
    if (pairs === undefined) return { ok: false, because: "not-a-form" };
    const { submissionID: id, rawRequest = "", pretty = "" } = Object.fromEntries(pairs);
    const raw = RawSchema.safeParse(parsed(rawRequest));
    if (!raw.success || id === undefined || id === "") return otherShape;
    return { ok: true, arrived: [{ what: "form", id, answers: answersIn(raw.data, pretty) }] };
  },
  steps: [
    {
      es: "En Jotform, abre tu formulario en el editor y ve a Settings > Integrations > Webhooks.",
      en: "In Jotform, open your form in the form builder and go to Settings > Integrations > Webhooks.",
    },
    {
      es: "Pega esta dirección, con el secreto de esta fuente al final, y pulsa «Complete integration»: {address}. No la compartas.",
      en: "Paste this address, with the secret of this source at its end, and click “Complete integration”: {address}. Do not share it.",
    },
    {
      es: "Envía tu formulario una vez, como prueba. Los campos se reconocen por su «Unique Name» o por su pregunta.",
      en: "Submit your form once as a test. Fields are recognised by their “Unique Name” or by their question.",
    },
  ],
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Questions are `q3_name`; where files are asked for, `name` is the list of their addresses. */
const answersIn = (raw: z.infer<typeof RawSchema>, pretty: string): Answer[] => {
  const uploads = Object.keys(raw.temp_upload ?? {}).map(uniqueName);
  let rest = pretty;
  return Object.entries(raw).flatMap(([key, value]): Answer[] => {
    if (!/^q\d+_/.test(key)) return uploads.includes(key) ? [{ id: key, value }] : [];
    const text = wordsOf(value).join(" ");
    // `pretty` is `Question:answer, Question:answer`, in the same order, without the empty ones.
    const end = text === "" ? -1 : rest.indexOf(`:${text}`);
    const label = end < 1 ? undefined : rest.slice(0, end);
    if (end >= 1) rest = rest.slice(end + 1 + text.length).replace(/^, /, "");
    return partsOf(uniqueName(key), label, value);
  });
};

const uniqueName = (key: string): string => key.replace(/^q\d+_/, "");

const wordsOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap(wordsOf)
    : value === null || value === undefined || value === ""
      ? []
      : [String(value)];

/** A name and an address are told by their parts, a date as one, and whatever else has parts as one text. */
const partsOf = (id: string, label: string | undefined, value: unknown): Answer[] => {
  const parts = entriesOf(value);
  const { year, month, day, ...others } = Object.fromEntries(parts);
  if (parts.length === 0) return [{ id, label, value }];
  if (year && month && day) return [{ id, label, value: [`${year}-${month}-${day}`, ...wordsOf(others)].join(" ") }];
  if (!parts.some(([part]) => ["first", "last", "addr_line1", "city"].includes(part)))
    return [{ id, label, value: wordsOf(value).join(" ") }];
  return parts.map(([part, said]) => {
    return { id: `${id}[${part}]`, label: label === undefined ? undefined : `${label} (${part})`, value: said };
  });
};
