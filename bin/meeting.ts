import "./frame/quiet.ts";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod/mini";
import { command, runIfStarted } from "./frame/command.ts";
import { type Deployment, deployedStack, outputsIn } from "./frame/deployed-stack.ts";
import { CommandError } from "./frame/errors.ts";
import { environmentOption, flag, optionalText, outputsOption } from "./frame/option.ts";

export const main = command({
  name: "meeting",
  does: "Makes the pack of this week's meeting now, as the schedule does two hours before it: keeps it for the board, sends the invitation where it is due, and mails the pack to both teams. Called twice it sends nothing twice.",
  options: {
    outputs: outputsOption(),
    environment: environmentOption(),
    function: optionalText("NAME", "or the stack's output MeetingFunctionName"),
    again: flag("makes the pack again for the board; mails go only to those who have had none of this week"),
  },
  needs: [{ oneOf: [["outputs"], ["function"]] }],
  permissions: "lambda:InvokeFunction on this one function",
  run: async ({ again, ...deployment }) => {
    const { client, name } = deployedFunction(deployment);
    const Payload = Buffer.from(JSON.stringify({ again }));
    const { Payload: answer, FunctionError: fault } = await client.send(
      new InvokeCommand({ FunctionName: name, Payload }),
    );
    const text = Buffer.from(answer ?? []).toString();
    if (fault !== undefined) throw new CommandError(`The meeting was not made, or not all of it was sent: ${text}`);
    return sayMade(MadeSchema.parse(JSON.parse(text)));
  },
});

const StackSchema = z.object({ MeetingFunctionName: z.string() });

const MadeSchema = z.object({
  week: z.string(),
  page: z.string(),
  pack: z.enum(["made", "kept"]),
  invitation: z.object({ sequence: z.int(), sent: z.array(z.string()) }),
  sent: z.array(z.string()),
  sentBefore: z.int(),
});

/** Mails go out one by one, each after its picture is painted: it may take a minute. */
const patience = { maxAttempts: 1, requestHandler: { requestTimeout: 180_000 } };

const deployedFunction = ({
  function: name = "",
  ...deployment
}: Deployment & { readonly function?: string | undefined }) => {
  const of = outputsIn(deployment);
  if (of === undefined) return { client: new LambdaClient(patience), name };
  const { stack, reach } = deployedStack(of, StackSchema, "output MeetingFunctionName");
  return { client: new LambdaClient({ ...reach, ...patience }), name: stack.MeetingFunctionName };
};

const sayMade = ({ week, page, pack, invitation, sent, sentBefore }: z.infer<typeof MadeSchema>): string =>
  [
    `The pack of ${week} ${pack === "made" ? "is made" : "was there already (--again makes it again)"}: ${page}`,
    `Mailed to ${sent.length === 0 ? "nobody" : sent.join(", ")}; ${sentBefore} had it before.`,
    `Invitation ${invitation.sequence}: ${invitation.sent.length === 0 ? "nothing to send" : `sent to ${invitation.sent.join(", ")}`}.`,
  ].join("\n");

await runIfStarted(main, import.meta.url);
