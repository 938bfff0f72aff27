/* The same rule as lambdas/domain/text/misspelt-address.ts, for browsers: a test holds the two together. */

const services = [
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
];
const others = ["mail.com", "email.com", "ymail.com", "cloud.com", "grail.com", "gail.com", "gmail.example"];
const noEnding = /\.(?:con|cmo|ocm|comm|vom|xom|cpm|coom|ccom|c0m)$/;
const inCountries = /^(?:hotmail|outlook|yahoo)\.(?:com?\.)?[a-z]{2}$/;

/** The address that was perhaps meant; `undefined` when nothing speaks for a slip. */
export const perhapsMeant = (email) => {
  const at = email.lastIndexOf("@") + 1;
  const domain = email.slice(at).toLowerCase();
  const meant = services.includes(domain) ? undefined : meantDomain(domain);
  return meant === undefined || at === 0 ? undefined : email.slice(0, at) + meant;
};

const meantDomain = (domain) => {
  if (others.includes(domain)) return undefined;
  if (domain.startsWith("gmail.")) return "gmail.com";
  const near = services.find((service) => isOneSlipAway(domain, service));
  if (near !== undefined && !(inCountries.test(domain) && !/\.(?:co|cm|om)$/.test(domain))) return near;
  return noEnding.test(domain) ? domain.replace(noEnding, ".com") : undefined;
};

const isOneSlipAway = (typed, meant) => {
  const ended = typed.replace(noEnding, ".com");
  return isSlip(typed, meant) || (ended !== typed && (ended === meant || isSlip(ended, meant)));
};

const isSlip = (typed, meant) => {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (typed[at] === meant[at]) at++;
  const [rest, other] = [typed.slice(at), meant.slice(at)];
  if (rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
};
