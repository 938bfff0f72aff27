import "./frame/quiet.ts";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import { acrossFolds, learn } from "../lambdas/agreement/learn/learn.ts";
import { learnReport } from "../lambdas/agreement/learn/learn-report.ts";
import type { LearnLead } from "../lambdas/agreement/learn/line.ts";
import { withPoints } from "../lambdas/agreement/learn/write-agreement.ts";
import type { Agreement } from "../lambdas/contract/agreement.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { CommandError } from "./frame/errors.ts";
import { agreementIn, textOfFile } from "./frame/files.ts";
import { agreementOption, languageOption, numberFrom, option, optionalText, text } from "./frame/option.ts";
import { linesOfFile } from "./learn/lines-of-file.ts";
import { Problems } from "./learn/problems.ts";
import { writeAgreement } from "./learn/write-agreement.ts";

/** Newer ones say more. */
const mostLeads = 200_000;

export const main = command({
  name: "agreement:learn",
  does: 'Learns from what became of leads, and proposes points: whole ones, each with its reason, and minimums that as many leads reach as before. Each line of the file is a lead as agreement:score reads it, with "outcome" (won, lost, rejected, accepted or open), "outcomeAt" and perhaps "source". An open lead is not a lost one: it counts by the share of wins that would have come by its age.',
  options: {
    from: text("FILE.jsonl", "leads with their outcomes, one on each line (JSON Lines)"),
    agreement: agreementOption("the agreement whose points are in force"),
    out: optionalText("FILE.yaml", "write the agreement with the proposed points into this file"),
    folds: option(z.optional(numberFrom(2, 20, true)), {
      takes: "N",
      says: "also measure how well the method works on this file, in so many parts",
      kind: "a whole number from 2 to 20",
    }),
    language: languageOption(),
  },
  notes:
    "A proposal is made only if, on the later leads, which nothing was learnt from, it puts those that were won before the others better than the points in force do, beyond chance (DeLong's test, one-sided, 95%), tells how many are won no worse, and no persona or source loses more of its MQLs than the agreement allows (learning.mostLoss). learning.mostCriteria limits the criteria, learning.afterSales names fields that are known only after sales has spoken.",
  exits: "Exit code: 0 there is a proposal, 1 there is nothing to learn yet, 2 not readable, or used wrongly.",
  failsWith: exitCodes.usedWrongly,
  run: async ({ from, agreement: file, out, folds: count, language: asked }) => {
    const inForce = agreementIn(file);
    const leads = await leadsIn(from, inForce);
    const lesson = learn(leads, inForce);
    const folds =
      count === undefined || lesson.what === "too-few" ? undefined : { count, ...acrossFolds(leads, inForce, count) };
    const report = learnReport({ lesson, leads, inForce, folds }, asked ?? inForce.terms.company.languages[0] ?? "es");
    if (lesson.what !== "proposed") return { text: report, exitCode: exitCodes.notDone };
    if (out === undefined) return report;
    const yaml = withPoints(textOfFile(file, "the agreement (--agreement)"), inForce.terms, lesson.proposal.terms);
    const { terms } = writeAgreement(out, yaml);
    if (!isDeepStrictEqual(terms, lesson.proposal.terms)) throw new CommandError(`${out} is not what was proposed.`);
    return `${report}\n${out}\n`;
  },
});

const leadsIn = async (from: string, agreement: Agreement): Promise<LearnLead[]> => {
  const problems = new Problems(from);
  const leads: LearnLead[] = [];
  for await (const { line, text } of linesOfFile(from)) {
    const lead = problems.lead(text, line, agreement);
    if (lead !== undefined) leads.push(lead);
    if (leads.length > mostLeads)
      throw new CommandError(`${from} has more than ${mostLeads} leads: give the newest, which say most.`);
  }
  problems.check();
  return leads;
};

await runIfStarted(main, import.meta.url);
