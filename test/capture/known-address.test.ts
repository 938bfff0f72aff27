import { beforeEach, describe, expect, it } from "vitest";
import { readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { firstSumsWrite } from "../../lambdas/adapters/dynamo-familiarity-sums.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, readBeginningWith, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { LeadIn } from "../../lambdas/domain/lead/lead.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";

const demo = { kind: "demo-requested", label: { es: "Demo pedida", en: "Demo requested" }, points: 30, cap: 30 };
const agreement = anAgreement({
  nurture: { doubleOptIn: true },
  familiarity: [...anAgreement().terms.familiarity, { ...demo, halfLife: "60 days" }],
});
const known = "ines@talleresnorte.example";
const event = (rawPath: string, body: object) => ({
  rawPath,
  headers: { "content-type": "application/json", accept: "application/json" },
  requestContext: { requestId: "request-1", http: { method: "POST" } },
  body: JSON.stringify(body),
});

/** What a sender could measure: how often the table was asked, for what, and how much each transaction held. */
const callsOf = (table: Twin) => {
  const { client } = table;
  const calls: string[] = [];
  const send = client.send.bind(client);
  Object.assign(client, {
    send: (command: { readonly constructor: { readonly name: string }; readonly input: object }) => {
      const items = "TransactItems" in command.input ? Object(command.input.TransactItems).length : "";
      calls.push(`${command.constructor.name} ${items}`.trim());
      return send(Object(command));
    },
  });
  return () => calls.splice(0).sort();
};

describe("a form by a known address", () => {
  let table: Twin;
  let deps: CaptureDependencies;
  let taken: () => string[];
  const lead: LeadIn<"nurturing"> = aLead("nurturing", { consents: [] });
  beforeEach(async () => {
    table = dynamoTwin();
    deps = { table, agreement, siteOrigins: [], now: () => now, keyring: signingKeys(table) };
    await transact(table, [
      put(table, "lead", leadItem(lead), isNew),
      put(table, "claim", { ...keys.emailClaim(known), leadId: lead.leadId }),
      firstSumsWrite(table, lead.leadId, [], agreement),
    ]);
    await deps.keyring();
    taken = callsOf(table);
  });

  const send = async (body: object): Promise<string> =>
    JSON.parse((await postLead(deps)(event("/leads", body))).body).reference;
  const tell = (body: object) => postEngagement(deps)(event("/engagements", { kind: "pricing-viewed", ...body }));
  const kindsOf = async () => (await readEngagements(table, lead.leadId)).map(({ kind }) => kind).sort();
  const visits = (visitorId: string) =>
    tell({
      visitorId,
      kind: undefined,
      events: [1, 2].map((id) => ({ kind: "page-viewed", id: `${id}`, at: daysFromNow(-2) })),
    });

  /** The link that was mailed for the newest form, clicked. */
  const confirms = async () => {
    const [form] = await readBeginningWith(table, keys.submission(lead.leadId, ""));
    const until = daysFromNow(30);
    const submissionId = String(form?.submissionId);
    const { leadId, cycle } = lead;
    const grant = { purpose: "confirm", leadId, cycle, submissionId, language: "es", until } as const;
    await transact(table, [putGrant(table, "link-0001", grant)]);
    const reference = await sign(deps.keyring, "link-0001");
    const posted = await confirm(deps)({ ...event(`/confirm/${reference}`, {}), pathParameters: { reference } });
    expect(posted.statusCode).toBe(200);
  };

  it("cannot be told from one by an unknown address: same responses, same reads, as many writes", async () => {
    const measured = async (email: string, visitorId: string) => {
      await visits(visitorId);
      taken();
      const formed = await postLead(deps)(
        event("/leads", { email, visitorId, name: "Inés", phone: "666 600 600", consent: "on" }),
      );
      const form = taken();
      const reference = JSON.parse(formed.body).reference;
      const told = await tell({ reference });
      const byReference = taken();
      const again = await tell({ visitorId });
      const byVisitor = taken();
      const { statusCode, headers } = formed;
      const responses = [statusCode, Object.keys(headers), reference.length, told.statusCode, told.body, again.body];
      return { form, byReference, byVisitor, responses };
    };
    const stranger = await measured("nobody@talleresnorte.example", "stranger-0123456789");
    const ours = await measured(known, "attacker-0123456789");
    expect(ours).toEqual(stranger);
    expect(ours.form.some((call) => call.startsWith("TransactWriteItems"))).toBe(true);
  });

  it("scores nobody: what is reported by its reference and its browser waits", async () => {
    await visits("attacker-0123456789");
    const reference = await send({ email: known, visitorId: "attacker-0123456789" });
    await tell({ reference, at: daysFromNow(-1) });
    await tell({ visitorId: "attacker-0123456789" });
    expect(await kindsOf()).toEqual([]);
    const [pending] = await readBeginningWith(table, keys.pending(lead.leadId, ""));
    expect(JSON.stringify(pending)).toContain("form-submitted");
  });

  it("counts what it asked for only once its link was clicked, with a consent or without one", async () => {
    await send({ email: known, interest: "demo" });
    expect(await kindsOf()).toEqual([]);
    const [form] = (await readLead(table, lead.leadId))?.unconfirmedForms ?? [];
    expect(form?.kinds).toEqual(["form-submitted", "demo-requested"]);
    await confirms();
    expect(await kindsOf()).toEqual(["demo-requested", "form-submitted"]);
    expect((await readLead(table, lead.leadId))?.unconfirmedForms).toBeUndefined();
    expect(JSON.stringify(await readItem(table, keys.familiarity(lead.leadId)))).toContain("demo-requested");
  });

  it("keeps what the form itself asked for, whatever is reported by its reference", async () => {
    const reference = await send({ email: known, interest: "demo" });
    for (let i = 0; i < 4; i++)
      await tell({
        reference,
        kind: undefined,
        events: Array.from({ length: 20 }, (_, n) => ({ kind: "demo-requested", id: `${i}-${n}` })),
      });
    const [pending] = await readBeginningWith(table, keys.pending(lead.leadId, ""));
    const [form] = (await readLead(table, lead.leadId))?.unconfirmedForms ?? [];
    expect(JSON.stringify(pending)).toContain(`${form?.submissionId}.demo-requested`);
    expect(pending?.engagements).toHaveLength(30);
  });

  it("counts all of it, at its own times, once its link was clicked, and what comes later at once", async () => {
    await visits("browser-0123456789");
    const reference = await send({ email: known, visitorId: "browser-0123456789", consent: "on" });
    for (let i = 0; i < 2; i++) await tell({ reference, id: "1", at: daysFromNow(-1) });
    await tell({ visitorId: "browser-0123456789", id: "9" });
    await confirms();
    const engagements = await readEngagements(table, lead.leadId);
    expect(engagements.map(({ kind, at }) => `${kind} ${at}`).sort()).toEqual([
      `form-submitted ${now}`,
      `page-viewed ${daysFromNow(-2)}`,
      `page-viewed ${daysFromNow(-2)}`,
      `pricing-viewed ${daysFromNow(-1)}`,
      `pricing-viewed ${now}`,
    ]);
    await tell({ reference, id: "3" });
    await tell({ visitorId: "browser-0123456789", id: "4" });
    expect((await kindsOf()).filter((kind) => kind === "pricing-viewed")).toHaveLength(4);
    const sums = await readItem(table, keys.familiarity(lead.leadId));
    expect(JSON.stringify(sums)).toContain("pricing-viewed");
  });

  it("from the browser that is the lead's already counts at once", async () => {
    const first = { email: "new@talleresnorte.example", visitorId: "browser-0123456789" };
    await send(first);
    const reference = await send({ ...first, company: "Talleres Sur" });
    await tell({ reference });
    const claim = await readItem(table, keys.emailClaim(first.email));
    const kinds = (await readEngagements(table, String(claim?.leadId))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "pricing-viewed")).toHaveLength(1);
  });

  it("keeps no more than thirty engagements, however many are reported", async () => {
    const reference = await send({ email: known });
    for (let i = 0; i < 4; i++)
      await tell({
        reference,
        kind: undefined,
        events: Array.from({ length: 15 }, (_, n) => ({ kind: "pricing-viewed", id: `${i}-${n}` })),
      });
    const [pending] = await readBeginningWith(table, keys.pending(lead.leadId, ""));
    expect(pending?.engagements).toHaveLength(30);
  });
});
