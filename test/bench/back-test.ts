/**
 * A proposal tried on the past of 1,000, 10,000 and 100,000 leads: seconds from the asking to the figures, and the most memory
 * that was in use. The board's index hands out pages of a megabyte at once, and each lead's partition all of it; generated
 * pasts, of the shipped agreement.
 */
import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { versionWrite } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { shardOf } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { askTrial, readTrial } from "../../lambdas/adapters/dynamo-trials.ts";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { columnPartition } from "../../lambdas/contract/table.ts";
import { goOnTrying } from "../../lambdas/in-force/try-past.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aPast, itemsOf } from "../agreement/trial/pasts.ts";
import { daysFromNow, now } from "../builders/now.ts";

type Attributes = Record<string, AttributeValue>;

/** As many different pasts there are; others repeat them under ids of their own. */
const different = 500;
const entriesAPage = 800;

const loaded = loadAgreement("agreement.yaml");
if (!loaded.ok) throw new Error("agreement.yaml has mistakes");
const inForce = loaded.agreement;
const proposal = structuredClone(inForce);
proposal.terms.gate.leastFit += 10;
proposal.version = "proposed";

const pasts = Array.from({ length: different }, (_, i) => itemsOf(aPast(i + 1, inForce)).map((item) => toItem(item)));

const under = (leadId: string, items: readonly Attributes[]): Attributes[] =>
  items.map((item) => ({ ...item, pk: { S: `LEAD#${leadId}` }, ...(item.leadId && { leadId: { S: leadId } }) }));

const leadIdOf = (i: number): string => `lead-${String(i).padStart(7, "0")}`;

/** A page of the entries of a column of the board's index, in the order of their numbers. */
const pageOf = (leadIds: readonly string[], behind: string | undefined) => {
  const from = behind === undefined ? 0 : leadIds.findIndex((leadId) => `LEAD#${leadId}` === behind) + 1;
  const some = leadIds.slice(from, from + entriesAPage);
  const items = some.flatMap((leadId) => under(leadId, profileOf(leadId)));
  return { Items: items, ...(from + some.length < leadIds.length && { LastEvaluatedKey: { pk: items.at(-1)?.pk } }) };
};

const pastOf = (leadId: string): readonly Attributes[] => pasts[Number(leadId.slice("lead-".length)) % different] ?? [];
const profileOf = (leadId: string) => pastOf(leadId).filter(({ sk }) => sk?.S === "PROFILE");

/** The heap as each page found it. */
const memory = { most: 0 };

interface Asked {
  readonly ExpressionAttributeValues?: Attributes;
  readonly ExclusiveStartKey?: Attributes;
}

/** These leads are in the first column of the board; all else is in memory. */
const tableWith = (leads: number): DynamoTable => {
  const columns = new Map<string, string[]>();
  for (let i = 0; i < leads; i++) {
    const column = columnPartition("captured", shardOf(leadIdOf(i)));
    const those = columns.get(column) ?? [];
    those.push(leadIdOf(i));
    columns.set(column, those);
  }
  const table = dynamoTwin();
  const client: Pick<DynamoDBClient, "send"> = Object.create(table.client, {
    send: {
      value: async (command: { readonly constructor: { readonly name: string }; readonly input: Asked }) => {
        const { ExpressionAttributeValues: values, ExclusiveStartKey: behind } = command.input;
        const [column, pk] = [columns.get(values?.[":partition"]?.S ?? ""), values?.[":pk"]?.S ?? ""];
        if (column !== undefined) return pageOf(column, behind?.pk?.S);
        if (!pk.startsWith("LEAD#")) return Reflect.apply(table.client.send, table.client, [command]);
        memory.most = Math.max(memory.most, process.memoryUsage().heapUsed);
        const leadId = pk.slice("LEAD#".length);
        return { Items: under(leadId, pastOf(leadId)) };
      },
    },
  });
  return Object.assign(Object.create(table), { client, tableName: table.tableName });
};

const tried = async (leads: number) => {
  const table = tableWith(leads);
  const since = daysFromNow(-400);
  await transact(table, [
    versionWrite(table, inForce, { number: 1, version: inForce.version, since, termsId: "first", proposalId: "" }),
  ]);
  const { timeZone } = inForce.terms.company;
  const start = performance.now();
  memory.most = 0;
  const asked = { proposalId: "p", version: proposal.version, termsId: "proposed", by: "bench", at: now, timeZone };
  let { turn, state } = await askTrial(table, asked);
  let turns = 0;
  const deps = { table, now: () => now, terms: async (id: string) => (id === "first" ? inForce : proposal) };
  for (; state === "asked" || state === "running"; turns++) {
    await goOnTrying(deps, "p", turn);
    ({ turn, state } = (await readTrial(table, "p")) ?? { turn, state: "failed" });
  }
  return { seconds: (performance.now() - start) / 1000, megabytes: memory.most / 1e6, turns };
};

await tried(200);
console.log("\nA proposal tried on the past (one core, reading at once)");
console.log("     leads   seconds   heap MB   turns");
for (const leads of [1000, 10_000, 100_000]) {
  const { seconds, megabytes, turns } = await tried(leads);
  const figures = [
    leads.toLocaleString("en").padStart(10),
    seconds.toFixed(1).padStart(9),
    megabytes.toFixed(0).padStart(9),
  ];
  console.log(`${figures.join(" ")} ${String(turns).padStart(7)}`);
}
