import * as z from "zod/mini";
import { untilWritten } from "../adapters/contention.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { type Grant, openWithId } from "../adapters/dynamo-references.ts";
import { type Keyring, signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse, html } from "../domain/http/http.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { unknownReferencePage } from "../views/page/unknown-reference-page.ts";
import { respond } from "./respond.ts";

export interface PageDependencies {
  readonly table: DynamoTable;
  readonly keyring: Keyring;
  readonly agreement: Agreement;
  readonly now: () => string;
}

export const pageDependencies = () => {
  const table = openTable(environmentOf(environments.table).TABLE_NAME);
  const keyring = signingKeys(table);
  return (agreement: Agreement): PageDependencies => ({ table, keyring, agreement, now: clock });
};

/** A visitor with a valid reference. */
export interface Opened {
  readonly grant: Grant;
  readonly referenceId: string;
  readonly request: HttpRequest;
  readonly form: URLSearchParams;
  readonly correlationId: string;
}

/** The reference was about a lead. */
export interface Visit extends Opened {
  readonly leadId: string;
  readonly lead: Lead;
}

const PathSchema = z.object({ pathParameters: z.object({ reference: z.string() }) });

/** `act` returns `undefined` when another writer came first, and is called again. */
interface ShownPage<V> {
  readonly show: (visit: V) => Promise<HttpResponse | undefined>;
  readonly act: (visit: V) => Promise<HttpResponse | undefined>;
}

/**
 * The frame of the pages that links in mails lead to. `GET` (and `HEAD`) only ever shows: mail scanners follow every
 * link; `POST` acts. A forged, unknown or expired reference gets the same neutral page.
 */
export const openedPage = (deps: PageDependencies, purpose: Grant["purpose"], page: ShownPage<Opened>) =>
  respond(
    async (event, correlationId) => {
      const { reference } = PathSchema.parse(event).pathParameters;
      const request = fromApiEvent(event);
      const opened = await openWithId(deps.table, deps.keyring, reference, purpose, deps.now());
      if (opened === undefined) return opensNothing(deps, request);
      const form = new URLSearchParams(new TextDecoder().decode(request.body));
      const [code, answer] =
        request.method === "POST" ? [`${purpose}-posted`, page.act] : [`${purpose}-shown`, page.show];
      const response = await untilWritten(() => answer({ ...opened, request, form, correlationId }));
      const { leadId, cycle } = opened.grant;
      log.info("A link from a mail was opened", { code, leadId, cycle, status: response.statusCode, correlationId });
      return response;
    },
    { company: deps.agreement.terms.company.name },
  );

/** The frame of the pages about a lead, which is read again for each try. The link of an erased lead opens nothing. */
export const referencePage = (deps: PageDependencies, purpose: Grant["purpose"], page: ShownPage<Visit>) => {
  const about =
    (answer: ShownPage<Visit>["act"]) =>
    async (opened: Opened): Promise<HttpResponse | undefined> => {
      const { leadId } = opened.grant;
      const lead = await readLead(deps.table, leadId);
      return lead === undefined ? opensNothing(deps, opened.request) : answer({ ...opened, leadId, lead });
    };
  return openedPage(deps, purpose, { show: about(page.show), act: about(page.act) });
};

/** For a reference that opens nothing, or whose lead has been erased. */
export const opensNothing = ({ agreement }: PageDependencies, request: HttpRequest): HttpResponse =>
  html(404, unknownReferencePage(request, agreement.terms.company.name));
