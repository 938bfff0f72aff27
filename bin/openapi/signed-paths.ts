import * as z from "zod/mini";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiSecuritySchemeObject } from "zod-openapi";
import { AnswerTakenSchema, OutcomeTakenSchema, RepChangedSchema, SlaSchema } from "../../lambdas/contract/api.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { AnswerBodySchema } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { signedHeaders, windowSeconds } from "../../lambdas/domain/http/signature.ts";
import { outcomeKinds } from "../../lambdas/domain/outcome/parse-outcome.ts";
import { OutcomeBodySchema } from "../../lambdas/domain/outcome/parse-outcome-body.ts";
import { RepChangeBodySchema } from "../../lambdas/domain/team/parse-rep-change.ts";
import { always, inJson, problems } from "./responses.ts";

/** The three headers together are one signature; docs/signing.md has the vectors. */
export const signatureSchemes: Record<"key" | "timestamp" | "signature", ZodOpenApiSecuritySchemeObject> = {
  key: { type: "apiKey", in: "header", name: signedHeaders.key, description: "Id of the key, from `npm run keys`" },
  timestamp: {
    type: "apiKey",
    in: "header",
    name: signedHeaders.timestamp,
    description: `Unix time in whole seconds, at most ${windowSeconds / 60} minutes off`,
  },
  signature: {
    type: "apiKey",
    in: "header",
    name: signedHeaders.signature,
    description:
      "`v1=` and the hex HMAC-SHA256, by the key's secret, of `timestamp.METHOD.path.body`: the path as it is sent, with its query; the body's very bytes",
  },
};

const signed = [{ key: [], timestamp: [], signature: [] }];

const described = z.globalRegistry;
const { leadId, cycle, by, how, meetingAt, reason, tries, to, until } = AnswerBodySchema.shape;
described.add(leadId, { description: "As the events on the bus have it" });
described.add(cycle, { description: "The newest cycle that knows an answer, when left out" });
described.add(by, { description: "Who answers: id or address of a colleague of the team" });
described.add(how, { description: "With `accept`; called, when left out" });
described.add(meetingAt, {
  description: "With `accept` and `meeting`. ISO 8601; without an offset by the lead owner's clocks",
});
described.add(reason, {
  description: "With `reject`: id of an agreed reason; with `snooze` and `more-time`: why, in words",
});
described.add(tries, { description: "With `reject` because of `unreachable`: how often it was tried" });
described.add(to, { description: "With `pass-on`: id or address of a colleague" });
described.add(until, { description: "With `snooze`. ISO 8601, as `meetingAt`" });
described.add(AnswerBodySchema, { id: "Answer", description: "The rep's answer to a hand-off" });

const outcome = OutcomeBodySchema.shape;
described.add(outcome.cycle, { description: "The lead's present one, when left out" });
described.add(outcome.outcome, { enum: outcomeKinds, description: "How the deal goes on, or how it ended" });
described.add(outcome.amount, { description: "With `won`, if known: at least 0, in whole units of its currency" });
described.add(outcome.currency, {
  description: "Of `amount`: ISO 4217, one of the agreement's; its first when left out",
});
described.add(outcome.reason, { description: "With `lost` and `recycled`: id of an agreed reason" });
described.add(outcome.corrects, {
  description: "What was described last was wrong: the deal was `won`, or `lost`, as said here",
});
described.add(OutcomeBodySchema, { id: "Outcome", description: "What became of a lead" });

const rep = RepChangeBodySchema.shape;
described.add(rep.rep, { description: "Id of a rep of the agreement" });
described.add(rep.absences, { description: "Instead of all that were described before" });
described.add(rep.capacity, { description: "Instead of the agreed one; `null`: as agreed again" });
described.add(rep.leaves, { description: "Last day; `null`: as agreed again" });
described.add(RepChangeBodySchema, {
  id: "RepChange",
  description: "What is changed of a rep: at least one of the three",
});

const week = z.optional(z.string().check(z.regex(/^[12]\d{3}-W[0-5]\d$/)));
described.add(week, { description: "The last one, such as `2026-W48`; this week when left out" });
const weeks = z.optional(z.int().check(z.gte(1), z.lte(limits.slaWeeks)));
described.add(weeks, { description: "How many, that one the last; one when left out" });

const post = (
  operationId: string,
  summary: string,
  body: z.ZodMiniType,
  examples: Record<string, unknown>,
  responses: ZodOpenApiOperationObject["responses"],
): ZodOpenApiOperationObject => ({
  operationId,
  tags: ["Signed"],
  summary,
  description: "The very same request again gets the response that it got; the same word again is no error.",
  security: signed,
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: body,
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
    },
  },
  responses: { ...responses, ...problems(400, 401, 404, 409, 413, 422), ...always },
});

const lead = { leadId: "0b7e9a52c4", by: "marta" };

/** What other systems, such as the CRM, tell and ask. */
export const signedPaths: ZodOpenApiPathsObject = {
  "/answers": {
    post: post(
      "postAnswer",
      "Pass on a colleague's answer to a hand-off",
      AnswerBodySchema,
      {
        accept: { ...lead, answer: "accept", how: "meeting", meetingAt: "2026-11-26T10:00" },
        reject: { ...lead, answer: "reject", reason: "unreachable", tries: 4 },
        "pass on": { ...lead, answer: "pass-on", to: "luis@empresa.example" },
        "put off": { ...lead, answer: "snooze", until: "2026-12-01T09:00:00+01:00", reason: "They are at a fair" },
      },
      {
        "200": inJson("Recorded, or recorded before", AnswerTakenSchema, {
          leadId: "0b7e9a52c4",
          cycle: 1,
          stage: "accepted",
          answer: { kind: "accepted", at: "2026-11-24T09:00:00.000Z", by: "marta" },
          ownerId: "marta",
        }),
      },
    ),
  },
  "/outcomes": {
    post: post(
      "postOutcome",
      "Tell what became of a lead",
      OutcomeBodySchema,
      {
        won: { ...lead, outcome: "won", amount: 12_500, currency: "EUR" },
        lost: { ...lead, outcome: "lost", reason: "price", note: "A third cheaper elsewhere" },
        correction: { ...lead, outcome: "won", amount: 13_000, corrects: true },
      },
      {
        "200": inJson("Recorded, or recorded before", OutcomeTakenSchema, {
          leadId: "0b7e9a52c4",
          cycle: 1,
          stage: "won",
          recorded: true,
        }),
      },
    ),
  },
  "/team": {
    post: post(
      "postTeam",
      "Change a rep's absences, capacity or last day; effective at once",
      RepChangeBodySchema,
      {
        absence: { rep: "marta", absences: [{ from: "2026-12-21", to: "2026-12-31" }] },
        capacity: { rep: "marta", capacity: { newPerWeek: 4 } },
      },
      {
        "200": inJson("What has been changed of the rep by now", RepChangedSchema, {
          rep: "marta",
          version: 3,
          absences: [{ from: "2026-12-21", to: "2026-12-31" }],
          at: "2026-11-24T09:00:00.000Z",
        }),
      },
    ),
  },
  "/sla": {
    get: {
      operationId: "getSla",
      tags: ["Signed"],
      summary: "Read what both departments promised and what came of it, week by week",
      security: signed,
      requestParams: { query: z.object({ week, weeks }) },
      responses: { "200": inJson("The weeks, in order of time", SlaSchema), ...problems(400, 401, 413), ...always },
    },
  },
};
