import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod/mini";

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
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stack: StackSchema }),
  z.object({ Smarketing: StackSchema }),
]);

const MadeSchema = z.object({
  week: z.string(),
  page: z.string(),
  pack: z.enum(["made", "kept"]),
  invitation: z.object({ sequence: z.int(), sent: z.array(z.string()) }),
  sent: z.array(z.string()),
  sentBefore: z.int(),
});

const optionsOf = (args: readonly string[]) => {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  return parseArgs({ args: [...args], options: { outputs: text, function: text, again: flag, help: flag } }).values;
};
type Options = ReturnType<typeof optionsOf>;

/** Mails go out one by one, each after its picture is painted: it may take a minute. */
const requestTimeout = 180_000;

const deployedFunction = ({ outputs, function: name }: Options): { client: LambdaClient; name: string } => {
  if (outputs === undefined) {
    if (name === undefined) throw new Error("Which pipeline? Give --outputs or --function.");
    return { client: new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout } }), name };
  }
  const read = OutputsSchema.safeParse(JSON.parse(readFileSync(outputs, "utf8"))).data;
  if (read === undefined) throw new Error(`${outputs} is no file with the stack's output MeetingFunctionName.`);
  if ("Smarketing" in read) return deployedFunction({ function: read.Smarketing.MeetingFunctionName });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const local = { endpoint: read.awsEndpoint, region: "us-east-1", credentials };
  const client = new LambdaClient({ ...local, maxAttempts: 1, requestHandler: { requestTimeout } });
  return { client, name: read.stack.MeetingFunctionName };
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
  console.log(await run(optionsOf(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
