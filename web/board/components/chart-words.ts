export const chartWords = {
  asTable: { es: "Ver como tabla", en: "View as a table" },
  week: { es: "Semana", en: "Week" },
  row: { es: "Concepto", en: "Item" },
} as const;
