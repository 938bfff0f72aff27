import { beforeAll, describe, expect, it } from "vitest";
import { leadItem, readJourney, readLead, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { readSuppression, suppress } from "../../lambdas/adapters/dynamo-suppressions.ts";
import { isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Contact } from "../../lambdas/domain/lead/lead.ts";
import type { PageDependencies } from "../../lambdas/http/reference-page.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement({ nurture: { doubleOptIn: true } });
const consentAt = daysFromNow(-1);

const depsOn = async (endpoint: string): Promise<PageDependencies> => {
  const table = await newTable(endpoint);
  return { table, keyring: signingKeys(table), agreement, now: () => now };
};

/** A lead that was asked to confirm. @returns what it is, and how it uses the link */
const asked = async (
  deps: PageDependencies,
  leadId: string,
  facts: { email?: string; unsubscribedAt?: string } = {},
  form?: Contact,
) => {
  const lead = aLead("nurturing", { leadId, ...facts });
  const until = daysFromNow(30);
  const asks = { purpose: "confirm", leadId, cycle: 1, content: consentAt, language: "es", until } as const;
  const grant = { ...asks, ...(form !== undefined && { submissionId: "s-2" }) };
  const sent = { submissionId: "s-2", at: consentAt, contact: form, language: "en", languageChosen: false };
  await transact(deps.table, [
    put(deps.table, "lead", leadItem(lead), isNew),
    put(deps.table, "form", { ...keys.submission(leadId, "s-2"), ...sent }),
    putGrant(deps.table, leadId, grant),
  ]);
  const reference = await sign(deps.keyring, leadId);
  const visit = (method: "GET" | "HEAD" | "POST", body = "") =>
    confirm(deps)({
      body,
      rawPath: `/confirm/${reference}`,
      rawQueryString: "",
      headers: {},
      requestContext: { requestId: "request-0002", http: { method } },
      pathParameters: { reference },
    });
  return { lead, visit };
};

describe.each(engines())("confirming a consent, on $name", ({ endpoint }) => {
  let deps: PageDependencies;
  beforeAll(async () => {
    deps = await depsOn(endpoint);
  });

  it("shows a page with a button however often it is opened, and changes nothing", async () => {
    const { lead, visit } = await asked(deps, "c-show");
    for (const method of ["GET", "HEAD", "GET"] as const) {
      const { statusCode, body } = await visit(method);
      expect([statusCode, body]).toEqual([200, expect.stringContaining('<form method="post"><button>')]);
    }
    expect(await readLead(deps.table, "c-show")).toEqual(lead);
    expect((await readJourney(deps.table, "c-show")).signals).toBe(0);
  });

  it("confirms at a post, once, and signals the journey", async () => {
    const { lead, visit } = await asked(deps, "c-post");
    for (let i = 0; i < 2; i++) {
      const { statusCode, body } = await visit("POST");
      expect([statusCode, body]).toEqual([200, expect.stringContaining("Confirmado")]);
    }
    const consents = lead.consents.map((consent) => ({ ...consent, confirmedAt: now }));
    expect(await readLead(deps.table, "c-post")).toEqual({ ...lead, version: 2, consents });
    expect((await readJourney(deps.table, "c-post")).signals).toBe(1);
    expect((await visit("GET")).body).toContain("Confirmado");
  });

  it("shows each value of its form that differs, unticked, and confirms what is ticked and nothing else", async () => {
    const form = { phone: "666 600 600", company: "Talleres Sur", name: "Inés Otero" };
    const { lead, visit } = await asked(deps, "c-facts", {}, form);
    const { body } = await visit("GET");
    expect(body.match(/<input type="checkbox"[^>]*>/g)).toEqual([
      '<input type="checkbox" name="fact" value="company">',
      '<input type="checkbox" name="fact" value="phone">',
    ]);
    expect(body).toContain("666 600 600");
    expect(body).not.toContain(String(lead.contact.phone));
    await visit("POST", "fact=phone&fact=name&fact=stage");
    const after = await readLead(deps.table, "c-facts");
    expect(after?.contact).toEqual({ ...lead.contact, phone: "666 600 600" });
    expect(after?.facts?.phone?.[0]).toEqual({ value: "666 600 600", from: "link", id: "s-2", at: now });
    expect(await readItem(deps.table, keys.submission("c-facts", "s-2"))).toMatchObject({ confirmedAt: now });
  });

  it("confirms no value of the form when nothing is ticked", async () => {
    const { lead, visit } = await asked(deps, "c-none", {}, { phone: "666 600 600" });
    await visit("POST");
    const after = await readLead(deps.table, "c-none");
    expect([after?.contact, after?.facts]).toEqual([lead.contact, undefined]);
    expect(after?.consents[0]?.confirmedAt).toBe(now);
  });

  it("lifts an earlier unsubscribe, and the suppression of the address with it", async () => {
    const unsubscribedAt = daysFromNow(-2);
    const email = "again@talleresnorte.example";
    await transact(deps.table, suppress(deps.table, email, undefined, { reason: "unsubscribed", at: unsubscribedAt }));
    const { visit } = await asked(deps, "c-again", { email, unsubscribedAt });
    await visit("POST");
    expect((await readLead(deps.table, "c-again"))?.unsubscribedAt).toBeUndefined();
    expect(await readSuppression(deps.table, email)).toMatchObject({ liftedAt: now });
  });

  it("does not undo a newer wish", async () => {
    const { lead, visit } = await asked(deps, "c-ended");
    await transact(deps.table, [replaceLead(deps.table, lead, { ...lead, unsubscribedAt: now })]);
    for (const [method, status] of [
      ["GET", 200],
      ["POST", 409],
    ] as const) {
      const { statusCode, body } = await visit(method);
      expect([statusCode, body]).toEqual([status, expect.stringContaining("cuenta la última decisión")]);
    }
    expect(await readLead(deps.table, "c-ended")).toEqual({ ...lead, version: 2, unsubscribedAt: now });
  });
});

describe.each(isolatingEngines())("confirming and unsubscribing at once, on $name", ({ endpoint }) => {
  it("neither is lost", async () => {
    const deps = await depsOn(endpoint);
    const { lead, visit } = await asked(deps, "c-race");
    const writes = [replaceLead(deps.table, lead, { ...lead, unsubscribedAt: now })];
    const [{ statusCode }, ended] = await Promise.all([visit("POST"), transact(deps.table, writes)]);
    const after = await readLead(deps.table, "c-race");
    expect([after?.unsubscribedAt !== undefined, after?.consents[0]?.confirmedAt !== undefined]).toEqual([
      ended.done,
      statusCode === 200,
    ]);
  });
});
