import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import { readPerson } from "../lambdas/adapters/dynamo-person.ts";
import { recordStep } from "../lambdas/adapters/dynamo-trail.ts";
import { parseEmail } from "../lambdas/domain/capture/email.ts";
import { readerIn } from "../lambdas/domain/text/when.ts";
import { personFiles } from "../lambdas/views/person/person-files.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { UsageError } from "./frame/errors.ts";
import { agreementIn } from "./frame/files.ts";
import {
  agreementOption,
  environmentOption,
  flag,
  languageOption,
  optionalText,
  outputsOption,
  tableOption,
  text,
} from "./frame/option.ts";

export const main = command({
  name: "person:export",
  does: "Prints all that is kept of one person, as JSON or as a page for the person, and notes it in the audit trail. Identify the person first.",
  options: {
    email: text("E-MAIL", "the person's address, in any spelling"),
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    to: optionalText("FILE", "writes it there, readable by you alone, and prints nothing of it"),
    page: flag("as an HTML page that the person understands, instead of JSON"),
    by: text("NAME", "who hands it out, for the audit trail", { environment: "USER" }),
    agreement: agreementOption("the agreement that is deployed: whose words, company and time zone the page has"),
    language: languageOption(),
  },
  needs: [eitherDeployment],
  otherwise: "Nothing was exported.",
  permissions: "dynamodb:GetItem, Query and UpdateItem (for the audit trail) on the table",
  run: async ({ email: asked, to, page, by, agreement: file, language, ...deployment }, io) => {
    const email = parseEmail(asked);
    if (email === undefined) throw new UsageError(`"${asked}" is no e-mail address.`);
    const agreement = agreementIn(file);
    const table = deployedTable(deployment);
    const { company } = agreement.terms;
    const person = await readPerson(table, email);
    const now = io.now();
    // Before anything is shown: what cannot be recorded is not handed out.
    await recordStep(table, {
      user: by,
      role: "operations",
      did: "exported",
      by: "person:export",
      leadId: person.leadId,
      firstAt: now,
      lastAt: now,
      times: 1,
    });
    const reader = readerIn(language ?? company.languages[0] ?? "es", agreement);
    const files = personFiles(person, agreement, reader, now);
    const content = page ? files.page : files.json;
    if (to === undefined) return content;
    writeFileSync(to, content, { mode: 0o600 });
    const kinds = Object.values(person.kept);
    const items = kinds.reduce((sum, each) => sum + each.length, 0);
    return `${items} items of ${kinds.length} kinds are in ${to}.\n`;
  },
});

await runIfStarted(main, import.meta.url);
