export const deadlineWords = {
  left: (length: string) => ({ es: `Quedan ${length}`, en: `${length} left` }),
  late: (length: string) => ({ es: `${length} tarde`, en: `${length} late` }),
  step: (length: string) => ({ es: `Sigue en ${length}`, en: `Next in ${length}` }),
  stepNow: (length: string) => ({ es: `Sigue ya (${length})`, en: `Next now (${length})` }),
} as const;
