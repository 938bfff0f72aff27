import type { DrawChart } from "../adapters/chart-pictures.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { SendMail } from "../adapters/ses-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";

/** The dependencies of the weekly meeting. */
export interface MeetingTask {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly send: SendMail;
  readonly publicUrl: string;
  /** Started early: starting the painter takes a moment. */
  readonly pictures: () => Promise<DrawChart>;
}
