import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { marksFor, readVersionMarks } from "../../lambdas/adapters/dynamo-version-marks.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { daysFromNow } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const terms = gzipSync("{}");
const keep = (table: DynamoTable, version: string, since: string, number?: number) =>
  transact(table, [
    put(table, "version", { ...keys.agreementVersion(since), version, since, terms, ...(number && { number }) }, isNew),
  ]);

describe.each(engines())("the marks of versions on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("are all of them, the oldest first, over more than a page, and found again when another came into force", async () => {
    expect(await readVersionMarks(table)).toEqual([]);
    for (let i = 0; i < 130; i++) await keep(table, `v-${i}`, daysFromNow(i - 200), i > 100 ? i + 1 : undefined);
    const marks = await readVersionMarks(table);
    expect(marks.map(({ number }) => number)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
    expect(marks[0]).toEqual({ number: 1, version: "v-0", since: daysFromNow(-200) });

    const decided = [{ version: "v-129", at: daysFromNow(-1) }];
    expect(await marksFor(table, decided)).toHaveLength(130);
    await keep(table, "v-3", daysFromNow(-0.5), 131);
    // What it knows is enough for these.
    expect(await marksFor(table, decided)).toHaveLength(130);
    const again = await marksFor(table, [...decided, { version: "v-3", at: daysFromNow(-0.2) }]);
    expect(again.at(-1)).toEqual({ number: 131, version: "v-3", since: daysFromNow(-0.5) });
  });
});
