import type { DrawChart } from "../adapters/chart-pictures.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { SendMail } from "../adapters/ses-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";

/** What the weekly meeting is made with. */
export interface MeetingTask {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly send: SendMail;
  readonly publicUrl: string;
  /** Ready when it is needed: starting the painter takes a moment. */
  readonly pictures: () => Promise<DrawChart>;
}
