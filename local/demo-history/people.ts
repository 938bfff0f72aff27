/** Words of which the history's people and companies are made; none of them is anybody. */
export const firstNames = {
  es: [
    "Lucía",
    "Hugo",
    "Martina",
    "Mateo",
    "Julia",
    "Daniel",
    "Carmen",
    "Adrián",
    "Elvira",
    "Iker",
    "Noelia",
    "Óscar",
    "Beatriz",
    "Joan",
    "Montse",
    "Pilar",
    "Ramón",
    "Sergio",
    "Teresa",
    "Unai",
  ],
  en: ["Helen", "James", "Sofia", "Oliver", "Grace", "Thomas", "Isobel", "Duarte", "Beatriz", "Liam"],
} as const;

export const lastNames = {
  es: [
    "Aguado",
    "Bermejo",
    "Castaño",
    "Domínguez",
    "Escudero",
    "Ferrer",
    "Gallego",
    "Herranz",
    "Ibáñez",
    "Jurado",
    "Lozano",
    "Montero",
    "Navarro",
    "Olmedo",
    "Pascual",
    "Quintana",
    "Rivas",
    "Serrano",
    "Tejada",
    "Vilaplana",
  ],
  en: ["Ward", "Hughes", "Almeida", "Clarke", "Murphy", "Baker", "Pereira", "Fletcher", "Dawson", "Reid"],
} as const;

/** First and second half of a company's name. */
export const companies = {
  es: [
    [
      "Frutas",
      "Conservas",
      "Talleres",
      "Bodegas",
      "Distribuciones",
      "Logística",
      "Suministros",
      "Hermanos",
      "Farmacéutica",
      "Cerámicas",
      "Embalajes",
      "Papelera",
    ],
    [
      "del Turia",
      "Costa Brava",
      "Sierra Norte",
      "La Ribera",
      "Miralles",
      "del Duero",
      "Alcántara",
      "Valdés e Hijos",
      "Levante",
      "Monegros",
      "Guadiana",
      "Puerta de Hierro",
    ],
  ],
  en: [
    ["Tagus", "Northgate", "Avon", "Harbour", "Claddagh", "Pennine", "Douro", "Greenfield"],
    ["Foods", "Distribution", "Pharma", "Retail", "Logistics", "Wholesale"],
  ],
} as const;

export const titles = {
  operations: {
    es: ["Directora de operaciones", "Jefe de logística", "Responsable de almacén", "Directora de logística"],
    en: ["Head of operations", "Logistics manager", "Warehouse manager"],
  },
  budget: {
    es: ["Director financiero", "Directora de compras", "Responsable de TI"],
    en: ["Finance director", "Head of IT", "Purchasing manager"],
  },
  owner: { es: ["Gerente", "Director general", "Propietaria"], en: ["Managing director", "Owner", "General manager"] },
  other: {
    es: ["Administrativo", "Técnica de marketing", "Estudiante de logística", "Recepcionista", "Técnico de calidad"],
    en: ["Office clerk", "Marketing assistant", "Logistics student"],
  },
} as const;
