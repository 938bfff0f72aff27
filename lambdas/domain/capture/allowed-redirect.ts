const mostCharacters = 2048;

/**
 * The address when it is on one of our sites, as a browser will understand it; anything else (another origin, an
 * address without one, a script, a user name before the host) is nothing.
 */
export const allowedRedirect = (address: string, siteOrigins: readonly string[]): string | undefined => {
  const absolute = address.trim();
  if (absolute.length > mostCharacters || !/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  const allowed = siteOrigins.some((site) => URL.canParse(site) && new URL(site).origin === url.origin);
  return allowed && url.username === "" && url.password === "" ? url.href : undefined;
};
