import "./frame/quiet.ts";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import * as z from "zod/mini";
import { externalEvents } from "../lambdas/contract/events.ts";
import { parseOverrideDetail } from "../lambdas/domain/bus-intake/parse-detail.ts";
import { OverrideSchema } from "../lambdas/domain/lead/lead.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { type Deployment, deployedStack, outputsIn } from "./frame/deployed-stack.ts";
import { CommandError, UsageError } from "./frame/errors.ts";
import { environmentOption, option, optionalText, outputsOption, text } from "./frame/option.ts";

const nothingSent = "Nothing was sent.";

export const main = command({
  name: "gate:override",
  does: "Marketing decides by hand instead of the MQL gate, for the rest of the lead's cycle. Allowed until the lead is handed off; a parked or disqualified lead starts their next cycle with it. The decision is recorded with its reason.",
  options: {
    lead: text("LEAD", "the lead's id, or its e-mail address"),
    verdict: option(OverrideSchema.shape.verdict, {
      takes: "VERDICT",
      says: "qualified, not-yet or disqualified",
      kind: "qualified, not-yet or disqualified",
    }),
    reason: text('"WHY"', "a sentence that both departments will read"),
    by: text('"WHO"', "who in marketing decides"),
    outputs: outputsOption(),
    environment: environmentOption(),
    bus: optionalText("NAME", "or the event bus: the stack's output BusName", { environment: "BUS_NAME" }),
  },
  needs: [{ oneOf: [["outputs"], ["bus"]] }],
  notes:
    "What cannot be carried out (no such lead, or one that sales already has) lands in the dead-letter queue CaptureDeadLettersUrl with the reason.",
  permissions: "events:PutEvents on the bus",
  otherwise: nothingSent,
  run: async ({ outputs, environment, bus, ...decision }) => {
    const Detail = detailOf(decision);
    const { client, name } = busOf({ outputs, environment }, bus);
    const entry = { EventBusName: name, Source: "marketing", DetailType: externalEvents.gateOverridden, Detail };
    const { Entries: [answer] = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    if (answer?.EventId === undefined)
      throw new CommandError(`The bus ${name} did not take it: ${answer?.ErrorCode} ${answer?.ErrorMessage}`);
    return `Sent as event ${answer.EventId}.`;
  },
});

/** Read as the pipeline will read it, so that a mistake is told here and not in a dead-letter queue. */
const detailOf = ({ lead, ...decision }: Record<"lead" | "verdict" | "reason" | "by", string>): string => {
  const detail = { [lead.includes("@") ? "email" : "leadId"]: lead, ...decision };
  const read = parseOverrideDetail(detail);
  if (!read.ok) throw new UsageError(`${nothingSent} ${read.reason.replace(/^(leadId|email):/, "lead:")}`);
  return JSON.stringify(detail);
};

const BusSchema = z.object({ BusName: z.string() });

const busOf = (deployment: Deployment, bus = "") => {
  const of = outputsIn(deployment);
  if (of === undefined) return { client: new EventBridgeClient({}), name: bus };
  const { stack, reach } = deployedStack(of, BusSchema, "output BusName");
  return { client: new EventBridgeClient(reach), name: stack.BusName };
};

await runIfStarted(main, import.meta.url);
