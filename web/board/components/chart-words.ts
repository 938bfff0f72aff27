export const chartWords = {
  asTable: { es: "Ver como tabla", en: "View as a table" },
  week: { es: "Semana", en: "Week" },
  row: { es: "Concepto", en: "Item" },
  part: { es: "cuántos", en: "how many" },
  whole: { es: "de cuántos", en: "of how many" },
} as const;
