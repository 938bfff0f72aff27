import fc from "fast-check";
import type { Facts } from "../../lambdas/domain/score/fact.ts";

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 5 });

/** Leads as they come: what most forms ask for, in both languages, now and then left out. */
const anyLead: fc.Arbitrary<Facts> = fc.record({
  contact: fc.record({
    company: some("Talleres Norte", "Hermanos Vidal, S.L.", "Distribuciones Ibáñez e Hijos", "Acme Foods"),
    jobTitle: some(
      "Directora de operaciones",
      "Jefe de almacén",
      "CEO & Founder",
      "Gerente",
      "Supply Chain Manager",
      "Responsable de compras y aprovisionamiento",
      "Director financiero",
      "Head of IT",
      "Secretaria de dirección",
      "Becario de logística",
      "Técnico de calidad",
      "Chief Financial Officer",
    ),
    companySize: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined, freq: 5 }),
    industry: some(
      "Fabricación",
      "Logística y transporte",
      "Retail",
      "Comercio mayorista",
      "Educación",
      "Pharmaceutical",
    ),
    country: some("ES", "PT", "AD", "MX", "FR", "DE"),
    phone: some("+34 910 000 000", "600 000 000"),
    interest: some(
      "Quiero una demo",
      "Precios del SGA",
      "Integración con SAP",
      "Trabajar en Anaquel",
      "Pricing, please",
    ),
  }),
  language: fc.constantFrom("es", "en"),
  email: some("talleresnorte.example", "gmail.com", "Hotmail.es", "acme.example").map(
    (domain = "empresa.example") => `alguien@${domain}`,
  ),
});

/** This many leads, the same ones each time. */
export const randomLeads = (many: number): readonly Facts[] =>
  fc.sample(anyLead, { numRuns: many, seed: 2026 }).map((lead) => structuredClone(lead));
