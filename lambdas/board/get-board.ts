import { openTable } from "../adapters/dynamo-table.ts";
import { agreementInForce, bindAtStart, clock, environmentOf, fileBeside } from "../adapters/lambda-runtime.ts";
import { countDeadLetters, deadLetterQueuesIn } from "../adapters/sqs-dead-letters.ts";
import { agreementExplainedFile, ChaptersSchema } from "../contract/agreement-explained.ts";
import { environments } from "../contract/environment.ts";
import { type BoardRoute, isBoardRoute, mayRead } from "../domain/board/rights.ts";
import { boardRequest, forbidden, notFound } from "./board-request.ts";
import { readAgreement } from "./reads/agreement.ts";
import { readAttention } from "./reads/attention.ts";
import { readColumns } from "./reads/columns.ts";
import { showFigures, showPulse } from "./reads/figures.ts";
import { showLead } from "./reads/lead.ts";
import { showMe } from "./reads/me.ts";
import { showMeetings } from "./reads/meetings.ts";
import type { Read, ReadDependencies } from "./reads/read.ts";
import { search } from "./reads/search.ts";
import { readWins } from "./reads/wins.ts";
import { readWorklist } from "./reads/worklist.ts";

const reads: Record<BoardRoute, Read> = {
  me: showMe,
  pulse: showPulse,
  columns: readColumns,
  search,
  worklist: readWorklist,
  leads: showLead,
  figures: showFigures,
  agreement: readAgreement,
  attention: readAttention,
  wins: readWins,
  meetings: showMeetings,
};

/** `GET /board/api/{path+}`: everything that the board shows, to whoever may see it. */
export const getBoard = (deps: ReadDependencies) =>
  boardRequest(deps, async (request) => {
    const [route = ""] = request.path;
    if (!isBoardRoute(route)) return notFound();
    return mayRead(request.user.role, route) ? reads[route](deps, request) : forbidden();
  });

export const handler = bindAtStart(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUES } = environmentOf(environments.board);
  const queues = deadLetterQueuesIn(DEAD_LETTER_QUEUES);
  return getBoard({
    table: openTable(TABLE_NAME),
    agreement: agreementInForce(),
    now: clock,
    chapters: ChaptersSchema.parse(JSON.parse(fileBeside(agreementExplainedFile).toString())),
    deadLetters: () => countDeadLetters(queues),
  });
});
