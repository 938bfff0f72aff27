import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readEngagements } from "../../lambdas/adapters/dynamo-engagements.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { leadsBeginningWith } from "../../lambdas/adapters/dynamo-search.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { LeadStorySchema } from "../../lambdas/contract/board.ts";
import { LeadAddedSchema, SimilarSchema } from "../../lambdas/contract/board-by-hand.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { askToConfirm } from "../../lambdas/nurture/deliver-step.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { formSent } from "../../local/twin/requests.ts";
import { asking } from "../board/asking.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { posted, type SignedIn } from "./board-requests.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

const agreement = minutesAgreement({
  gate: { fastLane: [{ kind: "demo-requested", within: "60 days" }] },
  fields: [{ id: "warehouses", label: { es: "Almacenes", en: "Warehouses" }, type: "number", shown: ["lead"] }],
});
const ana: SignedIn = { user: "ana", role: "rep" };
const luis: SignedIn = { user: "luis", role: "rep" };
const carla: SignedIn = { user: "marketing", role: "marketing" };
const email = "marta@nave.example";
const opening = { requestId: "request-1", http: { method: "GET" } };
const typed = {
  email,
  values: { name: "Marta Ríos", company: "Nave", phone: "600 111 222", companySize: "50-200", warehouses: "3" },
  way: "fair",
};

const deps = (table: Twin) => ({ table, agreement, now: () => now });
const tableWith = async (...leads: Lead[]): Promise<Twin> => {
  const table = dynamoTwin();
  for (const lead of leads)
    await transact(table, [
      put(table, "lead", leadItem(lead), isNew),
      put(table, "claim", { ...keys.emailClaim(lead.email), leadId: lead.leadId }),
    ]);
  return table;
};

const add = async (table: Twin, user: SignedIn, body: object = typed, key?: string) => {
  const { statusCode, body: response } = await posted(deps(table), user, "leads", body, key);
  return { status: statusCode, ...z.partial(LeadAddedSchema).parse(response), errors: response.errors ?? [] };
};
const similar = async (table: Twin, user: SignedIn, body: object) =>
  SimilarSchema.parse((await posted(deps(table), user, "leads/similar", body)).body);
const storyOf = async (table: Twin, { user, role }: SignedIn, leadId: string) => {
  const { body } = await asking(table, deps(table))(role, `leads/${leadId}`, user);
  return LeadStorySchema.parse(body);
};
const leadsIn = (table: Twin): number => table.items().filter(({ sk }) => sk?.S === "PROFILE").length;

