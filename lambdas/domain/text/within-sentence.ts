/** A label within a sentence: `Phone` is `phone`; an abbreviation, `ERP`, is itself. */
export const withinSentence = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
