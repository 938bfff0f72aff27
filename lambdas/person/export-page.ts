import { decisionWrite } from "../adapters/dynamo-decisions.ts";
import { readPerson } from "../adapters/dynamo-person.ts";
import { isUsed, markUsed } from "../adapters/dynamo-references.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { limits } from "../contract/limits.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { readerIn } from "../domain/text/when.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { askExportPage, tooLargeExportPage, usedExportPage } from "../views/person/export-page.ts";
import { personFiles } from "../views/person/person-files.ts";

/**
 * The page behind the link to all that is kept of a person. It shows nothing of them; its button hands everything over,
 * once, as it is in the table at that moment: no file is kept.
 */
export const exportPage = (deps: PageDependencies) =>
  referencePage(deps, "export", {
    show: async (visit) => {
      const used = await isUsed(deps.table, visit.referenceId);
      return used ? html(200, usedExportPage(viewOf(deps, visit))) : html(200, askExportPage(viewOf(deps, visit)));
    },
    act: (visit) => handOver(deps, visit),
  });

const viewOf = ({ agreement }: PageDependencies, { grant: { language } }: Visit) => ({
  language,
  company: agreement.terms.company.name,
});

/** The same request again (its answer was lost on the way to the table) is still the first. */
const handOver = async (
  deps: PageDependencies,
  { lead, grant, referenceId, correlationId }: Visit,
): Promise<HttpResponse | undefined> => {
  const { table, agreement } = deps;
  const view = { language: grant.language, company: agreement.terms.company.name };
  const at = deps.now();
  if (await isUsed(table, referenceId, correlationId)) return html(410, usedExportPage(view));
  const person = await readPerson(table, lead.email);
  const { page } = personFiles(person, agreement, readerIn(grant.language, agreement), at);
  if (Buffer.byteLength(page) > limits.personPageBytes) return html(413, tooLargeExportPage(view));
  const outcome = await transact(table, [
    markUsed(table, referenceId, correlationId, at),
    decisionWrite(table, lead, {
      at,
      of: "export",
      verdict: "handed-over",
      reasons: [{ es: "Ha recogido sus datos por el enlace", en: "Has collected their data by the link" }],
      agreementVersion: agreement.version,
    }),
  ]);
  // Another request was first: asked again, it finds the link used up.
  return outcome.done ? html(200, page) : undefined;
};

export const handler = bindToApi(pageDependencies, exportPage);
