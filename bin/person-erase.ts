import "./frame/quiet.ts";
import { randomUUID } from "node:crypto";
import { beginErasure, eraseKeptAside } from "../lambdas/adapters/dynamo-erasure.ts";
import { readAllDecisions } from "../lambdas/adapters/dynamo-meetings.ts";
import { leadOfAddress } from "../lambdas/adapters/dynamo-search.ts";
import { recordStep } from "../lambdas/adapters/dynamo-trail.ts";
import { parseEmail } from "../lambdas/domain/capture/email.ts";
import { erasureOf } from "../lambdas/domain/erasure/erasure.ts";
import { mentions } from "../lambdas/domain/erasure/mentions.ts";
import { mailboxHash } from "../lambdas/domain/nurture/asked-address.ts";
import { eraseAtOnce } from "../lambdas/erasure/erase.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { CommandError, UsageError } from "./frame/errors.ts";
import { environmentOption, outputsOption, tableOption, text } from "./frame/option.ts";

export const main = command({
  name: "person:erase",
  does: "Erases all that is kept of the person with an address, whether or not they became a lead, and notes it in the audit trail. It cannot be undone.",
  options: {
    email: text("E-MAIL", "the person's address, in any spelling"),
    confirm: text("E-MAIL", "the same once more"),
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    by: text("NAME", "who erases them, for the audit trail", { environment: "USER" }),
  },
  needs: [eitherDeployment],
  otherwise: "Nothing was erased.",
  permissions: "dynamodb:GetItem, Query, PutItem, UpdateItem and DeleteItem on the table",
  run: async ({ email: asked, confirm, by, ...deployment }, io) => {
    const email = parseEmail(asked);
    if (email === undefined) throw new UsageError(`"${asked}" is no e-mail address.`);
    if (parseEmail(confirm) !== email) throw new UsageError("--confirm is not the same address.");
    const table = deployedTable(deployment);
    const lead = await leadOfAddress(table, email);
    const now = io.now();
    const step = { user: by, role: "operations", did: "erased", by: "person:erase", leadId: lead?.leadId } as const;
    // Before anything is erased: what cannot be recorded is not done.
    await recordStep(table, { ...step, firstAt: now, lastAt: now, times: 1 });
    if (lead === undefined) {
      const forms = await eraseKeptAside(table, mailboxHash(email));
      return `Nobody with this address is a lead. ${sayForms(forms)} ${stays}\n`;
    }
    const named = (await readAllDecisions(table)).filter((decision) => mentions(decision.text, lead));
    const erasure = erasureOf(lead, { erasureId: randomUUID(), by, at: now });
    if (!(await beginErasure(table, lead, erasure)))
      throw new CommandError("The lead changed at this moment: run it again.");
    await eraseAtOnce(table, erasure);
    const weeks = [...new Set(named.map(({ week }) => week))].join(", ");
    const byHand = weeks === "" ? "" : ` Decisions of meetings seem to name them; reword these on the board: ${weeks}.`;
    return `The lead of this address is erased; the sweep ends it within the hour.${byHand} ${stays}\n`;
  },
});

const sayForms = (forms: number): string =>
  forms === 0 ? "No form of theirs is kept aside." : `Forms that were kept aside and are erased now: ${forms}.`;

/** The truth about what no erasure touches. */
const stays =
  "By a hash of the address alone it stays known whether it wants no mails, and how often it was asked to confirm. A browser without a form is not known by any address, and is forgotten after 90 days.";

await runIfStarted(main, import.meta.url);
