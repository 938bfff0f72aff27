export const chartWords = {
  asTable: { es: "Como tabla", en: "As a table" },
  week: { es: "Semana", en: "Week" },
  row: { es: "Concepto", en: "Item" },
} as const;
