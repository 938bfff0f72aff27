import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { account, assertLocal, type Endpoints, localEnvironment } from "./local-environment.ts";
import type { ProcessFamily } from "./process-family.ts";
import { projectRoot } from "./project-root.ts";

const python = path.join(projectRoot, ".local", "venv", "bin", "python");

/** How long an emulator may take until it responds, in seconds. */
const startTime = 60;

export interface Emulators extends Endpoints {
  /** The environment for every other process. */
  readonly env: NodeJS.ProcessEnv;
  /** Resolves when both respond; rejects when one does not start. */
  readonly ready: Promise<void>;
  /** Resolves, with a sentence, when one of them has exited. */
  readonly ended: Promise<string>;
}

export interface EmulatorOptions {
  readonly scratch: string;
  readonly logs: string;
  /** Where the functions send their mails. */
  readonly mailEndpoint: string;
  /** What the functions' processes find in their environment besides. @default nothing */
  readonly functionEnvironment?: NodeJS.ProcessEnv | undefined;
}

/** MiniStack for everything, and moto for its interpreter of state machines; their tasks run at MiniStack. */
export const startEmulators = async (
  family: ProcessFamily,
  { scratch, logs, mailEndpoint, functionEnvironment }: EmulatorOptions,
): Promise<Emulators> => {
  const [awsPort, stepFunctionsPort] = [await freePort(), await freePort()];
  const endpoints = { awsEndpoint: at(awsPort), stepFunctionsEndpoint: at(stepFunctionsPort), mailEndpoint };
  const env = localEnvironment(endpoints, scratch);
  assertLocal(env);
  const start = (name: string, args: readonly string[], further: NodeJS.ProcessEnv) => {
    const logFile = path.join(logs, `${name}.log`);
    const { ended } = family.start({ name, command: python, args, env: further, logFile });
    return ended.then((code) => `${name} has exited (code ${code}); see its log, ${logFile}`);
  };

  const { AWS_ENDPOINT_URL: _, AWS_ENDPOINT_URL_SFN: stepFunctions, AWS_ENDPOINT_URL_SESV2: mails, ...bare } = env;
  // The functions inherit all of it.
  const ministack = start("ministack", ["-m", "ministack"], {
    ...bare,
    ...functionEnvironment,
    AWS_ENDPOINT_URL_SFN: stepFunctions,
    AWS_ENDPOINT_URL_SESV2: mails,
    GATEWAY_PORT: String(awsPort),
    BIND_HOST: "127.0.0.1",
    IOT_MTLS_ENABLED: "0",
    PERSIST_STATE: "0",
    STATE_DIR: path.join(scratch, "state"),
    S3_DATA_DIR: path.join(scratch, "s3"),
  });
  const moto = start("moto", ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(stepFunctionsPort)], {
    ...bare,
    MOTO_PORT: String(awsPort),
    MOTO_ACCOUNT_ID: account,
  });
  const ready = Promise.all([
    answering(`${endpoints.awsEndpoint}/_ministack/health`, ministack),
    answering(`${endpoints.stepFunctionsEndpoint}/moto-api/data.json`, moto).then(() =>
      executeStateMachines(endpoints.stepFunctionsEndpoint),
    ),
  ]).then(() => undefined);
  return { ...endpoints, env, ready, ended: Promise.race([ministack, moto]) };
};

const at = (port: number): string => `http://127.0.0.1:${port}`;

const answering = async (url: string, ended: Promise<string>): Promise<void> => {
  const end = Date.now() + startTime * 1000;
  while (!(await answers(url))) {
    const over = await Promise.race([ended, pause(100)]);
    if (over !== undefined) throw new Error(over);
    if (Date.now() > end) throw new Error(`${url} did not respond within ${startTime} s`);
  }
};

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

const executeStateMachines = async (endpoint: string): Promise<void> => {
  const body = JSON.stringify({ stepfunctions: { execute_state_machine: true } });
  const response = await fetch(`${endpoint}/moto-api/config`, { method: "POST", body });
  if (!response.ok) throw new Error(`moto refused its configuration: ${response.status} ${await response.text()}`);
};

/** A port of this machine that is free. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
};
