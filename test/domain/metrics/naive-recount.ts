/** The figures counted once more from the kept items, in the plainest way: what the counters are held against. */
type Fact = Record<string, unknown>;

/** `week slice counter` to how many; what is 0 is left out. */
export const naiveRecount = (items: readonly Fact[], timeZone: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  const add = (period: string, slices: readonly string[], counter: string, by = 1): void => {
    for (const slice of slices) {
      const name = `${period} ${slice} ${counter}`;
      counts[name] = (counts[name] ?? 0) + by;
    }
  };
  const week = (at: unknown) => isoWeek(String(at), timeZone);
  for (const item of items) {
    const kind = String(item.sk).split("#")[0];
    const source = item.source === undefined ? [] : [`source#${item.source}`];
    const persona = item.persona === undefined ? [] : [`persona#${item.persona}`];
    const everybody = ["all", ...source, ...persona, `rep#${item.ownerId}`];
    if (kind === "MOVE") countMove(item, { add, week, source, persona });
    if (kind === "ANSWER" && item.kind === "accepted")
      add(week(item.at), item.again ? ["all"] : everybody, item.again ? "accepted-again" : "accepted");
    if (kind === "ANSWER" && item.kind === "rejected") {
      add(week(item.at), everybody, "rejected");
      add(week(item.at), ["all"], `rejected:${item.reason}`);
    }
    if (kind === "OUTCOME") {
      const closedAt = item.closedAt ?? item.at;
      const before = item.correctedClosedAt ?? item.corrects;
      add(week(closedAt), everybody, `outcome:${item.kind}`);
      if (item.kind === "won") {
        add(quarter(String(closedAt), timeZone), ["all"], "won");
        add(week(closedAt), everybody, ...amountOf(item.amount, item.currency));
      }
      if (item.corrects !== undefined) {
        add(week(item.at), ["all"], "outcome-corrected");
        add(week(before), everybody, `outcome:${item.correctedKind}`, -1);
        if (item.correctedKind === "won") {
          add(quarter(String(before), timeZone), ["all"], "won", -1);
          const [counter, by] = amountOf(item.correctedAmount, item.correctedCurrency);
          add(week(before), everybody, counter, -by);
        }
      }
    }
    if (kind === "CLOCK") {
      add(week(item.closedAt), ["all"], "clock-closed");
      if (item.answered) add(week(item.closedAt), everybody, "followed-up");
      if (item.inTime) add(week(item.closedAt), everybody, "followed-up-in-time");
      if (String(item.because).startsWith("reassigned")) add(week(item.closedAt), ["all"], "reassigned");
      if (item.because === "nobody-followed-up") add(week(item.closedAt), ["all"], "returned");
      if (String(item.closedAt) > String(item.dueAt)) add(week(item.dueAt), everybody, "broken");
    }
    if (kind === "BREACH") {
      add(week(item.at), ["all"], "escalated");
      if (item.level === 1) add(week(item.dueAt), everybody, "breached");
    }
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
};

/** Of an amount that was recorded before amounts had currencies, in cents; else in thousandths, by currency. */
const amountOf = (amount: unknown, currency: unknown): [counter: string, by: number] =>
  currency === undefined
    ? ["amount", Math.round(Number(amount) * 100)]
    : [`amount:${currency}`, Math.round(Number(amount) * 1000)];

interface Counting {
  readonly add: (period: string, slices: readonly string[], counter: string, by?: number) => void;
  readonly week: (at: unknown) => string;
  readonly source: readonly string[];
  readonly persona: readonly string[];
}

const countMove = (move: Fact, { add, week, source, persona }: Counting): void => {
  const { at, from, to, because } = move;
  if (to === null) add(week(at), ["all"], "erased");
  if (to === null) return;
  if (to === "assigned") add(week(at), [`rep#${move.ownerId}`], "given");
  if (from === to) return;
  if (from === null) add(week(at), ["all", ...source], "leads");
  if (from === "captured" && move.cycle === 1) add(week(at), persona, "leads");
  add(week(at), ["all"], `entered:${to}`);
  if (to === "qualified" && !move.again) add(week(at), ["all", ...source, ...persona], "mql");
  const isCorrected = because === "corrected";
  if (from !== null && !isCorrected) {
    const seconds = (Date.parse(String(at)) - Date.parse(String(move.since))) / 1000;
    add(week(at), ["all"], `left:${from}:${way(String(from), String(to))}`);
    add(week(at), [`all#stay#${from}`], String(seconds < 1 ? 0 : 1 + Math.floor(Math.log(seconds) / Math.log(1.12))));
  }
  const effects = (when: unknown, isWon: boolean, by: number): void => {
    const ids = [
      "closed",
      ...[...new Set(listed(move.matched))].map((id) => `effect:${id}`),
      ...[...new Set(listed(move.read))].map((id) => `read:${id}`),
    ];
    const slices = ["all#effect", ...(move.persona === undefined ? [] : [`all#effect#${move.persona}`])];
    for (const id of ids) {
      add(week(when), slices, `${id}:ended`, by);
      if (isWon) add(week(when), slices, `${id}:won`, by);
    }
  };
  if (to === "won" || to === "lost" || String(because).startsWith("rejected:")) effects(at, to === "won", 1);
  if (isCorrected) effects(move.since, from === "won", -1);
};

const listed = (ids: unknown): unknown[] => (Array.isArray(ids) ? ids : []);

const order = [
  ...["captured", "nurturing", "qualified", "assigned", "handed-off", "accepted", "sales-qualified", "opportunity"],
  "won",
];

const way = (from: string, to: string): string => {
  if (!order.includes(to)) return "out";
  return order.includes(from) && order.indexOf(to) > order.indexOf(from) ? "forward" : "back";
};

const formats = new Map<string, Intl.DateTimeFormat>();

const localDay = (at: string, timeZone: string): Date => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  formats.set(timeZone, format);
  return new Date(`${format.format(new Date(at))}T00:00:00Z`);
};

/** The week belongs to the year in which its Thursday is. */
const isoWeek = (at: string, timeZone: string): string => {
  const day = localDay(at, timeZone);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const days = (day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000;
  return `${day.getUTCFullYear()}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
};

const quarter = (at: string, timeZone: string): string => {
  const day = localDay(at, timeZone);
  return `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
};

/** Leads that are in each stage, by their moves. */
export const naiveStages = (items: readonly Fact[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { sk, from, to } of items) {
    if (!String(sk).startsWith("MOVE#")) continue;
    if (to !== null) counts[String(to)] = (counts[String(to)] ?? 0) + 1;
    if (from !== null) counts[String(from)] = (counts[String(from)] ?? 0) - 1;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
};
