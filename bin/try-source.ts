import "./frame/quiet.ts";
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { captureRules } from "../lambdas/capture/capture-rules-of.ts";
import type { Agreement } from "../lambdas/contract/agreement.ts";
import { type Source, sourceKinds } from "../lambdas/contract/sources.ts";
import type { ToolRequest } from "../lambdas/domain/source/kind.ts";
import { kinds } from "../lambdas/domain/source/kinds/index.ts";
import { rawRequest } from "../lambdas/domain/source/raw-request.ts";
import { type TriedThing, tryRequest } from "../lambdas/domain/source/try-request.ts";
import { sayWalk } from "../lambdas/views/source/walk.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { UsageError } from "./frame/errors.ts";
import { agreementIn, textOfFile } from "./frame/files.ts";
import { agreementOption, languageOption, option, optionalText, text } from "./frame/option.ts";
import { sourceNamed } from "./keys/source-secrets.ts";
import { walkText } from "./source/walk-text.ts";

export const main = command({
  name: "source:try",
  does: `Walks what a form tool sends through a dry run: which answer becomes which field, which does not and what would, whether the consent is understood, and which criteria can never match because the form does not ask. Nothing is kept or sent.`,
  options: {
    file: text("FILE", "a request as it was saved: a whole HTTP message, or its body", { argument: "one" }),
    source: optionalText("ID", "the source of the agreement (default: each whose kind can read the file)"),
    kind: option(z.optional(z.enum(sourceKinds)), {
      takes: "KIND",
      says: "try it as this kind, when the agreement has no such source yet",
      kind: `one of ${sourceKinds.join(", ")}`,
    }),
    agreement: agreementOption("the agreement whose mapping and criteria are tried"),
    language: languageOption(),
  },
  exits: "Exit code: 0 it can be read, 1 it cannot, 2 used wrongly.",
  run: async ({ file, source: id, kind, agreement: agreementFile, language: asked }, io) => {
    const agreement = agreementIn(agreementFile);
    textOfFile(file, "the request (FILE)");
    const request = rawRequest(readFileSync(file));
    const sources = sourcesFor(agreement, id, kind);
    const language = asked ?? agreement.terms.company.languages[0] ?? "es";
    const walks = await Promise.all(sources.map((source) => walkOf(request, source, agreement, io.now())));
    const read = walks.filter(({ isRead }) => isRead);
    const shown = read.length > 0 ? read : walks;
    const said = shown.map(
      ({ source, walk }) => `${source.id} (${kinds[source.kind].name})\n\n${walkText(walk, language)}`,
    );
    return { text: said.join("\n\n\n"), exitCode: read.length > 0 ? exitCodes.done : exitCodes.notDone };
  },
});

const sourcesFor = (
  agreement: Agreement,
  id: string | undefined,
  kind: Source["kind"] | undefined,
): readonly Source[] => {
  if (id !== undefined) return [sourceNamed(agreement, id)];
  if (kind !== undefined) return [{ id: "try", kind, label: { es: kind, en: kind }, origin: "try" }];
  const { sources = [] } = agreement.terms;
  if (sources.length === 0)
    throw new UsageError("The agreement has no source yet: say with --kind KIND which tool has sent the file.");
  return sources;
};

const isLost = (thing: TriedThing): boolean =>
  thing.what === "unread" || (thing.what === "form" && thing.submission === undefined);

const walkOf = async (request: ToolRequest, source: Source, agreement: Agreement, now: string) => {
  const rules = captureRules({ agreement, siteOrigins: [], now: () => now });
  const tried = await tryRequest(request, source, agreement.terms, rules);
  const isRead = tried.ok && !tried.things.some(isLost);
  return { source, isRead, walk: sayWalk(tried, source, agreement) };
};

await runIfStarted(main, import.meta.url);
