import type { AsideKind, FormLimits } from "../../contract/agreed-limits.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { type Counts, overLimits } from "./form-limits.ts";
import { parseInstant } from "./instant.ts";
import type { Submission } from "./submission.ts";
import { throwawayDomains } from "./throwaway-domains.ts";

/**
 * What machines do and people seldom, with what each weighs. None holds a form by itself: browsers fill in hidden fields
 * and whole forms at once, and people mention web sites.
 */
export const signs = {
  /** A field that people cannot see was filled in. */
  trap: 8,
  /** Sent sooner than a person can; not judged when the form does not say when it was opened. */
  "too-fast": 6,
  /** A link where a person's or a company's name belongs. */
  "link-in-name": 7,
  /** An e-mail address as a name. */
  "address-as-name": 5,
  /** Mixed-up capitals, or digits, as no name is written. */
  "random-name": 5,
  /** One text in fields that mean different things. */
  "same-in-all-fields": 6,
  links: 4,
  "dozens-of-links": 10,
  /** HTML, or the markup of forums. */
  markup: 7,
  /** A mailbox that anyone reads for ten minutes. */
  "throwaway-mail": 5,
  /** The words of advertising that is sent to every form of the web. */
  advertising: 6,
  /** A text that begins or ends with a link of one of the services that hide where it leads. */
  "hidden-link": 6,
  /** The same sentences as others sent today. Never enough alone: a form may propose its message. */
  "same-text": 6,
} as const satisfies Record<string, number>;
export type Sign = keyof typeof signs;
/** What the form itself shows. */
type OwnSign = Exclude<Sign, "same-text">;

/** Two signs are enough, the slightest excepted. */
const enough = 10;

/** Forms with the same text in one day that need no machine. */
const sameTexts = 3;

/** Why a form is to be kept aside. */
export interface Aside {
  /** `signs`: it seems to be a machine's; else the limit that it is beyond. */
  readonly kind: AsideKind;
  /** What speaks for a machine, the heaviest first, whether or not it is enough. */
  readonly signs: readonly Sign[];
}

/** Why the form is to be kept aside; `undefined` when too little speaks for it. */
export const asideOf = (own: readonly Sign[], counts: Counts, agreed: FormLimits): Aside | undefined => {
  const found = [...own, ...((counts.text?.day ?? 0) >= sameTexts ? (["same-text"] as const) : [])];
  const weighed = found.sort((one, other) => signs[other] - signs[one]);
  if (isMachine(weighed)) return { kind: "signs", signs: weighed };
  const [over] = overLimits(counts, agreed);
  return over === undefined ? undefined : { kind: over, signs: weighed };
};

const isMachine = (found: readonly Sign[]): boolean => found.reduce((sum, sign) => sum + signs[sign], 0) >= enough;

export interface Controls {
  readonly trap: string | undefined;
  readonly started: string | undefined;
}

/** What the form itself shows of a machine. */
export const signsOf = (
  { email, contact, other }: Submission,
  { trap, started }: Controls,
  { now, leastFillMillis, timeZone }: CaptureRules,
): OwnSign[] => {
  const { name = "", company = "", jobTitle = "", message = "" } = contact;
  const own = Object.values(contact.own ?? {}).filter((value) => typeof value === "string");
  const texts = [message, ...own, ...other.map(({ value }) => value)];
  const written = texts.join("\n");
  const links = (written.match(link) ?? []).length;
  const said = [name, company, jobTitle, message].filter((text) => text !== "");
  const holds: Record<OwnSign, boolean> = {
    trap: trap !== undefined,
    "too-fast": isTooFast(parseInstant(started, timeZone), now, leastFillMillis),
    "link-in-name": [name, jobTitle, company].some((text) => text.search(link) >= 0),
    "address-as-name": /^\S+@\S+\.\S+$/.test(name),
    "random-name": randomName.test(name),
    "same-in-all-fields": said.length > 2 && new Set(said).size === 1,
    links: links >= fewLinks && links < manyLinks,
    "dozens-of-links": links >= manyLinks,
    markup: markup.test([name, company, written].join("\n")),
    "throwaway-mail": throwawayDomains.has(email.slice(email.lastIndexOf("@") + 1)),
    advertising: advertising.filter((words) => words.test([name, company, written].join("\n"))).length > 0,
    "hidden-link": hiddenLink.test(written),
  };
  return signNames.filter((sign) => holds[sign]);
};

export const isSign = (text: string): text is Sign => Object.hasOwn(signs, text);
const isOwnSign = (text: string): text is OwnSign => isSign(text) && text !== "same-text";
const signNames: readonly OwnSign[] = Object.keys(signs).filter(isOwnSign);

const isTooFast = (opened: string | undefined, now: string, leastFillMillis: number): boolean => {
  const fillMillis = opened === undefined ? -1 : Date.parse(now) - Date.parse(opened);
  return fillMillis >= 0 && fillMillis < leastFillMillis;
};

const link = /https?:\/\/|\bwww\.[a-z0-9-]/gi;
/** People name their site, and perhaps a page of ours. */
const [fewLinks, manyLinks] = [3, 12];
const markup = /<\s*(a|script|img|iframe)\b|\[(url|link|img)[=\]]|href\s*=/i;
/** `xKqWzRtPb`, `JasonWEX`, `7hs82kd93`: a capital inside a word other than after Mc, De or an apostrophe, or digits. */
const randomName = /^(?!(Mc|Mac|De|Di|La|Le|Van|O)[A-Z])[A-Z]?[a-z]+[A-Z]+[a-zA-Z]*$|^(?=\S*\d)[a-z0-9]{8,}$/;
const hiddenLink = /\b(bit\.ly|tinyurl\.com|t\.ly|cutt\.ly|goo\.su|is\.gd|telegra\.ph|t\.me)\/\w/i;
const advertising = [
  /\b(back ?links?|guest posts?|domain authority|link building|first page of google|rank(ing)? (your|on)|seo (services?|packages?|expert))\b/i,
  /\b(casino|betting|viagra|cialis|porn|escorts?|dating site|sex(y|ual)?)\b/i,
  /\b(bitcoin|crypto ?(currency)?|forex|passive income|earn \$?\d+|make money|investment opportunity)\b/i,
  /\b(e-?mail (list|database)s?|followers|contact form (marketing|blast)|mass mailing|web traffic|targeted (traffic|visitors))\b/i,
  /\b(business loans?|inheritance|next of kin|lottery|million (dollars|usd|euros))\b/i,
  /(казино|ставк[аи]|заработ|продвижени|рассылк|кредит онлайн|купить диплом)/i,
  /\b(posicionamiento (web|seo) (garantizado|barato)|primera página de google|enlaces de calidad|seguidores reales|préstamos? (rápido|inmediato)s?)\b/i,
];
