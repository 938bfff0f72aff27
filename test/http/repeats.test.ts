import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { readFacts } from "../../lambdas/adapters/dynamo-answers.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { type Grant, putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { countPlace } from "../../lambdas/adapters/dynamo-team.ts";
import { postBoard } from "../../lambdas/board/post-board.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { boardPaths, type Role } from "../../lambdas/contract/board.ts";
import { signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { answer as answerPage } from "../../lambdas/follow-up/answer-page.ts";
import { postAnswer } from "../../lambdas/follow-up/post-answer.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { unsubscribe } from "../../lambdas/nurture/unsubscribe.ts";
import { visit } from "../../lambdas/nurture/visit.ts";
import { record as outcomePage } from "../../lambdas/outcome/outcome-page.ts";
import { settings } from "../../lambdas/team/settings.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { anApiKey } from "../builders/api-key.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { underWeather, type Weather } from "./bad-weather.ts";

const agreement = anAgreement();

let table: Twin;
let deps: CaptureDependencies;
let weather: Weather;
let clock = now;
beforeEach(async () => {
  [table, clock] = [dynamoTwin(), now];
  deps = { table, agreement, siteOrigins: [], now: () => clock, keyring: signingKeys(table) };
  await deps.keyring();
  weather = underWeather(table);
});

const items = (of: RegExp) => table.items().filter(({ pk, sk }) => of.test(`${pk?.S}/${sk?.S}`));
/** The counter that wakes the journey: raised once for each thing that came in. */
const signals = (): number =>
  Number(unmarshall(table.items().find(({ sk }) => sk?.S === "JOURNEY") ?? {}).signals ?? Number.NaN);

const event = (rawPath: string, body: string, over: object = {}) => ({
  rawPath,
  headers: { "content-type": "application/json" },
  requestContext: { requestId: "request-1", http: { method: "POST" } },
  body,
  ...over,
});

const kept = async (lead: Lead): Promise<Lead> => {
  await transact(table, [
    put(table, "lead", leadItem(lead), isNew),
    ...("followUp" in lead ? [countPlace(table, lead.followUp.ownerId)] : []),
  ]);
  return lead;
};

const posted = async (
  lead: Lead,
  purpose: Grant["purpose"],
  form: Record<string, string>,
  over: Partial<Grant> = {},
) => {
  const { leadId, cycle } = await kept(lead);
  const until = "2026-12-24T09:00:00.000Z";
  await transact(table, [
    putGrant(table, "link", { purpose, leadId, cycle, ownerId: "ana", language: "es", until, ...over }),
  ]);
  const reference = await sign(deps.keyring, "link");
  return event(`/x/${reference}`, new URLSearchParams(form).toString(), {
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
    pathParameters: { reference },
  });
};

const form = JSON.stringify({ email: "ines@talleresnorte.example", nombre: "Inés", consent: "nurture" });

const badly = [
  ["throttled three times", { throttles: 3 }],
  ["carried out, and its answer lost", { lostAnswers: 1 }],
] as const;

describe.each(badly)("a request that is %s", (_, faults) => {
  const under = async <T>(act: () => Promise<T>): Promise<T> => {
    Object.assign(weather, faults);
    const result = await act();
    expect(Object.values(weather)).toEqual([0]);
    return result;
  };

  it("and is a form makes one lead of one submission", async () => {
    const response = await under(() => postLead(deps)(event("/leads", form)));
    expect(response.statusCode).toBe(202);
    const again = await postLead(deps)(event("/leads", form));
    expect(again.body).toBe(response.body);
    expect([items(/\/SUBMISSION#/).length, items(/\/PROFILE/).length, signals()]).toEqual([1, 1, 1]);
  });

  it("and seems to be a machine's is kept aside once", async () => {
    const trap = JSON.stringify({ email: "bot@x.example", _gotcha: "yes", nombre: "http://bot.example" });
    expect((await under(() => postLead(deps)(event("/leads", trap)))).statusCode).toBe(202);
    expect(items(/^SUSPECT#/)).toHaveLength(1);
  });

  it("and reports visits counts each once", async () => {
    const visitorId = "visitor-0123456789ab";
    const body = JSON.stringify({
      visitorId,
      events: [{ kind: "pricing-viewed" }, { kind: "page-viewed", id: "e-2" }],
    });
    expect((await under(() => postEngagement(deps)(event("/engagements", body)))).statusCode).toBe(202);
    const { engagements } = unmarshall(items(/^VISITOR#/)[0] ?? {});
    expect(engagements).toHaveLength(2);
  });

  it("and answers a hand-off by its page shows that it was answered", async () => {
    const lead = aLead("handed-off");
    const asked = await posted(lead, "answer", { answer: "accept" }, { turn: lead.followUp.turn });
    expect((await under(() => answerPage(deps)(asked))).statusCode).toBe(200);
    expect(await readFacts(table, "answer", { leadId: lead.leadId, cycle: 1 })).toHaveLength(1);
  });

  it("and puts a hand-off off does so once", async () => {
    const lead = aLead("handed-off");
    const asked = await posted(lead, "answer", { answer: "more-time", why: "Está de viaje" }, { turn: 0 });
    const { statusCode } = await under(() => answerPage(deps)(asked));
    expect(statusCode).toBe(200);
    expect(await readFacts(table, "answer", { leadId: lead.leadId, cycle: 1 })).toHaveLength(1);
  });

  it("and reports an outcome by its page shows that it is recorded", async () => {
    const lead = aLead("accepted");
    const asked = await posted(lead, "outcome", { outcome: "won", amount: "1200" });
    expect((await under(() => outcomePage(deps)(asked))).statusCode).toBe(200);
    expect(await readFacts(table, "outcome", { leadId: lead.leadId, cycle: 1 })).toHaveLength(1);
  });

  it("and unsubscribes has unsubscribed", async () => {
    const lead = aLead("nurturing");
    const asked = await posted(lead, "unsubscribe", {});
    expect((await under(() => unsubscribe(deps)(asked))).statusCode).toBe(200);
    expect(await readLead(table, lead.leadId)).toMatchObject({ unsubscribedAt: now });
    expect(signals()).toBe(1);
  });

  it("and reports what a mail's link opened counts it once", async () => {
    const [content] = agreement.terms.nurture.content;
    const lead = aLead("nurturing");
    const asked = await posted(lead, "visit", {}, { content: content?.id });
    const told = {
      ...asked,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ read: content?.id }),
    };
    expect((await under(() => visit(deps)(told))).statusCode).toBe(202);
    expect(items(/\/ENGAGEMENT#/)).toHaveLength(1);
  });

  it("and changes a rep by the team's page is saved, and not overtaken by itself", async () => {
    const asked = await posted(
      aLead("nurturing"),
      "team",
      { rep: "ana", version: "0", set: "absence-added", from: "2026-12-21", to: "2026-12-24" },
      { by: "ana" },
    );
    const { statusCode } = await under(() => settings(deps)(asked));
    expect(statusCode).toBe(200);
  });

  it("and is signed is carried out once", async () => {
    const lead = await kept(aLead("handed-off"));
    const key = await anApiKey(table, now);
    const body = JSON.stringify({ leadId: lead.leadId, by: "ana", answer: "accept" });
    const timestamp = String(Date.parse(now) / 1000);
    const signature = signatureOf(key.secret, { timestamp, method: "POST", path: "/answers", body: Buffer.from(body) });
    const headers = {
      [signedHeaders.key]: key.keyId,
      [signedHeaders.timestamp]: timestamp,
      [signedHeaders.signature]: signature,
    };
    const asked = event("/answers", body, { headers });
    expect((await under(() => postAnswer({ ...deps, decrypt: cipherTwin.decrypt })(asked))).statusCode).toBe(200);
    expect(await readFacts(table, "answer", { leadId: lead.leadId, cycle: 1 })).toHaveLength(1);
  });
});

describe("a board action", () => {
  const act = (
    lead: Lead,
    action: string,
    body: object,
    { key = "k-1", role = "manager" as Role, user = "pablo" } = {},
  ) =>
    postBoard(deps)(
      event(`${boardPaths.api}/leads/${lead.leadId}/${action}`, JSON.stringify({ version: lead.version, ...body }), {
        headers: { "content-type": "application/json", "idempotency-key": key },
        requestContext: {
          requestId: "r",
          http: { method: "POST" },
          authorizer: { jwt: { claims: { username: user, "cognito:groups": `[${role}]` } } },
        },
      }),
    );
  const saidBy = ({ body }: { readonly body: string }) => JSON.parse(body).said?.en;

  it("whose answer was lost is told as done, once it has been", async () => {
    const lead = await kept(aLead("handed-off"));
    weather.lostAnswers = 1;
    const response = await act(lead, "answer", { answer: "accept" });
    expect([response.statusCode, saidBy(response)]).toEqual([200, expect.stringContaining("ccepted")]);
    expect(await readFacts(table, "answer", { leadId: lead.leadId, cycle: 1 })).toHaveLength(1);
  });

  it("is known by its key even when others have acted on the lead since", async () => {
    const lead = await kept(aLead("handed-off"));
    expect((await act(lead, "answer", { answer: "accept" })).statusCode).toBe(200);
    const accepted = await readLead(table, lead.leadId);
    if (accepted === undefined) throw new Error("the lead has gone");
    clock = daysFromNow(0.01);
    const passed = { to: "luis", reason: "Conoce el sector" };
    expect((await act(accepted, "reassign", passed, { key: "k-2" })).statusCode).toBe(200);
    expect(await act(lead, "answer", { answer: "accept" })).toMatchObject({ statusCode: 200 });
    expect(await act(lead, "answer", { answer: "accept" }, { key: "k-3" })).toMatchObject({ statusCode: 409 });
    expect(await readFacts(table, "answer", { leadId: lead.leadId, cycle: 1 })).toHaveLength(2);
  });

  it("is known by its key when the person has been erased since, or was erased by it", async () => {
    const lead = await kept(aLead("nurturing"));
    const ended = { reason: "Lo pide por teléfono" };
    expect((await act(lead, "unsubscribe", ended)).statusCode).toBe(200);
    const current = await readLead(table, lead.leadId);
    if (current === undefined) throw new Error("the lead has gone");
    const erase = { reason: "Lo pide", confirm: lead.email };
    const asMarketing = { key: "k-2", role: "marketing" as const, user: "carla" };
    weather.lostAnswers = 1;
    expect((await act(current, "erase", erase, asMarketing)).statusCode).toBe(200);
    expect((await act(current, "erase", erase, asMarketing)).statusCode).toBe(200);
    expect(await act(lead, "unsubscribe", ended)).toMatchObject({ statusCode: 200 });
  });

  it("with the key of another one is refused, and so is a key that is none", async () => {
    const lead = await kept(aLead("handed-off"));
    expect((await act(lead, "answer", { answer: "accept" })).statusCode).toBe(200);
    expect(await act(lead, "answer", { answer: "reject", reason: "budget" })).toMatchObject({ statusCode: 422 });
    expect(await act(lead, "answer", { answer: "accept" }, { key: "ñ" })).toMatchObject({ statusCode: 400 });
  });

  it("of another user with the same key is another action", async () => {
    const lead = await kept(aLead("handed-off"));
    expect((await act(lead, "answer", { answer: "accept" })).statusCode).toBe(200);
    const other = { role: "rep" as const, user: "ana" };
    expect((await act(lead, "answer", { answer: "reject", reason: "budget" }, other)).statusCode).toBe(409);
  });
});

describe("a consent", () => {
  it("whose confirmation was carried out and its answer lost is confirmed", async () => {
    const consent = {
      purpose: agreement.terms.nurture.consentPurpose,
      textVersion: "1",
      at: now,
      page: "https://x.example/",
    };
    const asked = await posted(aLead("nurturing", { consents: [consent] }), "confirm", {});
    weather.lostAnswers = 1;
    expect((await confirm(deps)(asked)).statusCode).toBe(200);
  });
});
