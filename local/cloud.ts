import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyJourneys } from "./copy-journeys.ts";
import { bootstrap, corsInTemplate, type Deployment, deploy, synthesise } from "./deploy.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import type { Door } from "./front-server/door.ts";
import { forwardTo } from "./front-server/forward.ts";
import { front } from "./front-server/front.ts";
import { staticFiles } from "./front-server/static-files.ts";
import { inboxHandler } from "./inbox.ts";
import { mendCors } from "./mend-cors.ts";
import { ProcessFamily } from "./process-family.ts";
import { projectRoot } from "./project-root.ts";
import { verifySender } from "./verify-sender.ts";

/** Where everything is, as `outputs.json` says it. */
export interface CloudOutputs {
  readonly api: string;
  readonly form: string;
  readonly inbox: string;
  readonly awsEndpoint: string;
  readonly stepFunctionsEndpoint: string;
  /** The directory of the emulators' logs. */
  readonly logs: string;
  /** The outputs of the deployed stack, by name. */
  readonly stack: Readonly<Record<string, string>>;
}

export interface Cloud {
  readonly outputs: CloudOutputs;
  /** Settles, with a sentence, when a part of it has ended by itself. */
  readonly broken: Promise<string>;
  /** Ends all of it; the door is closed last. */
  stop(): Promise<void>;
}

export interface CloudOptions {
  /** Logs and assembly go here; what an earlier cloud left in it is removed. Absolute. */
  readonly directory: string;
  /** The agreement's file, and the address in it that sends the mails. */
  readonly agreement: { readonly file: string; readonly sender: string };
  /** Where form, inbox and API are to be reached. */
  readonly door: Door;
  /** Hears what is being done, a line at a time. */
  readonly say: (line: string) => void;
  /** Breaks off the start. */
  readonly signal?: AbortSignal;
}

/** The whole pipeline on this machine. When it cannot start, everything that was started is ended again. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const family = new ProcessFamily();
  const scratch = await mkdtemp(path.join(tmpdir(), "smarketing-"));
  const stop = async () => {
    await family.stop();
    await options.door.close();
    await rm(scratch, { recursive: true, force: true });
  };
  const breakOff = () => void family.stop();
  options.signal?.addEventListener("abort", breakOff);
  try {
    options.signal?.throwIfAborted();
    return { ...(await start(options, family, scratch)), stop };
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
const start = async (options: CloudOptions, family: ProcessFamily, scratch: string): Promise<Omit<Cloud, "stop">> => {
  const { directory, door, say } = options;
  const logs = await makeFresh(directory);
  say("Starting the local cloud, making the template ...");
  const emulators = await startEmulators(family, scratch, logs);
  const deployment = { family, env: emulators.env, directory, logs };
  await Promise.all([
    synthesise(deployment, contextOf(options)),
    emulators.ready.then(() => {
      say("Preparing the account (cdk bootstrap) ...");
      return bootstrap(deployment);
    }),
  ]);
  say("Deploying (cdk deploy) ...");
  const stack = await deploy(deployment);
  await finish(options, deployment, emulators, stack);
  door.answerWith(frontOf(emulators, stack));
  const { awsEndpoint, stepFunctionsEndpoint, ended } = emulators;
  const addresses = { api: door.origin, form: `${door.origin}/form/`, inbox: `${door.origin}/inbox` };
  return { outputs: { ...addresses, awsEndpoint, stepFunctionsEndpoint, logs, stack }, broken: ended };
};

/** Gives the directory of the logs. */
const makeFresh = async (directory: string): Promise<string> => {
  const logs = path.join(directory, "logs");
  for (const left of [logs, path.join(directory, "cdk.out")]) await rm(left, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  return logs;
};

/** Browsers write this machine in two ways; the pages are to work in both. */
const contextOf = ({ agreement, door }: CloudOptions): Record<string, string> => ({
  agreement: agreement.file,
  publicUrl: door.origin,
  siteOrigins: [door.origin, new URL(`http://localhost:${door.port}`).origin].join(","),
  disposable: "true",
});

/** What AWS does by itself, or operations once by hand. */
const finish = async (
  { agreement, say }: CloudOptions,
  deployment: Deployment,
  emulators: Emulators,
  stack: Record<string, string>,
): Promise<void> => {
  say("Bringing the journeys to their interpreter ...");
  await Promise.all([
    copyJourneys(emulators, outputNamed("StateMachineArn", stack)),
    corsInTemplate(deployment).then((cors) => mendCors(emulators, outputNamed("ApiId", stack), cors)),
    verifySender(emulators, agreement.sender),
  ]);
};

const frontOf = ({ awsEndpoint }: Emulators, stack: Record<string, string>) => {
  const inbox = inboxHandler({ awsEndpoint });
  return front({
    form: staticFiles(path.join(projectRoot, "web", "form"), "/form"),
    inbox: (request, response) => inbox(request, response, (request.url ?? "").slice("/inbox".length)),
    api: forwardTo(`${awsEndpoint}/_aws/execute-api/${outputNamed("ApiId", stack)}/$default`),
  });
};

const outputNamed = (name: string, stack: Record<string, string>): string => {
  const value = stack[name];
  if (value === undefined) throw new Error(`the stack has no output ${name}`);
  return value;
};
