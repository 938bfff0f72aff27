import { expect, it } from "vitest";
import { readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import { compileText } from "../../lambdas/agreement/compile-text.ts";
import { ProposalViewSchema } from "../../lambdas/contract/room.ts";
import { proposeFile } from "../../lambdas/in-force/propose-file.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { askingRoom, putFirstInForce, withLeastFit } from "../board/room-requests.ts";
import { daysFromNow, now } from "../builders/now.ts";

it("a deployment's other file is one proposal, however often it is deployed, and stays refused", async () => {
  const table = dynamoTwin();
  await putFirstInForce(table, daysFromNow(-30));
  const brought = compileText(withLeastFit(44));
  const base = (await readInForce(table))?.current;
  if (!brought.ok || base === undefined) throw new Error("nothing to propose");
  const propose = proposeFile(table, () => now);
  const proposalId = await propose(brought.terms, base);
  expect(await propose(brought.terms, base)).toBe(proposalId);

  const ask = askingRoom({ table, now: () => now });
  const elena = { user: "elena", role: "manager" } as const;
  const { proposal, text, may } = ProposalViewSchema.parse(
    (await ask({ ...elena, path: `proposals/${proposalId}` })).body,
  );
  expect(proposal).toMatchObject({
    state: "open",
    origin: "file",
    by: "deployment",
    title: expect.stringContaining("archivo"),
  });
  expect([text, may]).toEqual([withLeastFit(44), ["counter", "refuse", "sign", "try"]]);
  await ask({ ...elena, path: `proposals/${proposalId}/refuse`, sent: { reason: "It was signed otherwise." } });
  expect(await propose(brought.terms, base)).toBe(proposalId);
  expect((await readProposals(table, 5)).map(({ state }) => state)).toEqual(["refused"]);
});
