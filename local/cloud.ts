import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { encryptBy } from "../lambdas/adapters/kms-cipher.ts";
import type { AgreementTerms } from "../lambdas/contract/agreement.ts";
import { boardPaths, type Role } from "../lambdas/contract/board.ts";
import { copyJourneys, restoreCors, verifySender } from "./after-deploy.ts";
import { agreementHere } from "./agreement-here.ts";
import { beginHistory } from "./demo-history/bring.ts";
import { addSourceSecrets } from "./demo-sources.ts";
import { addDemoUsers, demoPassword, demoUsersOf } from "./demo-users.ts";
import { apiCors, bootstrap, bucketCors, type Deployment, deploy, synthesise, templateOf } from "./deploy.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import { bucketAt } from "./front-server/bucket.ts";
import { type Door, openAnyDoor } from "./front-server/door.ts";
import { forwardTo } from "./front-server/forward.ts";
import { front } from "./front-server/front.ts";
import { referenceHandler } from "./front-server/reference.ts";
import { formHandler, siteHandler, sitePath } from "./front-server/site.ts";
import { inboxHandler } from "./inbox.ts";
import { credentials, region } from "./local-environment.ts";
import { toDefaultBus } from "./mail-events.ts";
import { type MailRecorder, mailRecorder } from "./mail-recorder.ts";
import { ProcessFamily } from "./process-family.ts";
import type { LocalAgreement } from "./read-agreement.ts";
import { warmUp } from "./warm-up.ts";

/** Where everything is, as `outputs.json` says it. */
export interface CloudOutputs {
  readonly api: string;
  /** The sample web site. */
  readonly site: string;
  /** Leads to its page with the form; `es/` and `en/` below it to one language's. */
  readonly form: string;
  readonly inbox: string;
  readonly board: string;
  /** The origin that the board uploads lists to. */
  readonly uploads: string;
  /** Who may sign in to the board, all with the same password. */
  readonly demo: {
    readonly users: readonly { readonly user: string; readonly role: Role }[];
    readonly password: string;
  };
  readonly awsEndpoint: string;
  readonly stepFunctionsEndpoint: string;
  /** The directory of the emulators' logs. */
  readonly logs: string;
  /** The outputs of the deployed stack, by name. */
  readonly stack: Readonly<Record<string, string>>;
}

export interface Cloud {
  readonly outputs: CloudOutputs;
  /** Resolves, with a sentence, when a part of it has ended by itself. */
  readonly broken: Promise<string>;
  /** Stops all of it; the port is released last. */
  stop(): Promise<void>;
}

export interface CloudOptions {
  /** Logs and assembly go here; what an earlier cloud left in it is removed. Absolute. */
  readonly directory: string;
  /** The pages of the company's web sites in it are replaced by those of the sample site. */
  readonly agreement: LocalAgreement;
  /** Whether the table is filled with eight weeks of demo history. */
  readonly history?: boolean;
  /** Where site, inbox and API are to be reached. */
  readonly door: Door;
  /** Called with a line for each step of the start. */
  readonly say: (line: string) => void;
  /** Breaks off the start. */
  readonly signal?: AbortSignal;
  /** What the functions' processes find in their environment besides: tests look on by it. @default nothing */
  readonly functionEnvironment?: NodeJS.ProcessEnv;
  /** The secret that every source of the agreement gets, so that its tool can be tried. @default none */
  readonly sourceSecret?: string;
  /** Stands in for the hosts of form tools, of which leads are fetched. @default the tools' own */
  readonly toolsOrigin?: string;
  /** Changes the state machine's definition before it is executed: tests shorten its retries. @default as deployed */
  readonly adaptJourney?: (definition: string) => string;
}

/** The whole pipeline on this machine. When it cannot start, everything that was started is stopped. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const family = new ProcessFamily();
  const scratch = await mkdtemp(path.join(tmpdir(), "smarketing-"));
  const [mailDoor, bucketDoor] = await Promise.all([openAnyDoor(), openAnyDoor()]);
  const ending: (() => void)[] = [];
  const stop = async () => {
    for (const ends of ending) ends();
    await family.stop();
    await Promise.all([mailDoor.close(), bucketDoor.close()]);
    await options.door.close();
    await rm(scratch, { recursive: true, force: true });
  };
  const breakOff = () => void family.stop();
  options.signal?.addEventListener("abort", breakOff);
  try {
    options.signal?.throwIfAborted();
    return { ...(await start(options, family, scratch, { mailDoor, bucketDoor }, ending)), stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", breakOff);
  }
};

/**
 * `scratch` lies outside the project: the emulator unpacks the functions there, and on AWS too they find no module and
 * no package.json of ours around them.
 */
