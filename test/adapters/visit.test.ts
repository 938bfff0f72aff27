import { beforeAll, describe, expect, it } from "vitest";
import { readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { readFamiliarity } from "../../lambdas/adapters/dynamo-familiarity.ts";
import { leadItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { openReference } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, readBeginningWith, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import type { PageDependencies } from "../../lambdas/http/reference-page.ts";
import { sendStep } from "../../lambdas/nurture/send-step.ts";
import { visit } from "../../lambdas/nurture/visit.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { attributesOf } from "../views/mail/markup.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();
const report = JSON.stringify({ read: "why-alignment" });

const request = (reference: string, method: "GET" | "HEAD" | "POST", body = "") => ({
  rawPath: `/go/${reference}`,
  headers: { "content-type": "application/json", "accept-language": "es" },
  requestContext: { requestId: "request-0003", http: { method } },
  pathParameters: { reference },
  body,
});

const depsOn = async (endpoint: string): Promise<PageDependencies> => {
  const table = await newTable(endpoint);
  return { table, keyring: signingKeys(table), agreement, now: () => now };
};

/** The reference in the mail that brings the lead its first piece. */
const mailed = async (deps: PageDependencies, leadId: string): Promise<string> => {
  const lead = aLead("nurturing", { leadId, language: "en", email: `${leadId}@box.example` });
  await transact(deps.table, [put(deps.table, "lead", leadItem(lead), isNew)]);
  let text = "";
  const send = async (mail: { text: string }) => {
    text = mail.text;
    return { providerId: "1" };
  };
  await sendStep({ ...deps, send, publicUrl: "https://api.example" })({ leadId, cycle: 1, signals: 0 });
  return text.match(/\/go\/(\S+)/)?.[1] ?? "";
};

/** Everything in the table about the lead. */
const allOf = ({ table }: PageDependencies, leadId: string) =>
  readBeginningWith(table, { ...keys.lead(leadId), sk: "" });

const become = async ({ table }: PageDependencies, lead: Lead) => transact(table, [put(table, "lead", leadItem(lead))]);

describe.each(engines())("the landing page of nurture mails on $name", ({ endpoint }) => {
  let deps: PageDependencies;
  beforeAll(async () => {
    deps = await depsOn(endpoint);
  });

  it("leads on to the content however often it is fetched, and changes nothing", async () => {
    const reference = await mailed(deps, "v-scanned");
    const before = await allOf(deps, "v-scanned");
    for (const method of ["GET", "HEAD", "GET", "HEAD", "GET"] as const) {
      const { statusCode, headers, body } = await visit(deps)(request(reference, method));
      expect(statusCode).toBe(200);
      expect(attributesOf(body, "href")).toContain("https://www.engranaje.example/en/why-alignment");
      expect(headers["content-security-policy"]).toMatch(/script-src 'sha256-[\w+/=]+'/);
    }
    expect(await allOf(deps, "v-scanned")).toEqual(before);
  });

  it("counts the visit that its script reports, once, and signals the journey", async () => {
    const reference = await mailed(deps, "v-visits");
    for (let i = 0; i < 3; i++) expect((await visit(deps)(request(reference, "POST", report))).statusCode).toBe(202);
    expect(await readEngagements(deps.table, "v-visits")).toEqual([
      { engagementId: "visit-1-why-alignment", kind: "mail-visited", at: now, subject: "why-alignment" },
    ]);
    expect((await readJourney(deps.table, "v-visits")).signals).toBe(1);
    expect(await readFamiliarity(deps.table, "v-visits", agreement)).toMatchObject({
      read: ["why-alignment"],
      lastAt: now,
    });
  });

  it.each(["", "{}", "read=why-alignment", '{"read":"checklist"}'])(
    "counts nothing else that is posted: %s",
    async (body) => {
      const leadId = `v-posts-${body.length}`;
      const reference = await mailed(deps, leadId);
      const before = await allOf(deps, leadId);
      expect((await visit(deps)(request(reference, "POST", body))).statusCode).toBe(422);
      expect(await allOf(deps, leadId)).toEqual(before);
    },
  );

  it("wakes a dormant lead, which begins its next cycle, also by a piece that it has read before", async () => {
    const reference = await mailed(deps, "v-wakes");
    await visit(deps)(request(reference, "POST", report));
    await become(deps, aLead("dormant", { leadId: "v-wakes", stageSince: daysFromNow(-3) }));
    await visit(deps)(request(reference, "POST", report));
    expect(await readLead(deps.table, "v-wakes")).toMatchObject({
      stage: "captured",
      cycle: 2,
      because: "engaged-again",
    });
    await visit(deps)(request(reference, "POST", report));
    expect(await readLead(deps.table, "v-wakes")).toMatchObject({ cycle: 2 });
  });

  it("gives its script a reference by which the web site knows the lead", async () => {
    const reference = await mailed(deps, "v-site");
    const { body } = await visit(deps)(request(reference, "GET"));
    const [site = ""] = attributesOf(body, "data-reference");
    expect(await openReference(deps.table, deps.keyring, site, "lead", now)).toMatchObject({ leadId: "v-site" });
  });

  it("is the same neutral page for every reference that opens nothing, and for content that is no more", async () => {
    const reference = await mailed(deps, "v-neutral");
    const [keyId, referenceId] = reference.split(".");
    const later = { ...deps, now: () => daysFromNow(400) };
    const without = { ...deps, agreement: anAgreement({ nurture: { content: [] } }) };
    const answers = [
      await visit(deps)(request(`${keyId}.${referenceId}.forged`, "GET")),
      await visit(deps)(request("anything", "POST", report)),
      await visit(later)(request(reference, "GET")),
      await visit(later)(request(reference, "POST", report)),
      await visit(without)(request(reference, "GET")),
      await visit(without)(request(reference, "POST", report)),
    ];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toHaveLength(1);
    expect(answers[0]?.statusCode).toBe(404);
    expect(await readEngagements(deps.table, "v-neutral")).toEqual([]);
  });
});

describe.each(isolatingEngines())("the landing page of nurture mails at once on $name", ({ endpoint }) => {
  it("counts a visit that ten report as one", async () => {
    const deps = await depsOn(endpoint);
    const reference = await mailed(deps, "v-at-once");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => visit(deps)(request(reference, "POST", report))),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    expect(await readEngagements(deps.table, "v-at-once")).toHaveLength(1);
    expect((await readJourney(deps.table, "v-at-once")).signals).toBe(1);
  });
});
