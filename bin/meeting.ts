import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod/mini";
import { deployedStack } from "./deployed-stack.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run meeting -- --outputs FILE | --function NAME [--again]

Makes the pack of this week's meeting now, as the schedule does two hours before it: keeps it for the board, sends the
invitation where it is due, and mails the pack to both teams. Called twice it sends nothing twice.

  --outputs FILE   .local/outputs.json, or what cdk deploy --outputs-file wrote
  --function NAME  or the stack's output MeetingFunctionName
  --again          makes the pack anew for the board; mails go only to those who have had none of this week
  --help           this text

It works with your AWS credentials and region, which must allow lambda:InvokeFunction on this one function. For the
pipeline on your machine --outputs .local/outputs.json is enough.`;

const StackSchema = z.object({ MeetingFunctionName: z.string() });

const MadeSchema = z.object({
  week: z.string(),
  page: z.string(),
  pack: z.enum(["made", "kept"]),
  invitation: z.object({ sequence: z.int(), sent: z.array(z.string()) }),
  sent: z.array(z.string()),
  sentBefore: z.int(),
});

const typed = () => {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  return optionsOf("meeting", { options: { outputs: text, function: text, again: flag, help: flag } }).values;
};
type Options = ReturnType<typeof typed>;

/** Mails go out one by one, each after its picture is painted: it may take a minute. */
const requestTimeout = 180_000;

const deployedFunction = ({ outputs, function: name }: Options): { client: LambdaClient; name: string } => {
  const patience = { maxAttempts: 1, requestHandler: { requestTimeout } };
  if (outputs !== undefined) {
    const { stack, reach } = deployedStack(outputs, StackSchema, "output MeetingFunctionName");
    return { client: new LambdaClient({ ...reach, ...patience }), name: stack.MeetingFunctionName };
  }
  if (name === undefined) throw new MendableError("Which pipeline? Give --outputs or --function.");
  return { client: new LambdaClient(patience), name };
};

const run = async (options: Options): Promise<string> => {
  if (options.help === true) return usage;
  const { client, name } = deployedFunction(options);
  const Payload = Buffer.from(JSON.stringify({ again: options.again === true }));
  const { Payload: answer, FunctionError: fault } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload }),
  );
  const text = Buffer.from(answer ?? []).toString();
  if (fault !== undefined) throw new Error(`The meeting was not made, or not all of it was sent: ${text}`);
  return sayMade(MadeSchema.parse(JSON.parse(text)));
};

const sayMade = ({ week, page, pack, invitation, sent, sentBefore }: z.infer<typeof MadeSchema>): string =>
  [
    `The pack of ${week} ${pack === "made" ? "is made" : "was there already (--again makes it anew)"}: ${page}`,
    `Mailed to ${sent.length === 0 ? "nobody" : sent.join(", ")}; ${sentBefore} had it before.`,
    `Invitation ${invitation.sequence}: ${invitation.sent.length === 0 ? "nothing to send" : `sent to ${invitation.sent.join(", ")}`}.`,
  ].join("\n");

try {
  console.log(await run(typed()));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
