import * as z from "zod/mini";
import { openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf, fileBeside } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { compileText } from "../agreement/compile-text.ts";
import { formatProblems } from "../agreement/problem.ts";
import { deployedAgreementFile } from "../contract/agreement-explained.ts";
import { environments } from "../contract/environment.ts";
import { type AdoptDependencies, type Adopted, adopt } from "./adopt.ts";
import { proposeFile } from "./propose-file.ts";

/** What CloudFormation asks of a custom resource, and where it waits for the response. */
const RequestSchema = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
});
type Request = z.infer<typeof RequestSchema>;

export interface DeployDependencies extends AdoptDependencies {
  /** The agreement's file, as it was when the deployment was made. */
  readonly text: () => string;
  /** Puts the response there. */
  readonly respond: (url: string, body: string) => Promise<void>;
}

/** It is one thing, whatever its file says. */
const resourceId = "the-agreement";

/**
 * The deployment's step for the agreement that it brings: in force, or a proposal. What became of it is an output of the
 * deployment. A failure fails the deployment, with its reason. A stack that is deleted leaves the agreement in its table.
 */
export const adoptAtDeploy = (deps: DeployDependencies) => async (event: unknown) => {
  const request = RequestSchema.parse(event);
  await deps.respond(request.ResponseURL, JSON.stringify(await responseTo(deps, request)));
};

const responseTo = async (deps: DeployDependencies, request: Request) => {
  const { StackId, RequestId, LogicalResourceId } = request;
  const of = { StackId, RequestId, LogicalResourceId, PhysicalResourceId: request.PhysicalResourceId ?? resourceId };
  if (request.RequestType === "Delete") return { ...of, Status: "SUCCESS" };
  try {
    const compiled = compileText(deps.text());
    if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
    const adopted = await adopt(deps, compiled.terms);
    log.info("The deployment's agreement was looked at", { code: `agreement-${adopted.is}`, ...adopted.version });
    return { ...of, Status: "SUCCESS", Data: { Says: sayAdopted(adopted) } };
  } catch (error) {
    log.error("The deployment's agreement could not be put in force", { code: "agreement-not-adopted" }, error);
    return { ...of, Status: "FAILED", Reason: `The agreement could not be put in force: ${String(error)}` };
  }
};

/** For operations, in the deployment's output. */
export const sayAdopted = (adopted: Adopted): string => {
  const { number, version, since } = adopted.version;
  const which = `version ${number} (${version})`;
  switch (adopted.is) {
    case "in-force":
      return `${which} is in force since ${since}: the file of this deployment`;
    case "unchanged":
      return `${which} is in force since ${since}; this deployment changes nothing of it`;
    case "proposed":
      return `${which}, signed by both departments, stays in force since ${since}. The file of this deployment differs: it became proposal ${adopted.proposalId} on the board (npm run agreement:pull writes the signed one into the file)`;
  }
};

const put = async (url: string, body: string): Promise<void> => {
  // The address is signed for a request without a type.
  const response = await fetch(url, { method: "PUT", body, headers: { "content-type": "" } });
  if (!response.ok) throw new Error(`CloudFormation did not take the response: ${response.status}`);
};

export const handler = bindAtStart(() => {
  const table = openTable(environmentOf(environments.table).TABLE_NAME);
  return adoptAtDeploy({
    table,
    now: clock,
    text: () => fileBeside(deployedAgreementFile).toString(),
    respond: put,
    propose: proposeFile(table, clock),
  });
});
