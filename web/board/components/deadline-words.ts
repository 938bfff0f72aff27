export const deadlineWords = {
  left: (length: string) => ({ es: `Vence en ${length}`, en: `Due in ${length}` }),
  late: (length: string) => ({ es: `Venció hace ${length}`, en: `Overdue by ${length}` }),
  step: (length: string) => ({ es: `Siguiente paso en ${length}`, en: `Next step in ${length}` }),
  stepNow: (length: string) => ({ es: `Paso previsto hace ${length}`, en: `Next step was due ${length} ago` }),
} as const;
