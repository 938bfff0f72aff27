export const deadlineWords = {
  left: (length: string) => ({ es: `Vence en ${length}`, en: `Due in ${length}` }),
  late: (length: string) => ({ es: `Venció hace ${length}`, en: `Overdue by ${length}` }),
  step: (length: string) => ({ es: `Continúa en ${length}`, en: `Next step in ${length}` }),
  stepNow: (length: string) => ({ es: `Previsto hace ${length}`, en: `Step due ${length} ago` }),
} as const;
