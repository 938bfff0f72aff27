import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { formatProblems, loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { CannotStart } from "../../local/cannot-start.mjs";
import { checkNode, findPython } from "../../local/prerequisites.mjs";
import { type Finding, fault, ok } from "./finding.ts";

/** What is asked of this machine; tests have one of their own. */
export interface Machine {
  readonly node: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Synthesises into this folder; gives what was wrong, `undefined` when nothing. */
  readonly synth: (folder: string, context: Readonly<Record<string, string>>) => Promise<string | undefined>;
}

/** Whether this machine can run and deploy the pipeline. */
export const onThisMachine = async (
  machine: Machine,
  { agreement: file, environment }: { readonly agreement: string; readonly environment: string },
): Promise<Finding[]> => [
  orCannotStart(() => {
    checkNode(machine.node);
    return `Node ${machine.node} will do.`;
  }),
  orCannotStart(() => `${findPython({ ...machine.env })} will do for the local cloud.`),
  agreementAt(file),
  await synthesised(machine, { agreement: file, environment }),
];

const orCannotStart = (look: () => string): Finding => {
  try {
    return ok(look());
  } catch (error) {
    if (error instanceof CannotStart) return fault(error.message);
    throw error;
  }
};

const agreementAt = (file: string): Finding => {
  const loaded = loadAgreement(file);
  return loaded.ok
    ? ok(`${file} is valid, version ${loaded.agreement.version}.`)
    : fault(`${file} has mistakes (npm run agreement:check lists them): ${formatProblems(loaded.problems)}`);
};

const synthesised = async ({ synth }: Machine, context: Readonly<Record<string, string>>): Promise<Finding> => {
  const folder = await mkdtemp(path.join(tmpdir(), "smarketing-preflight-"));
  try {
    const wrong = await synth(folder, context);
    return wrong === undefined ? ok("cdk synth makes the template.") : fault(`cdk synth fails: ${wrong}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
