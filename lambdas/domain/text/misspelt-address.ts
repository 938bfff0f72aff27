/*
 * Somebody at `hotmial.com` never reads our mails, and never learns why. Whoever types such an address is asked about it, and
 * colleagues are told; the address itself is changed by nobody. The site's form does the same in `web/site/assets/misspelt.js`.
 */

/** Services at which most private addresses are, long enough for a slip to be told from another name. */
const knownServices = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "hotmail.es",
  "outlook.com",
  "outlook.es",
  "yahoo.com",
  "yahoo.es",
  "icloud.com",
  "protonmail.com",
  "telefonica.net",
] as const;

/** Near to a service and none of its misspellings. */
const others = new Set(["mail.com", "email.com", "ymail.com", "cloud.com", "grail.com", "gail.com", "gmail.example"]);

/** Endings that nobody can register, for `.com`. */
const noEnding = /\.(?:con|cmo|ocm|comm|vom|xom|cpm|coom|ccom|c0m)$/;

/** Services that have addresses under the ending of many a country. */
const inCountries = /^(?:hotmail|outlook|yahoo)\.(?:com?\.)?[a-z]{2}$/;

/** The address that was perhaps meant; `undefined` when nothing speaks for a slip. */
export const perhapsMeant = (email: string): string | undefined => {
  const at = email.lastIndexOf("@") + 1;
  const domain = email.slice(at).toLowerCase();
  const meant = knownServices.some((service) => service === domain) ? undefined : meantDomain(domain);
  return meant === undefined || at === 0 ? undefined : email.slice(0, at) + meant;
};

const meantDomain = (domain: string): string | undefined => {
  if (others.has(domain)) return undefined;
  if (domain.startsWith("gmail.")) return "gmail.com";
  const near = knownServices.find((service) => isOneSlipAway(domain, service));
  // `hotmail.fr` is a service of its own, `hotmail.co` and `hotmail.cm` are slips.
  if (near !== undefined && !(inCountries.test(domain) && !/\.(?:co|cm|om)$/.test(domain))) return near;
  return noEnding.test(domain) ? domain.replace(noEnding, ".com") : undefined;
};

/** One letter too many, too few, another, or two that have changed places; or such a slip beside an ending that is none. */
const isOneSlipAway = (typed: string, meant: string): boolean => {
  const ended = typed.replace(noEnding, ".com");
  return isSlip(typed, meant) || (ended !== typed && (ended === meant || isSlip(ended, meant)));
};

const isSlip = (typed: string, meant: string): boolean => {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (typed[at] === meant[at]) at++;
  const [rest, other] = [typed.slice(at), meant.slice(at)];
  if (rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
};
