import { beforeAll, describe, expect, it } from "vitest";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { readHistory } from "../../lambdas/adapters/dynamo-story.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { exportPage } from "../../lambdas/person/export-page.ts";
import { sendExportLink } from "../../lambdas/person/send-export-link.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { posted, type SignedIn } from "../twin/board-requests.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();
const publicUrl = "https://api.example";
const ops: SignedIn = { user: "olga", role: "operations" };
const reason = "Lo pide por carta del 3 de marzo";
const confirmed = [{ purpose: "news", at: daysFromNow(-9), confirmedAt: daysFromNow(-8), said: "on" }];

describe.each(engines())("the export by the board on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let clock: string;
  let mails: Mail[];
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  /** A lead, and operations asking for its export. */
  const aPerson = async (leadId: string, facts: object) => {
    clock = now;
    mails = [];
    const lead = aLead("nurturing", { leadId, email: `${leadId}@empresa.example`, ...facts });
    const claim = { ...keys.emailClaim(lead.email), leadId };
    const aside = { ...keys.keptAside(mailboxHash(lead.email), "form-1"), message: "apartado" };
    await transact(table, [put(table, "lead", leadItem(lead), isNew), put(table, "claim", claim)]);
    await transact(table, [put(table, "aside", aside)]);
    const ask = async (body: object, user = ops) => {
      const { version = 0 } = (await readLead(table, leadId)) ?? {};
      const deps = { table, agreement, now: () => clock };
      return posted(deps, user, `leads/${leadId}/export`, { version, reason, ...body });
    };
    return { lead, ask };
  };

  const task = (): MailTask => ({
    table,
    agreement,
    now: () => clock,
    send: async (mail) => ({ providerId: String(mails.push(mail)) }),
    keyring: signingKeys(table),
    publicUrl,
  });

  const linked = async (leadId: string) => {
    await sendExportLink(task(), leadId, "request-1");
    const reference = mails.at(-1)?.text.match(/my-data\/(\S+)/)?.[1] ?? "";
    return (method: "GET" | "HEAD" | "POST", requestId: string) =>
      exportPage({ table, keyring: signingKeys(table), agreement, now: () => clock })({
        body: "",
        rawPath: `/my-data/${reference}`,
        rawQueryString: "",
        headers: {},
        requestContext: { requestId, http: { method } },
        pathParameters: { reference },
      });
  };

  it("mails a link to the mailbox that was confirmed: a scanner uses nothing up, a post hands over once", async () => {
    const { lead, ask } = await aPerson("x-mailed", { consents: confirmed, unsubscribedAt: now });
    const { statusCode, body } = await ask({});
    expect([statusCode, "files" in body]).toEqual([200, false]);
    const open = await linked(lead.leadId);
    await linked(lead.leadId);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: { name: "", email: lead.email } });
    expect(JSON.stringify(mails)).not.toContain("Inés");
    for (const method of ["GET", "HEAD", "GET"] as const) {
      const shown = await open(method, "scanner");
      expect([shown.statusCode, shown.body]).toEqual([200, expect.stringContaining('<form method="post"><button>')]);
      expect(shown.body).not.toMatch(/Inés|@empresa|base64/);
    }
    const given = await open("POST", "person");
    expect(given.statusCode).toBe(200);
    for (const trace of ["Inés Otero", lead.email, "apartado"]) expect(given.body).toContain(trace);
    const file = given.body.match(/base64,([^"]+)/)?.[1] ?? "";
    const { kept } = JSON.parse(Buffer.from(file, "base64").toString());
    expect(kept).toMatchObject({ lead: { items: [{ consents: confirmed }] }, keptAside: { items: [{}] } });
    // The answer of the first was lost on its way to the table: the frame asks again for the same request.
    expect((await open("POST", "person")).statusCode).toBe(200);
    const second = await open("POST", "another");
    expect([second.statusCode, second.body]).toEqual([410, expect.stringContaining("ya se ha usado")]);
    expect(await open("GET", "scanner")).toMatchObject({ statusCode: 200, body: second.body });
    const { decisions } = await readHistory(table, lead.leadId);
    expect(decisions.map(({ of, verdict, by }) => [of, verdict, by])).toContainEqual([
      "export",
      "handed-over",
      undefined,
    ]);
  });

  it("opens nothing after seven days, nor once the person is erased", async () => {
    const { lead, ask } = await aPerson("x-late", { consents: confirmed });
    await ask({});
    const open = await linked(lead.leadId);
    clock = daysFromNow(8);
    for (const method of ["GET", "POST"] as const) expect((await open(method, "late")).statusCode).toBe(404);
  });

  it.each([
    ["nobody confirmed", { consents: [] }],
    ["a mail bounced", { consents: confirmed, undeliverable: { because: "bounced", at: now } }],
  ])(
    "mails nothing to a mailbox that %s: operations gets it, once they say whom they have identified",
    async (what, facts) => {
      const { lead, ask } = await aPerson(`x-${what.replaceAll(" ", "-")}`, facts);
      const refused = await ask({});
      expect([refused.statusCode, refused.body.errors]).toEqual([422, [{ field: "identified" }]]);
      const { statusCode, body } = await ask({ identified: true });
      expect(statusCode).toBe(200);
      const { json, page } = Object(body.files);
      for (const file of [json, page]) expect(file).toContain("Inés Otero");
      await sendExportLink(task(), lead.leadId, "request-1");
      expect(mails).toEqual([]);
      const { decisions } = await readHistory(table, lead.leadId);
      expect(decisions.map(({ verdict, by }) => [verdict, by])).toEqual([["handed-out", "olga"]]);
      const { steps } = await readTrail(table, now.slice(0, 10), 1000);
      const ofLead = steps.filter(({ leadId }) => leadId === lead.leadId);
      expect(ofLead.map(({ did, user, refused = false }) => [did, user, refused]).sort()).toEqual([
        ["exported", "olga", false],
        ["exported", "olga", true],
      ]);
      expect(JSON.stringify(ofLead)).not.toContain(reason);
    },
  );

  it.each(["marketing", "manager", "rep"] as const)("is nothing that %s may do", async (role) => {
    const { lead, ask } = await aPerson(`x-${role}`, { consents: confirmed });
    expect((await ask({ identified: true }, { user: "ana", role })).statusCode).toBe(403);
    expect(await readItem(table, keys.lead(lead.leadId))).not.toHaveProperty("exportAsked");
  });
});
