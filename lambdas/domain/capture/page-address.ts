const address = /^(?:https?:)?\/\/|^\//i;

/**
 * The address of a page without user, query and fragment, as people put names and e-mail addresses of their own there
 * and forms their fields. Any other text stays as it is.
 */
export const pageAddress = (text: string): string =>
  address.test(text) ? text.replace(/[?#].*$/s, "").replace(/^((?:https?:)?\/\/)[^/]*@/i, "$1") : text;