describe("a lead added by hand", () => {
  it("is read as a form is, confirmed by the colleague, and known by telephone and company", async () => {
    const table = await tableWith();
    const {
      status,
      leadId = "",
      isNew: fresh,
    } = await add(table, carla, {
      ...typed,
      consent: { how: "in-person", on: "2026-03-09", said: "Apúntame al boletín" },
    });
    expect([status, fresh]).toEqual([200, true]);
    const lead = await readLead(table, leadId);
    expect(lead).toMatchObject({
      stage: "captured",
      source: "fair",
      contact: { name: "Marta Ríos", companySize: 50, own: { warehouses: 3 } },
      consents: [{ said: "Apúntame al boletín", by: "marketing", how: "in-person" }],
    });
    expect(lead?.consents[0]?.confirmedAt).toBeUndefined();
    for (const begins of ["600111222", "nav", email])
      expect((await leadsBeginningWith(table, begins, 5)).leads.map((each) => each.leadId)).toEqual([leadId]);
    const story = await storyOf(table, carla, leadId);
    expect(story.consents).toMatchObject([{ by: "Carla Paz", how: "in-person", state: "unconfirmed" }]);
  });

  it("is asked to confirm what it agreed to by word of mouth, and of no form, in the mail and on its page", async () => {
    const table = await tableWith();
    const consent = { how: "phone", on: "2026-03-10", said: "Sí, mándamelo" };
    const { leadId = "" } = await add(table, carla, { ...typed, consent });
    const lead = await readLead(table, leadId);
    const [{ at: consentAt } = { at: "" }] = lead?.consents ?? [];
    if (lead === undefined) throw new Error("no lead was added");
    const mails: Mail[] = [];
    const task = {
      ...deps(table),
      keyring: signingKeys(table),
      publicUrl: "https://api.example",
      send: async (mail: Mail) => {
        mails.push(mail);
        return { providerId: "mail-1" };
      },
    };
    await askToConfirm(task, lead, { consentAt }, now);
    const [mail] = mails;
    expect(mail?.text).toContain("alguien de Engranaje Industrial anotó que usted aceptó por teléfono");
    const [, reference = ""] = /\/confirm\/([\w.~-]+)/.exec(mail?.text ?? "") ?? [];
    const { body } = await confirm(task)({ ...formSent("/confirm", reference, {}), requestContext: opening });
    expect(body).toContain("¿Quiere recibir nuestros correos?");
    expect(body).not.toContain("formulario");
  });

  it("is added once, however often the request comes", async () => {
    const table = await tableWith();
    const [first, second] = [await add(table, carla), await add(table, carla)];
    expect(second).toEqual(first);
    expect(leadsIn(table)).toBe(1);
  });

  it("is added once from two tabs, and what the second says more is not lost", async () => {
    const table = await tableWith();
    const asked = { ...typed, values: { ...typed.values, interest: "demo" } };
    const { leadId = "" } = await add(table, carla, asked, "tab-1");
    await add(table, carla, asked, "tab-2");
    const forms = () => table.items().filter(({ sk }) => sk?.S?.startsWith("SUBMISSION#")).length;
    expect([leadsIn(table), forms()]).toEqual([1, 1]);
    await add(table, carla, { ...asked, consent: { how: "phone", on: "2026-03-09", said: "Sí" } }, "tab-2b");
    expect(forms()).toBe(2);
    expect((await readLead(table, leadId))?.consents).toHaveLength(1);
  });

  it("has no consent of a day that has not come", async () => {
    const table = await tableWith();
    const on = (day: string) => add(table, carla, { ...typed, consent: { how: "phone", on: day, said: "Sí" } });
    const refused = await on("2026-03-11");
    expect([refused.status, refused.errors.map(({ field }) => field)]).toEqual([422, ["on"]]);
    expect(leadsIn(table)).toBe(0);
    expect((await on("2026-03-10")).status).toBe(200);
  });

  it("lets a lead go on that was kept aside: somebody has spoken to them", async () => {
    const aside = { ...aLead("captured", { email }), aside: { kind: "address" as const, at: now } };
    const table = await tableWith(aside);
    const { said } = await add(table, carla);
    expect(said?.en).toContain("kept aside");
    expect((await readLead(table, aside.leadId))?.aside).toBeUndefined();
    expect((await readLead(table, aside.leadId))?.stage).toBe("captured");
  });

  it("says of somebody who unsubscribed that a yes by word of mouth changes nothing", async () => {
    const known = { ...aLead("nurturing", { email }), unsubscribedAt: now };
    const table = await tableWith(known);
    const { said } = await add(table, carla, { ...typed, consent: { how: "phone", on: "2026-03-09", said: "Sí" } });
    expect(said?.en).toContain("unsubscribed");
    expect((await readLead(table, known.leadId))?.unsubscribedAt).toBe(now);
    expect((await add(table, carla, { ...typed, values: { name: "Marta" } })).said?.en).not.toContain("unsubscribed");
  });

  it("has two numbers, or an extension, where nobody knows the country", async () => {
    const { leadId = "" } = await add(await tableWith(), carla, { ...typed, values: { phone: "600111222" } });
    expect(leadId).not.toBe("");
    for (const phone of ["600111222 / 600333444", "600 111 222 ext. 12", "600111222 (tardes), 910000000"]) {
      const table = await tableWith();
      expect((await add(table, carla, { ...typed, values: { phone } })).status, phone).toBe(200);
      const [digits = ""] = phone.replaceAll(" ", "").match(/\d{9}/) ?? [];
      expect((await similar(table, carla, { phone: digits })).leads, phone).toHaveLength(1);
    }
  });

  it("adds to the lead of a known address, and overwrites nothing", async () => {
    const known = aLead("nurturing", { email, contact: { name: "Marta R." } });
    const table = await tableWith({ ...known, contact: { name: "Marta R." } });
    expect(await add(table, carla)).toMatchObject({ isNew: false, leadId: known.leadId });
    expect(leadsIn(table)).toBe(1);
    const lead = await readLead(table, known.leadId);
    expect(lead?.contact).toMatchObject({ name: "Marta R.", company: "Nave" });
    expect((await storyOf(table, carla, known.leadId)).claims?.[0]?.text.en).toContain("Carla Paz noted");
  });

  it("counts what they asked for at once, of a known lead too", async () => {
    const known = aLead("nurturing", { email });
    const table = await tableWith(known);
    await add(table, carla, { ...typed, values: { interest: "demo" } });
    expect((await readEngagements(table, known.leadId)).map(({ kind }) => kind)).toContain("demo-requested");
  });

  it.each([
    ["phone", { phone: "12 no sé" }],
    ["phone", { phone: "12345" }],
    ["companySize", { companySize: "unos cuantos" }],
    ["country", { country: "Narnia" }],
    ["name", { name: "n/a" }],
    ["company", { company: "ninguna" }],
    ["language", { language: "klingon" }],
    ["warehouses", { warehouses: "muchos" }],
    ["colour", { colour: "blue" }],
    ["name", { name: "x".repeat(201) }],
  ])("is refused for what cannot be used of %s: %j", async (field, values) => {
    const table = await tableWith();
    const refused = await add(table, carla, { ...typed, values });
    expect([refused.status, refused.errors.map((each) => each.field)]).toEqual([422, [field]]);
    expect(leadsIn(table)).toBe(0);
  });

  it.each(["", "marta", "marta@"])("needs an address: %j is none", async (address) => {
    const refused = await add(await tableWith(), carla, { ...typed, email: address });
    expect([refused.status, refused.errors.map(({ field }) => field)]).toEqual([422, ["email"]]);
  });

  it("is nothing that operations do", async () => {
    expect((await add(await tableWith(), { user: "oscar", role: "operations" })).status).toBe(403);
  });

  it("tells a rep no more of somebody else's lead than that there is one", async () => {
    const theirs = aLead("handed-off", { email, followUp: { ownerId: "luis" }, contact: { phone: "+34 600 111 222" } });
    const table = await tableWith(theirs);
    const { isNew: fresh, leadId } = await add(table, ana);
    expect([fresh, leadId]).toEqual([false, undefined]);
    expect((await readLead(table, theirs.leadId))?.wroteAgain).toMatchObject({ by: "ana" });
    const found = await similar(table, ana, { email });
    expect(found.leads).toEqual([{ by: ["email"], ownerId: "luis" }]);
    expect((await similar(table, luis, { email })).leads).toMatchObject([
      { leadId: theirs.leadId, stage: "handed-off" },
    ]);
  });
});

