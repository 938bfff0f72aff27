/** Services that lend a mailbox for minutes, by their best-known domains. */
export const throwawayDomains: ReadonlySet<string> = new Set(
  `10minutemail.com 20minutemail.com burnermail.io dispostable.com dropmail.me emailondeck.com fakeinbox.com
  getairmail.com getnada.com grr.la guerrillamail.com guerrillamail.info inboxkitten.com mail-temp.com mailcatch.com
  maildrop.cc mailinator.com mailnesia.com mailsac.com mintemail.com mohmal.com moakt.com mytemp.email sharklasers.com
  spam4.me spamgourmet.com temp-mail.io temp-mail.org tempail.com tempmail.com tempmailo.com tempr.email
  throwawaymail.com trashmail.com trashmail.de trashmail.net yopmail.com yopmail.fr`.split(/\s+/),
);
