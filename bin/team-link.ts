import { putGrant } from "../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../lambdas/adapters/dynamo-signing-keys.ts";
import { openTable, transact } from "../lambdas/adapters/dynamo-table.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { lifetimes } from "../lambdas/contract/limits.ts";
import { mayChange } from "../lambdas/domain/team/may-change.ts";
import { teamLink } from "../lambdas/team/team-link.ts";
import { deployedPipeline } from "./deployed-table.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run team:link -- --who ID [--outputs FILE | --table NAME --url ADDRESS] [--agreement FILE]

Prints the link by which a rep sees and changes their own absences and capacity, and a manager (or whoever stands in for
one, or the director) those of their reps. It opens the page for ${lifetimes.teamLink}, for whoever has it: give it to nobody else. Asked
again it prints the same link, and the time begins anew.

  --who ID          id of the colleague in the agreement
  --outputs FILE    the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --table NAME      or the stack's output TableName (default: the environment's TABLE_NAME)
  --url ADDRESS     with its output ApiUrl (default: the environment's PUBLIC_URL)
  --agreement FILE  the agreement that is deployed (default: agreement.yaml)
  --help            this text

It works with your AWS credentials and region, which must allow dynamodb:Query and dynamodb:PutItem on the table. For the
pipeline on your machine --outputs .local/outputs.json is enough.`;

const typed = () => {
  const text = { type: "string" } as const;
  const options = { who: text, outputs: text, table: text, url: text, agreement: text } as const;
  return optionsOf("team:link", { options: { ...options, help: { type: "boolean" } } }).values;
};
type Options = ReturnType<typeof typed>;

const pipelineOf = ({ outputs, table = process.env.TABLE_NAME, url = process.env.PUBLIC_URL }: Options) => {
  if (outputs === undefined) {
    if (table && url) return { table: openTable(table), publicUrl: url };
    throw new MendableError("Which pipeline? Give --outputs, or --table and --url.");
  }
  return deployedPipeline(outputs);
};

const agreementOf = ({ agreement: file = "agreement.yaml" }: Options) => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new MendableError(formatProblems(loaded.problems));
  return loaded.agreement;
};

const linkOf = async (options: Options): Promise<string> => {
  const { who } = options;
  if (who === undefined) throw new MendableError("For whom? Give --who with a colleague's id in the agreement.");
  const [agreement, { table, publicUrl }] = [agreementOf(options), pipelineOf(options)];
  if (mayChange(who, agreement).length === 0)
    throw new MendableError(`${who} is no rep in the agreement, and leads none: there is nothing to see.`);
  const now = () => new Date().toISOString();
  const link = await teamLink({ agreement, now, keyring: signingKeys(table), publicUrl }, who);
  await transact(table, [putGrant(table, link.referenceId, link.grant)]);
  return link.url;
};

try {
  const options = typed();
  console.log(options.help === true ? usage : await linkOf(options));
} catch (error) {
  console.error(error instanceof MendableError ? error.message : `There is no link. ${error}`);
  process.exitCode = 1;
}
