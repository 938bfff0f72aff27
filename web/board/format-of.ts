import { defaultCurrency } from "../../lambdas/contract/money.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { sayMoney } from "../../lambdas/domain/text/say-money.ts";
import { locales } from "../../lambdas/domain/text/say-number.ts";

const units = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

/**
 * Numbers and times in the language of a reader and the time zone of the agreement.
 * @param own the company's own currency: that of an amount without one
 */
export const createFormat = (language: Language, timeZone: string, own: string = defaultCurrency) => {
  const locale = locales[language];
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const day = { day: "numeric", month: "short" } as const;
  const times = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (iso: string): string => format.format(new Date(iso));
  };
  const [date, shortDate, weekday, time] = [
    times({ ...day, year: "numeric" }),
    times({ ...day, weekday: "short" }),
    times({ ...day, weekday: "long" }),
    times(clock),
  ];
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const numbers = new Intl.NumberFormat(locale);
  const counted = new Map(
    units.map(({ unit }) => [
      unit,
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: language === "en" ? "narrow" : "short" }),
    ]),
  );

  /** In its two largest units: `2 h 5 min`. */
  const duration = (seconds: number): string => {
    const whole = Math.max(0, Math.round(seconds));
    const first = units.findIndex((each) => whole >= each.seconds);
    const shown = first === -1 ? units.slice(-1) : units.slice(first, first + 2);
    const parts = shown.map(({ unit, seconds: length }, at) => {
      const rest = at === 0 ? whole : whole % (shown[0]?.seconds ?? 1);
      return { unit, count: Math.floor(rest / length) };
    });
    const said = parts.filter(({ count }, at) => at === 0 || count > 0);
    return said.map(({ unit, count }) => counted.get(unit)?.format(count) ?? "").join(" ");
  };

  return {
    date,
    time,
    shortDate,
    /** `Monday 30 Nov`, `lunes 30 nov`. */
    weekday: (iso: string): string => weekday(iso).replace(",", ""),
    dateTime: (iso: string): string => `${date(iso)}, ${time(iso)}`,
    duration,
    /** How far away an instant is, in the future or the past: `in 2h`, `2h ago`. */
    until: (iso: string, now = Date.now()): string => {
      const seconds = (Date.parse(iso) - now) / 1000;
      const length = duration(Math.abs(seconds));
      if (language === "es") return seconds < 0 ? `hace ${length}` : `en ${length}`;
      return seconds < 0 ? `${length} ago` : `in ${length}`;
    },
    money: (amount: number, currency: string = own): string => sayMoney({ amount, currency }, language),
    /** `null` (nothing to divide by) is a dash. */
    share: (share: number | null): string => (share === null ? "–" : shares.format(share)),
    number: (number: number): string => numbers.format(number),
  };
};
export type Format = ReturnType<typeof createFormat>;
