import { readCompiled } from "../adapters/dynamo-agreement-in-force.ts";
import { team as teamMail } from "../adapters/dynamo-messages.ts";
import { readProposal, readStandIns } from "../adapters/dynamo-proposals.ts";
import { changesBetween } from "../agreement/agreement-changes.ts";
import type { Agreement, Colleague } from "../contract/agreement.ts";
import type { ProposalStep, StoredProposal } from "../domain/agreement/proposal/proposal.ts";
import { signersIn, signersNow } from "../domain/agreement/proposal/signers.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { proposalAddress } from "../views/meeting/board-address.ts";
import { proposalMail } from "../views/outcome/proposal-mail.ts";

/**
 * Tells both signers, and who proposed it, of a step of a proposal: once each, and nobody of what they did themselves;
 * but that it is agreed, everybody.
 */
export const notifyProposal = async (
  task: MailTask,
  { proposalId, turn }: { readonly proposalId: string; readonly turn: number },
  correlationId: string,
): Promise<void> => {
  const { table, agreement, publicUrl } = task;
  const proposal = await readProposal(table, proposalId);
  const step = proposal?.steps[turn - 1];
  if (proposal === undefined || step === undefined) return;
  const signers = signersNow(agreement.terms, await readStandIns(table));
  const changes = await changesOf(task, proposal);
  for (const recipient of recipientsOf(
    agreement,
    proposal,
    step,
    signers.map(({ id }) => id),
  ))
    await notifyOnce(task, {
      name: { ...teamMail, purpose: "proposal", step: `${proposalId}.${turn}.${recipient.id}` },
      grants: [],
      mail: proposalMail({
        recipient,
        proposal,
        step,
        changes,
        isSigner: signers.some(({ id }) => id === recipient.id),
        agreement,
        board: proposalAddress(publicUrl, proposalId),
      }),
      correlationId,
    });
};

const changesOf = async ({ table }: MailTask, { baseTermsId, termsId }: StoredProposal) => {
  const [before, after] = await Promise.all([readCompiled(table, baseTermsId), readCompiled(table, termsId)]);
  return changesBetween(before.terms, after.terms);
};

/** Who proposed it may have left, or be no colleague at all. */
const recipientsOf = (
  { terms: { team } }: Pick<Agreement, "terms">,
  { by: proposer }: StoredProposal,
  { is, by }: ProposalStep,
  signers: readonly string[],
): readonly Colleague[] =>
  signersIn(team).filter(({ id }) => (signers.includes(id) || id === proposer) && (is === "agreed" || id !== by));
