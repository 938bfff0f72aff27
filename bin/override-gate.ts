import { readFileSync } from "node:fs";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import * as z from "zod/mini";
import { externalEvents } from "../lambdas/contract/events.ts";
import { parseOverrideDetail } from "../lambdas/domain/bus-intake/parse-detail.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run gate:override -- --lead LEAD --verdict VERDICT --reason "WHY" --by "WHO" [--bus NAME | --outputs FILE]

Marketing decides by hand instead of the MQL gate, for the rest of the lead's cycle. Allowed until the lead is handed
off; a parked or disqualified lead begins its next cycle with it. The decision is recorded with its reason.

  --lead LEAD        the lead's id, or its e-mail address
  --verdict VERDICT  qualified, not-yet or disqualified
  --reason "WHY"     a sentence that both departments will read
  --by "WHO"         who in marketing decides
  --bus NAME         the event bus: the stack's output BusName (default: the environment's BUS_NAME)
  --outputs FILE     or a file with the outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --help             this text

It is sent with your AWS credentials and region, which must allow events:PutEvents on the bus. Against the pipeline on
your machine set AWS_ENDPOINT_URL to the awsEndpoint that stands in .local/outputs.json, AWS_REGION=us-east-1, and
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to anything. What cannot be carried out (no such lead, or one that sales
already has) lands in the dead-letter queue BusIntakeDeadLettersUrl with the reason.`;

const typed = () => {
  const text = { type: "string" } as const;
  const options = { lead: text, verdict: text, reason: text, by: text, bus: text, outputs: text } as const;
  return optionsOf("gate:override", { options: { ...options, help: { type: "boolean" } } }).values;
};
type Options = ReturnType<typeof typed>;

/** Read as the pipeline will read it, so that a mistake is told here and not in a dead-letter queue. */
const detailOf = ({ lead = "", verdict, reason, by }: Options): string => {
  const detail = { [lead.includes("@") ? "email" : "leadId"]: lead, verdict, reason, by };
  const read = parseOverrideDetail(detail);
  if (!read.ok) throw new MendableError(`Nothing was sent. ${read.reason.replace(/^(leadId|email):/, "lead:")}`);
  return JSON.stringify(detail);
};

const BusSchema = z.object({ BusName: z.string() });
/** The outputs of the local pipeline, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([z.object({ stack: BusSchema }), z.object({ Smarketing: BusSchema })]);

const busOf = ({ bus = process.env.BUS_NAME, outputs }: Options): string => {
  if (bus !== undefined && bus !== "") return bus;
  if (outputs === undefined)
    throw new MendableError("Nothing was sent. Which bus? Give --bus with the stack's output BusName, or --outputs.");
  try {
    const read = OutputsSchema.parse(JSON.parse(readFileSync(outputs, "utf8")));
    return "stack" in read ? read.stack.BusName : read.Smarketing.BusName;
  } catch (cause) {
    throw new MendableError(`Nothing was sent. ${outputs} is no file with the stack's output BusName.`, { cause });
  }
};

const send = async (options: Options): Promise<string> => {
  const [Detail, EventBusName] = [detailOf(options), busOf(options)];
  const entry = { EventBusName, Source: "marketing", DetailType: externalEvents.gateOverridden, Detail };
  const { Entries: [answer] = [] } = await new EventBridgeClient({}).send(new PutEventsCommand({ Entries: [entry] }));
  if (answer?.EventId === undefined)
    throw new MendableError(`The bus ${EventBusName} did not take it: ${answer?.ErrorCode} ${answer?.ErrorMessage}`);
  return `Sent as event ${answer.EventId}.`;
};

try {
  const options = typed();
  console.log(options.help === true ? usage : await send(options));
} catch (error) {
  console.error(error instanceof MendableError ? error.message : `Nothing was sent. ${error}`);
  process.exitCode = 1;
}