const start = async (
  options: CloudOptions,
  family: ProcessFamily,
  scratch: string,
  { mailDoor, bucketDoor }: { readonly mailDoor: Door; readonly bucketDoor: Door },
  /** Is told what to do before the processes are stopped. */
  ending: (() => void)[],
): Promise<Omit<Cloud, "stop">> => {
  const { directory, door, say } = options;
  const logs = await makeFresh(directory);
  const site = `${door.origin}${sitePath}`;
  const agreement = await agreementHere(options.agreement, site, directory);
  say("Starting the local cloud and synthesising the template ...");
  const emulators = await startEmulators(family, {
    scratch,
    logs,
    mailEndpoint: mailDoor.origin,
    functionEnvironment: options.functionEnvironment,
  });
  const recorder = mailRecorder(emulators.awsEndpoint, toDefaultBus(emulators.awsEndpoint));
  mailDoor.answerWith(recorder.handler);
  ending.push(recorder.end);
  const deployment = { family, env: emulators.env, directory, logs };
  await Promise.all([
    synthesise(deployment, contextOf(agreement, door, bucketDoor.origin, options.toolsOrigin)),
    emulators.ready.then(() => {
      say("Preparing the account (cdk bootstrap) ...");
      return bootstrap(deployment);
    }),
  ]);
  say("Deploying (cdk deploy) ...");
  const history =
    options.history === true
      ? beginHistory(deployment, templateOf(deployment), agreement.terms.company.timeZone)
      : undefined;
  const stack = await deploy(deployment);
  await finish(options, deployment, emulators, stack);
  if (history !== undefined) {
    // While the history is still being lived.
    const isWarm = await warmUp(tableAt(emulators, outputNamed("TableName", stack)), apiOf(emulators, stack));
    if (!isWarm) say("The pipeline has not carried its test lead through: see the logs.");
    say("Importing the eight weeks of demo history ...");
    const lambda = new LambdaClient({ endpoint: emulators.awsEndpoint, region, credentials });
    await history.into(tableAt(emulators, outputNamed("TableName", stack)), lambda);
  }
  bucketDoor.answerWith(bucketAt(emulators.awsEndpoint, await bucketCors(deployment)));
  door.answerWith(frontOf(emulators, recorder, stack, agreement.terms));
  const { awsEndpoint, stepFunctionsEndpoint, ended } = emulators;
  const addresses = {
    api: door.origin,
    site: `${site}/`,
    form: `${door.origin}/form/`,
    inbox: `${door.origin}/inbox`,
    board: `${door.origin}${boardPaths.board}`,
    uploads: bucketDoor.origin,
  };
  const users = demoUsersOf(agreement.terms).map(({ user, role }) => ({ user, role }));
  const demo = { users, password: demoPassword };
  return { outputs: { ...addresses, demo, awsEndpoint, stepFunctionsEndpoint, logs, stack }, broken: ended };
};

/** Gives the directory of the logs. */
const makeFresh = async (directory: string): Promise<string> => {
  const logs = path.join(directory, "logs");
  for (const left of [logs, path.join(directory, "cdk.out")]) await rm(left, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  return logs;
};

/** Browsers reach this machine by two origins; the pages must work with both. */
const contextOf = (
  { file }: LocalAgreement,
  door: Door,
  uploadsOrigin: string,
  toolsOrigin: string | undefined,
): Record<string, string> => ({
  ...(toolsOrigin !== undefined && { toolsOrigin }),
  agreement: file,
  publicUrl: door.origin,
  uploadsOrigin,
  siteOrigins: [door.origin, new URL(`http://localhost:${door.port}`).origin].join(","),
  disposable: "true",
  // The demo signs in by user and password, in one step; anybody may set one up.
  secondFactor: "optional",
});

/** What AWS does by itself, or operations once by hand. */
const finish = async (
  { agreement, say, sourceSecret, adaptJourney = (definition) => definition }: CloudOptions,
  deployment: Deployment,
  emulators: Emulators,
  stack: Record<string, string>,
): Promise<void> => {
  say("Copying the state machine to its interpreter, adding the demo users ...");
  await Promise.all([
    copyJourneys(emulators, outputNamed("StateMachineArn", stack), adaptJourney),
    apiCors(deployment).then((cors) => restoreCors(emulators, outputNamed("ApiId", stack), cors)),
    verifySender(emulators, agreement.terms.company.sender.email),
    addDemoUsers(emulators, outputNamed("UserPoolId", stack), demoUsersOf(agreement.terms)),
    addSecrets(emulators, stack, agreement.terms, sourceSecret),
  ]);
};

const addSecrets = async (
  emulators: Emulators,
  stack: Record<string, string>,
  terms: AgreementTerms,
  secret: string | undefined,
): Promise<void> => {
  if (secret === undefined) return;
  const table = tableAt(emulators, outputNamed("TableName", stack));
  await addSourceSecrets(table, encryptBy(table.client, outputNamed("SourceSecretsKeyArn", stack)), terms, secret);
};

/** Without a slash at the end. */
const apiOf = ({ awsEndpoint }: Emulators, stack: Record<string, string>): string =>
  `${awsEndpoint}/_aws/execute-api/${outputNamed("ApiId", stack)}/$default`;

const frontOf = (
  emulators: Emulators,
  { kept }: MailRecorder,
  stack: Record<string, string>,
  terms: AgreementTerms,
) => {
  const inbox = inboxHandler({ awsEndpoint: emulators.awsEndpoint, kept, since: new Date().toISOString() });
  return front({
    site: siteHandler(terms),
    form: formHandler,
    reference: referenceHandler,
    inbox: (request, response) => inbox(request, response, (request.url ?? "").slice("/inbox".length)),
    api: forwardTo(apiOf(emulators, stack)),
  });
};

const tableAt = ({ awsEndpoint }: Emulators, tableName: string): DynamoTable => ({
  client: new DynamoDBClient({ endpoint: awsEndpoint, region, credentials }),
  tableName,
});

const outputNamed = (name: string, stack: Record<string, string>): string => {
  const value = stack[name];
  if (value === undefined) throw new Error(`the stack has no output ${name}`);
  return value;
};
