/** A list of hundreds of rows while forms arrive: nobody is lost, and nobody is there twice. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ImportRowsSchema, type ImportTerms, type RowVerdict } from "../../lambdas/contract/imports.ts";
import { importing } from "./import-by-api.ts";
import { eventually, leadIdOf, leadItems, leadNow, someone, submit } from "./pipeline.ts";

const rows = { ofStrangers: 400, ofKnown: 20, alsoSending: 30, withoutAddress: 25, twice: 25 };
/** Forms of people who are not in the list. */
const others = 30;
const clients = 4;

const terms: ImportTerms = {
  mapping: [
    { column: 0, to: "name" },
    { column: 1, to: "email" },
  ],
  headerRows: 1,
  dateOrder: "dmy",
  decimal: ",",
  origin: "feria",
  basis: { is: "none" },
};

const verdictsOf = async ({ ask }: Awaited<ReturnType<typeof importing>>, importId: string) => {
  const verdicts = new Map<number, RowVerdict>();
  for (let cursor: string | undefined = "1"; cursor !== undefined; ) {
    const page = ImportRowsSchema.parse((await ask(`imports/${importId}/rows?cursor=${cursor}`)).body);
    for (const { row, verdict } of page.rows) verdicts.set(row, verdict);
    cursor = page.cursor;
  }
  return verdicts;
};

it("500 rows become leads or are refused, each once, and every form that comes meanwhile becomes a lead", async () => {
  const mark = randomUUID().slice(0, 8);
  const named = (count: number, name: string) =>
    Array.from({ length: count }, (_, i) => `${name}.${i}@lista-${mark}.example`);
  const strangers = named(rows.ofStrangers, "stranger");
  const known = named(rows.ofKnown, "known");
  const alsoSending = named(rows.alsoSending, "sending");
  await Promise.all(known.map((email) => submit(someone({ email }).body)));

  const emails = [
    ...[...strangers, ...known, ...alsoSending],
    ...Array(rows.withoutAddress).fill(""),
    ...strangers.slice(0, rows.twice),
  ];
  const marketing = await importing("marketing");
  const lines = emails.map((email, i) => `Persona ${i};${email}`);
  const importId = await marketing.uploaded(Buffer.from(`Nombre;Correo\n${lines.join("\n")}\n`), "feria.csv");
  await marketing.inState(importId, "mapping");
  expect(await marketing.decide(importId, "terms", { terms })).toBe(200);
  await marketing.inState(importId, "tried");
  expect(await marketing.decide(importId, "start")).toBe(200);

  const sending = [...alsoSending, ...Array.from({ length: others }, () => someone().body.email)];
  const waiting = [...sending];
  const client = async (): Promise<void> => {
    for (let email = waiting.shift(); email !== undefined; email = waiting.shift())
      await submit(someone({ email }).body);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const { counts } = await marketing.inState(importId, "done", 600);

  // Of those who send a form themselves either may be first.
  const { twice, withoutAddress, ofStrangers, ofKnown } = rows;
  expect(counts).toMatchObject({
    refused: twice + withoutAddress,
    refusedBecause: { "no-email": withoutAddress, "duplicate-in-list": twice },
  });
  expect((counts?.new ?? 0) + (counts?.known ?? 0)).toBe(ofStrangers + ofKnown + rows.alsoSending);
  expect(counts?.new).toBeGreaterThanOrEqual(ofStrangers);

  const verdicts = await verdictsOf(marketing, importId);
  expect([...verdicts.keys()].sort((one, other) => one - other)).toEqual(emails.map((_, i) => i + 2));
  const leads = new Map<string, string>();
  for (const [i, email] of emails.entries()) {
    const verdict = verdicts.get(i + 2);
    if (verdict?.is === "refused") continue;
    expect([email, verdict?.leadId]).toEqual([email, await leadIdOf(email)]);
    leads.set(email, verdict?.leadId ?? "");
  }
  expect(new Set(leads.values()).size).toBe(ofStrangers + ofKnown + rows.alsoSending);
  for (const email of sending) expect((await leadNow(await leadIdOf(email))).email).toBe(email);
  for (const email of alsoSending)
    await eventually(`both forms of ${email}`, async () =>
      (await leadItems(leads.get(email) ?? "", "SUBMISSION#")).length === 2 ? true : undefined,
    );
}, 900_000);
