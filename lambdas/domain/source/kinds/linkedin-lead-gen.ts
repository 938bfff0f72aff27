import * as z from "zod/mini";
import { fromJson, IdSchema, otherEvent, otherShape } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, Fetching, SourceKind } from "../kind.ts";

const EventSchema = z.object({ type: z.string(), leadAction: z.optional(z.string()) });
const NotificationSchema = z.object({
  leadGenFormResponse: z.string(),
  occurredAt: z.nullish(z.number()),
});
const LocalizedSchema = z.optional(z.object({ localized: z.optional(z.record(z.string(), z.string())) }));
const OptionSchema = z.object({ id: z.number(), text: LocalizedSchema });
const QuestionSchema = z.object({
  questionId: IdSchema,
  predefinedField: z.optional(z.string()),
  name: z.optional(z.string()),
  question: LocalizedSchema,
  questionDetails: z.optional(
    z.object({ multipleChoiceQuestionDetails: z.optional(z.object({ options: z.array(OptionSchema) })) }),
  ),
});
const FormSchema = z.object({
  creationLocale: z.optional(z.object({ language: z.optional(z.string()) })),
  hiddenFields: z.optional(z.array(z.object({ name: z.string(), value: z.optional(z.string()) }))),
  content: z.optional(z.object({ questions: z.optional(z.array(QuestionSchema)) })),
});
const ResponseSchema = z.object({
  submittedAt: z.nullish(z.number()),
  testLead: z.nullish(z.boolean()),
  leadMetadata: z.optional(
    z.object({ sponsoredLeadMetadata: z.optional(z.object({ campaign: z.optional(z.string()) })) }),
  ),
  form: z.optional(FormSchema),
  formResponse: z.object({
    answers: z._default(
      z.array(
        z.object({
          questionId: IdSchema,
          answerDetails: z.object({
            textQuestionAnswer: z.optional(z.object({ answer: z.optional(z.string()) })),
            multipleChoiceAnswer: z.optional(z.object({ options: z.array(z.number()) })),
          }),
        }),
      ),
      [],
    ),
    consentResponses: z.optional(z.array(z.object({ consentId: z.number(), accepted: z.boolean() }))),
  }),
});
type Response = z.infer<typeof ResponseSchema>;

const textIn = (text: z.infer<typeof LocalizedSchema>): string | undefined => Object.values(text?.localized ?? {})[0];

const answersIn = ({ form, formResponse: { answers, consentResponses = [] } }: Response): Answer[] => {
  const questions = new Map((form?.content?.questions ?? []).map((question) => [question.questionId, question]));
  const given = answers.map(({ questionId, answerDetails: { textQuestionAnswer, multipleChoiceAnswer } }): Answer => {
    const asked = questions.get(questionId);
    const options = asked?.questionDetails?.multipleChoiceQuestionDetails?.options ?? [];
    const chosen = multipleChoiceAnswer?.options.map(
      (id) => textIn(options.find((option) => option.id === id)?.text) ?? String(id),
    );
    const label = textIn(asked?.question) ?? asked?.name;
    return { id: asked?.predefinedField ?? questionId, label, value: textQuestionAnswer?.answer ?? chosen };
  });
  const boxes = consentResponses.map(({ consentId, accepted }): Answer => {
    return { id: `consent-${consentId}`, value: accepted };
  });
  const hidden = (form?.hiddenFields ?? []).map(({ name, value }): Answer => ({ id: name, value }));
  return [...given, ...boxes, ...hidden];
};