describe("who may be the same person", () => {
  const two = async () => {
    const table = await tableWith();
    const { leadId: one = "" } = await add(table, carla);
    const { leadId: other = "" } = await add(table, carla, { ...typed, email: "m.rios@nave.example" });
    return { table, one, other };
  };

  it("is found by address, telephone, and name and company, however they are written", async () => {
    const { table, one, other } = await two();
    const found = async (body: object) =>
      (await similar(table, carla, body)).leads.map(({ leadId, by }) => [leadId, by]).sort();
    expect(await found({ email: "MARTA@nave.example" })).toEqual([[one, ["email"]]]);
    expect(await found({ phone: "+34 600-111-222" })).toEqual(
      [
        [one, ["phone"]],
        [other, ["phone"]],
      ].sort(),
    );
    expect(await found({ name: "marta rios", company: "NAVE" })).toEqual(
      [
        [one, ["person"]],
        [other, ["person"]],
      ].sort(),
    );
    expect(await found({ name: "Marta", company: "Nave" })).toEqual([]);
    expect(await found({ name: "Marta Ríos", company: "ninguna" })).toEqual([]);
  });

  it("is found among leads whose key an earlier release kept", async () => {
    const { table, other } = await two();
    const stale = { ...keys.lead(other), searchPartition: "FIND#na", searchKey: "nave" };
    const item = leadItem((await readLead(table, other)) ?? aLead("captured"));
    await transact(table, [put(table, "lead", { ...item, ...stale })]);
    expect((await similar(table, carla, { name: "Marta Ríos", company: "Nave" })).leads).toHaveLength(2);
  });

  it("stands on both pages until a colleague says that it is somebody else", async () => {
    const { table, one, other } = await two();
    const story = await storyOf(table, carla, one);
    expect(story.similar).toMatchObject([{ leadId: other, by: ["phone", "person"] }]);
    const body = { version: story.version, leadId: other };
    expect((await posted(deps(table), carla, `leads/${one}/not-same`, body)).statusCode).toBe(200);
    expect((await storyOf(table, carla, one)).similar).toEqual([]);
    expect((await storyOf(table, carla, other)).similar).toEqual([]);
  });
});

