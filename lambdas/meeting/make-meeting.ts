import * as z from "zod/mini";
import { bindInForce } from "../adapters/agreement-in-force.ts";
import { chartPictures, type DrawChart } from "../adapters/chart-pictures.ts";
import { putPack, readPack } from "../adapters/dynamo-meetings.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { readTeam } from "../adapters/dynamo-team.ts";
import { readVersionMarks } from "../adapters/dynamo-version-marks.ts";
import { clock, environmentOf, fileBeside } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { rawMailer } from "../adapters/raw-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Chart, MeetingPack } from "../contract/board.ts";
import { environments } from "../contract/environment.ts";
import type { Language } from "../contract/stages.ts";
import { markOf } from "../domain/agreement/version-mark.ts";
import { weekBefore, weekOfPack } from "../domain/meeting/meeting-week.ts";
import { readersOf } from "../domain/meeting/readers.ts";
import type { StoredPack } from "../domain/meeting/stored-pack.ts";
import { spanOfWeek } from "../domain/metrics/week.ts";
import type { RepNow } from "../domain/team/rep-now.ts";
import { readFiguresAbout } from "../metrics/read-figures.ts";
import { meetingAddress } from "../views/meeting/board-address.ts";
import { chartOption } from "../views/meeting/chart-option.ts";
import { type PaintedChart, packMail } from "../views/meeting/pack-mail.ts";
import { packOf } from "../views/meeting/pack-of.ts";
import { invite } from "./invite.ts";
import type { MeetingTask } from "./meeting-task.ts";
import { readOpenChanges } from "./open-changes.ts";
import { packWithNames } from "./pack-with-names.ts";
import { type Post, postTo } from "./post.ts";
import { readTalkFacts } from "./read-talk-facts.ts";

/** The week under review, and eight to compare with. */
const weeksShown = 9;
/** Half a year says what came of a change. */
const weeksOfChange = 26;

const InputSchema = z.object({ again: z.optional(z.boolean()) });

/** Some mails of the meeting failed: a retry, by the scheduler or by hand, sends only those. */
class MeetingNotSentError extends Error {
  override readonly name = "MeetingNotSent";
}

/** What was made and sent; names of colleagues, no addresses. */
interface MeetingMade {
  readonly week: string;
  readonly page: string;
  readonly pack: "made" | "kept";
  readonly invitation: { readonly sequence: number; readonly sent: readonly string[] };
  readonly sent: readonly string[];
  readonly sentBefore: number;
}

/** Makes the week's pack, stores it for the board, sends the invitation, and mails it to both teams: each once. */
export const makeMeeting =
  (task: MeetingTask) =>
  async (input: unknown): Promise<MeetingMade> => {
    const { again = false } = InputSchema.parse(input ?? {});
    const week = weekOfPack(task.now(), task.agreement);
    const kept = again ? undefined : await readPack(task.table, week);
    const stored = kept ?? (await makePack(task, week));
    const { sequence, posts: invitations } = await invite(task);
    const posts = await mailPack(task, await packWithNames(task.table, stored));
    const failed = [...invitations, ...posts].filter(({ is }) => is === "failed").length;
    if (failed > 0) throw new MeetingNotSentError(`${failed} mails of the meeting of ${week} were not sent`);
    const made = kept === undefined ? "made" : "kept";
    log.info("Weekly meeting made", { code: "meeting-made", week, pack: made, sequence, sent: sentTo(posts).length });
    return {
      week,
      page: meetingAddress(task.publicUrl, week),
      pack: made,
      invitation: { sequence, sent: sentTo(invitations) },
      sent: sentTo(posts),
      sentBefore: posts.length - sentTo(posts).length,
    };
  };

const sentTo = (posts: readonly Post[]): string[] => posts.filter(({ is }) => is === "sent").map(({ to }) => to.name);

const makePack = async ({ table, agreement, now }: MeetingTask, week: string): Promise<StoredPack> => {
  const at = now();
  const about = weekBefore(week);
  const { from, to } = spanOfWeek(about, agreement.terms.company.timeZone);
  const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const [figures, facts, team, marks] = await Promise.all([
    readFiguresAbout(table, agreement, at, { about, weeks: weeksShown }),
    readTalkFacts(table, period, at),
    readTeam(table, agreement, at),
    readVersionMarks(table),
  ]);
  const inForce = markOf(marks, agreement.version, at);
  const changes = await readOpenChanges(table, marks, at);
  const longer =
    changes.length === 0 ? undefined : await readFiguresAbout(table, agreement, at, { about, weeks: weeksOfChange });
  const capacity = team.reduce((sum, { rep }) => sum + rep.capacity.newPerWeek, 0);
  const pack = packOf({
    ...facts,
    ...{ week, figures, capacity, inForce, changes, now: at },
    ...(longer !== undefined && { weeksOfChanges: longer.weeks }),
    agreement: withTeam(agreement, team),
  });
  await putPack(table, pack);
  return pack;
};

/** Their absences as they are now decide what was working time. */
const withTeam = (agreement: Agreement, team: readonly RepNow[]): Agreement => ({
  ...agreement,
  terms: { ...agreement.terms, team: { ...agreement.terms.team, reps: team.map(({ rep }) => rep) } },
});

/** Painted once per language, and only if a mail is still to be sent. */
const mailPack = async (task: MeetingTask, pack: MeetingPack): Promise<Post[]> => {
  const painted = new Map<Language, PaintedChart[]>();
  const picturesIn = async (language: Language): Promise<PaintedChart[]> => {
    const before = painted.get(language);
    if (before !== undefined) return before;
    const pictures = paintCharts(pack.charts, language, await task.pictures());
    painted.set(language, pictures);
    return pictures;
  };
  const { agreement, publicUrl } = task;
  const posts: Post[] = [];
  for (const reader of readersOf(agreement)) {
    const write = async () =>
      packMail({ pack, reader, agreement, publicUrl, pictures: await picturesIn(reader.language) });
    posts.push(await postTo(task, reader, "meeting-pack", `${pack.week}.${reader.id}`, write));
  }
  return posts;
};

export const handler = bindInForce(() => {
  const { TABLE_NAME, SENDER, CONFIGURATION_SET, PUBLIC_URL } = environmentOf(environments.meeting);
  const table = openTable(TABLE_NAME);
  const send = rawMailer(SENDER, CONFIGURATION_SET);
  return (agreement: Agreement) => ({
    table,
    agreement,
    now: clock,
    send,
    publicUrl: PUBLIC_URL,
    pictures: () => chartPictures(fileBeside("resvg.wasm"), fileBeside("font.ttf")),
  });
}, makeMeeting);

/** As wide as a mail's text; drawn smaller than that, so that its labels stay readable on a phone. */
const shownWidth = 528;
const drawnWidth = 400;
const heightOf = ({ kind, categories }: Chart): number => (kind === "funnel" ? 24 + 34 * categories.length : 210);

/** The charts in one language, painted once for all its readers; on a light background, which the mail sets itself. */
export const paintCharts = (charts: readonly Chart[], language: Language, draw: DrawChart): PaintedChart[] =>
  charts.map((chart) => {
    const height = heightOf(chart);
    const size = { width: shownWidth, height: Math.round((height * shownWidth) / drawnWidth) };
    const option = chartOption(chart, { language, theme: "light" });
    return { chart, size, bytes: draw(option, { width: drawnWidth, height }) };
  });