const fetching: Fetching = {
  origin: "https://api.linkedin.com",
  request: (id, token) => ({
    path: `/rest/leadFormResponses/${encodeURIComponent(id)}?fields=${fields}`,
    headers: {
      authorization: `Bearer ${token}`,
      // A version is served for a year at least; then the answer is 426, and a newer one has to be named here.
      "linkedin-version": "202607",
      "x-restli-protocol-version": "2.0.0",
    },
  }),
  read: (json, id) => {
    const read = ResponseSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { submittedAt, testLead, leadMetadata, form } = read.data;
    const beside = {
      utmCampaign: lastOf(leadMetadata?.sponsoredLeadMetadata?.campaign),
      language: form?.creationLocale?.language,
    };
    const isTest = testLead === true || undefined;
    return {
      ok: true,
      arrived: [{ what: "form", id, at: instantOf(submittedAt), answers: answersIn(read.data), beside, isTest }],
    };
  },
  fault: (status) =>
    status === 401 || status === 403 ? "token" : status === 404 || status === 410 ? "gone" : "passing",
};

/** Answers have numbers for questions: the form beside them says which. */
const fields = "id,submittedAt,testLead,leadMetadata,formResponse,form:(hiddenFields,creationLocale,name,id,content)";

/** What a URN ends with. */
const lastOf = (urn: string | undefined): string | undefined => urn?.slice(urn.lastIndexOf(":") + 1);

export const linkedinLeadGen: SourceKind = {
  name: "LinkedIn Lead Gen Forms",
  pages: [
    "https://learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation",
    "https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync",
    "https://raw.githubusercontent.com/api-evangelist/linkedin/main/asyncapi/linkedin-webhooks.yml",
    "https://raw.githubusercontent.com/api-evangelist/linkedin/main/collections/linkedin-marketing-leads.postman_collection.json",
  ],
  proof: {
    by: "signed",
    check: ({ headers, body }, secret) => {
      // The prefix is of what is signed; whether the header has it, too, its readers understand differently.
      const given = headers["x-li-signature"]?.replace(/^hmacsha256=/, "");
      if (given === undefined) return "missing";
      const signed = Buffer.concat([Buffer.from("hmacsha256="), body]);
      return isSame(given, hmac("sha256", secret, signed, "hex")) ? "right" : "wrong";
    },
  },
  challenge: ({ method, query }, secret) => {
    const challengeCode = query.get("challengeCode");
    if (method !== "GET" || challengeCode === null) return undefined;
    // The same secret signs the notices: whatever is no UUID could be one, and we would sign it for anybody.
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(challengeCode)) return "refused";
    const challengeResponse = hmac("sha256", secret, challengeCode, "hex");
    return { type: "application/json", body: JSON.stringify({ challengeCode, challengeResponse }) };
  },
  read: fromJson((json) => {
    const event = EventSchema.safeParse(json);
    if (!event.success) return otherShape;
    if (event.data.type !== "LEAD_ACTION" || event.data.leadAction !== "CREATED") return otherEvent;
    const read = NotificationSchema.safeParse(json);
    const id = lastOf(read.data?.leadGenFormResponse);
    if (!read.success || id === undefined || id === "") return otherShape;
    return { ok: true, arrived: [{ what: "lead-id", id, at: instantOf(read.data.occurredAt) }] };
  }),
  fetching,
  steps: [
    {
      es: "En linkedin.com/developers, abre tu app con acceso a «Lead Sync API»: su «Client secret» (Auth) firma los avisos. Dáselo a operaciones, que lo guardan como secreto de esta fuente.",
      en: "At linkedin.com/developers, open your app with access to the “Lead Sync API”: its “Client secret” (Auth) signs the notices. Give it to operations, who store it as the secret of this source.",
    },
    {
      es: "Dales también un token de acceso con el permiso r_marketing_leadgen_automation: con él se piden los datos de cada lead.",
      en: "Give them also an access token with the permission r_marketing_leadgen_automation: each lead is fetched with it.",
    },
    {
      es: "Operaciones crean la suscripción con POST /rest/leadNotifications (webhook: {address}, owner y leadType). Después envía un lead de prueba desde la vista previa del formulario.",
      en: "Operations create the subscription by POST /rest/leadNotifications (webhook: {address}, owner and leadType). Then send a test lead from the form's preview.",
    },
  ],
};