describe("a correction", () => {
  const known = aLead("handed-off", { contact: { phone: "910 000 000", companySize: 10, jobTitle: "CEO" } });
  const edit = (table: Twin, user: SignedIn, values: object, version = known.version) =>
    posted(deps(table), user, `leads/${known.leadId}/edit`, { version, values });

  it("counts from now on by the colleague's word, with its history, owner and clock as they were", async () => {
    const table = await tableWith(known);
    const { statusCode, body } = await edit(table, ana, { phone: "600 333 444", companySize: "51-200", jobTitle: "" });
    expect([statusCode, body.said?.es]).toEqual([200, expect.stringContaining("600 333 444")]);
    const lead = await readLead(table, known.leadId);
    expect(lead).toMatchObject({ stage: "handed-off", followUp: known.followUp, nextDueAt: known.nextDueAt });
    expect(lead?.contact).toMatchObject({ phone: "600 333 444", companySize: 51 });
    expect(lead?.contact.jobTitle).toBeUndefined();
    const story = await storyOf(table, ana, known.leadId);
    const phone = story.histories?.find(({ label }) => label.en === "Phone")?.values ?? [];
    expect(phone.map(({ value, by }) => [value.en, by.en])).toEqual([
      ["600 333 444", "Ana Gil"],
      ["910 000 000", "a form"],
    ]);
    expect(story.editable?.find(({ id }) => id === "companySize")?.value).toBe("51-200");
    expect(story.editable?.find(({ id }) => id === "jobTitle")?.value).toBeUndefined();
    expect((await leadsBeginningWith(table, "600333444", 5)).leads).toHaveLength(1);
  });

  it("is filled by the next form where nothing is known any more", async () => {
    const table = await tableWith(known);
    await edit(table, ana, { jobTitle: "" });
    await add(table, carla, { email: known.email, values: { jobTitle: "CTO" }, way: "phone-call" });
    expect((await readLead(table, known.leadId))?.contact.jobTitle).toBe("CTO");
  });

  it("moves the lead to their new company in the search", async () => {
    const table = await tableWith(known);
    await edit(table, ana, { company: "Otra Empresa" });
    expect((await leadsBeginningWith(table, "otra emp", 5)).leads).toHaveLength(1);
    expect((await leadsBeginningWith(table, known.contact.company ?? "?", 5)).leads).toHaveLength(0);
  });

  it("of nothing changes nothing; of what cannot be used is refused, by field", async () => {
    const table = await tableWith(known);
    const same = await edit(table, ana, { phone: "910 000 000" });
    expect([same.statusCode, same.body.said?.en]).toEqual([200, expect.stringContaining("not changed anything")]);
    expect((await readLead(table, known.leadId))?.version).toBe(known.version);
    const refused = await edit(table, ana, { phone: "no tiene", interest: "demo" });
    expect(refused.statusCode).toBe(422);
    expect((await edit(table, ana, { phone: "no tiene" })).body.errors).toMatchObject([{ field: "phone" }]);
  });

  it("of what a criterion asks leaves the score of the hand-off, and says so", async () => {
    const table = await tableWith(known);
    const counted = daysFromNow(-1);
    const score = { ...keys.score(known.leadId, "fit"), at: counted, cycle: 1, points: 40, lines: [] };
    await transact(table, [put(table, "score", score)]);
    const shown = async () => (await storyOf(table, ana, known.leadId)).fit;
    expect(await shown()).toEqual({ points: 40, lines: [], at: counted });
    await edit(table, ana, { name: "Inés O." });
    expect((await shown()).isOlder).toBeUndefined();
    await edit(table, ana, { jobTitle: "CTO" }, known.version + 1);
    expect((await shown()).isOlder).toBe(true);
  });

  it("is not for a lead in somebody else's hands", async () => {
    expect((await edit(await tableWith(known), luis, { company: "X" })).statusCode).toBe(404);
  });
});

it("dates a consent of today now, so that the question is asked", async () => {
  const table = await tableWith();
  const consent = { how: "phone", on: now.slice(0, 10), said: "Sí" };
  const { leadId = "" } = await add(table, carla, { ...typed, consent });
  expect((await readLead(table, leadId))?.consents[0]?.at).toBe(now);
  expect(daysFromNow(0)).toBe(now);
});
