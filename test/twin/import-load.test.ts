/** A long list with faults in it, beside people who send forms meanwhile; in small numbers in `npm test`. */
import { expect, inject, it } from "vitest";
import { captureRules } from "../../lambdas/capture/capture-rules-of.ts";
import { storeForm } from "../../lambdas/capture/store-form.ts";
import { parseFields } from "../../lambdas/domain/capture/submission-fields.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aList, importsOn, someTerms } from "../import/pipeline.ts";

const { rows, faults, forms } =
  inject("load") === "full" ? { rows: 10_000, faults: 300, forms: 200 } : { rows: 300, faults: 30, forms: 20 };

/** A third each: without an address, with none that can be one, and with that of an earlier row. */
const faulty = Array.from({ length: faults }, (_, i) => {
  if (i % 3 === 0) return `Sin correo ${i};;Empresa;`;
  return i % 3 === 1 ? `Mal ${i};no es un correo;Empresa;` : `Otra vez ${i};P${i}@empresa-${i}.example;Empresa;`;
});
/** Forms that come while one message is worked on, of which 10,000 rows take some twenty. */
const atOnce = 10;
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

it(`a list of ${rows} rows with ${faults} faults becomes leads beside ${forms} forms, and is taken back`, async () => {
  // Otherwise the client works out its middleware for each request, a fifth of the work.
  const table = dynamoTwin(undefined, undefined, { cacheMiddleware: true });
  const list = importsOn(undefined, table);
  const leads = (): number => [...table.each()].filter(({ sk }) => sk?.S === "PROFILE").length;
  const form = async (i: number): Promise<void> => {
    const rules = captureRules({ agreement: list.agreement, siteOrigins: [], now: () => list.clock.now });
    const read = parseFields([["email", `forma-${i}@casa-${i}.example`]], rules);
    if (!read.ok) throw new Error("no form");
    const deps = { table: list.table, agreement: list.agreement, now: () => list.clock.now };
    await storeForm(deps, {
      submission: read.submission,
      submissionId: `form-${i}`,
      referenceId: `form-${i}`,
      at: list.clock.now,
      correlationId: `form-${i}`,
      isLimited: false,
      isAnswered: false,
      fingerprints: [`BODY#${i}`],
    });
  };
  let begun = Date.now();
  const importId = await list.upload(`${aList(rows - faults)}${faulty.join("\r\n")}\r\n`);
  await list.decide(importId, "terms", { terms: someTerms() });
  await list.work();
  const wanted = {
    new: rows - faults,
    known: 0,
    refused: faults,
    refusedBecause: { "no-email": faults / 3, "invalid-email": faults / 3, "duplicate-in-list": faults / 3 },
  };
  expect(await list.view(importId)).toMatchObject({ state: "tried", counts: wanted });
  console.log(`${rows} rows read and tried in ${seconds(begun)}`);
  begun = Date.now();
  await list.decide(importId, "start");
  for (let i = 0, more = true; i < forms || more; i += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, forms - i) }, (_, each) => form(i + each));
    [more] = await Promise.all([list.turn(), ...some]);
  }
  const done = await list.view(importId);
  expect(done).toMatchObject({ state: "done", counts: wanted });
  expect(leads()).toBe(rows - faults + forms);
  console.log(`${rows - faults} leads of them, beside ${forms} forms, in ${seconds(begun)}`);
  begun = Date.now();
  await list.decide(importId, "undo");
  await list.work();
  expect(await list.view(importId)).toMatchObject({ state: "undone", undone: { erased: rows - faults, kept: {} } });
  expect(leads()).toBe(forms);
  expect(list.parked).toEqual([]);
  console.log(`taken back in ${seconds(begun)}`);
}, 300_000);
