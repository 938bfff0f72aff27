import type { Agreement } from "../../contract/agreement.ts";
import type { Chart, MeetingPack } from "../../contract/board.ts";
import type { Mail, Picture } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
import type { Reader } from "../../domain/meeting/readers.ts";
import type { sections } from "../../domain/meeting/stored-pack.ts";
import { spanOfWeek } from "../../domain/metrics/week.ts";
import { sayVersion } from "../../domain/text/say-version.ts";
import { readerIn, sayDay, saySpan, sayWhen } from "../../domain/text/when.ts";
import { type Block, type Size, section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import { leadAddress, meetingAddress, packProposalAddress } from "./board-address.ts";
import { figuresTable } from "./figures-table.ts";
import { nameOfColleague, packWords } from "./pack-words.ts";

export interface PackMail {
  readonly pack: MeetingPack;
  readonly reader: Reader;
  readonly agreement: Agreement;
  readonly publicUrl: string;
  /** The charts of the pack in the reader's language, as they were painted. */
  readonly pictures: readonly PaintedChart[];
}

export interface PaintedChart {
  readonly chart: Chart;
  readonly size: Size;
  readonly bytes: Uint8Array;
}

/** The pack for one reader: what is on the board, in a mail that can be read without it. */
export const packMail = (mail: PackMail): Mail => {
  const { pack, reader, agreement, pictures } = mail;
  const { language } = reader;
  const say = packWords[language];
  const about = weekNumber(pack.about);
  const day = (instant: string) => sayDay(instant, readerIn(language, agreement));
  // A pack made by hand may come after its meeting.
  const meets = pack.madeAt > pack.heldAt ? say.was : say.when;
  return colleagueMail({
    to: reader,
    agreement,
    subject: say.subject(about),
    title: say.title(about),
    blocks: [
      { is: "notice", text: meets(sayWhen(pack.heldAt, readerIn(language, agreement))) },
      { is: "paragraph", text: introOf(mail) },
      ...agreementOf(mail),
      { is: "button", label: say.open, url: meetingAddress(mail.publicUrl, pack.week) },
      { is: "heading", text: say.figures },
      ...figuresTable(pack, language),
      ...pictures.map((painted) => pictureBlock(painted, language)),
      ...(pack.figures.weeks.length === 0 ? [] : worked(pack, language)),
      ...stories(say.wins(about), "wins", "", mail),
      ...stories(say.breaches(about), "breaches", say.noBreaches, mail),
      ...stories(say.rejected(about), "rejected", say.noRejected, mail),
      ...stories(say.stuck(day(pack.madeAt)), "stuck", say.noStuck, mail),
      ...proposals(mail),
      ...changes(mail),
      ...sentences(
        say.decisions,
        pack.decisions.map((decision) => sayDecision(decision, mail)),
        say.noDecisions,
      ),
    ],
    pictures: pictures.map(({ chart, bytes }): Picture => ({ cid: cidOf(chart), name: `${chart.id}.png`, bytes })),
  });
};

const worked = (pack: MeetingPack, language: Language): Block[] => {
  const say = packWords[language];
  const said = pack.worked.map((sentence) => sentence[language]);
  return sentences(say.worked(weekNumber(pack.about)), said, say.nothingWorked);
};

const introOf = ({ pack, reader, agreement }: PackMail): string => {
  const { language } = reader;
  const { from, to } = spanOfWeek(pack.about, agreement.terms.company.timeZone);
  const [first, last] = [new Date(from).toISOString(), new Date(to - 1).toISOString()];
  const days = saySpan(first, last, readerIn(language, agreement));
  return packWords[language].intro(firstNameOf(reader), weekNumber(pack.about), days);
};

/** Under which version they meet; the hash says which terms these are. */
const agreementOf = ({ pack, reader: { language }, agreement: { terms } }: PackMail): Block[] => {
  if (pack.agreement === undefined) return [];
  const said = sayVersion(pack.agreement, terms.company.timeZone, pack.madeAt)[language];
  return [{ is: "paragraph", text: packWords[language].agreement(said, pack.agreement.version) }];
};

const cidOf = ({ id }: Chart): string => `${id}@weekly-meeting`;

const pictureBlock = ({ chart, size }: PaintedChart, language: Language): Block => ({
  is: "picture",
  cid: cidOf(chart),
  title: chart.title[language],
  alt: chart.alt[language],
  size,
});

/** An empty section says so: a missing heading could be an omission. */
const sentences = (heading: string, items: readonly string[], nothing: string): Block[] =>
  items.length > 0
    ? section(heading, items)
    : [
        { is: "heading", text: heading },
        { is: "paragraph", text: nothing },
      ];

const stories = (
  heading: string,
  part: (typeof sections)[number],
  nothing: string,
  { pack, reader, publicUrl }: PackMail,
): Block[] => {
  const topics = pack[part];
  if (topics.length === 0) return nothing === "" ? [] : sentences(heading, [], nothing);
  return [
    { is: "heading", text: heading },
    ...topics.map(
      ({ leadId, title, story }): Block => ({
        is: "story",
        label: title[reader.language],
        url: leadAddress(publicUrl, leadId),
        lines: story.map((line) => line[reader.language]),
      }),
    ),
    ...(pack.more?.includes(part) === true
      ? [{ is: "paragraph", text: packWords[reader.language].more(topics.length) } as const]
      : []),
  ];
};

/** By number, as the meeting calls them; one that changes the agreement links to the room, where it opens as a proposal. */
const proposals = ({ pack, reader: { language }, publicUrl }: PackMail): Block[] => {
  const say = packWords[language];
  if (pack.proposals.length === 0) return sentences(say.proposals, [], say.noProposals);
  return [
    { is: "heading", text: say.proposals },
    ...pack.proposals.map(({ says, change }, at): Block => {
      const number = at + 1;
      const [label, url] =
        change === undefined
          ? [say.toDiscuss(number), ""]
          : [say.openProposal(number), packProposalAddress(publicUrl, pack.week, number)];
      return { is: "story", label, url, lines: [says[language]] };
    }),
  ];
};

/** Did it pay? Each change that is still open: what was expected, and what came. */
const changes = ({ pack, reader: { language }, agreement: { terms }, publicUrl }: PackMail): Block[] => {
  const [say, open] = [packWords[language], pack.changes ?? []];
  if (open.length === 0) return [];
  return [
    { is: "heading", text: say.changes },
    ...open.map(({ number, since, title, changes: changed, expected, came, closed }): Block => {
      const version = sayVersion({ number, since }, terms.company.timeZone, pack.madeAt)[language];
      return {
        is: "story",
        label: say.change(version, title[language]),
        url: meetingAddress(publicUrl, pack.week),
        lines: [
          ...[...changed, ...expected, ...came].map((line) => line[language]),
          closed === undefined ? say.stillOpen : say.closed(closed.verdict),
        ],
      };
    }),
  ];
};

const sayDecision = (decision: MeetingPack["decisions"][number], { reader, agreement }: PackMail): string => {
  const say = packWords[reader.language];
  const { text, ownerId, notedAt, held } = decision;
  const outcome = held === undefined ? say.undecided : held ? say.held : say.notHeld;
  const day = sayDay(notedAt, readerIn(reader.language, agreement));
  return `${text} (${nameOfColleague(ownerId, agreement)}, ${day}): ${outcome}`;
};
