import type { JobRole, JobSeniority } from "../../contract/job-title.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** What we call an area of a company, after `es de` and `is in`. */
export const roleNames: Record<JobRole, Bilingual> = {
  "general-management": { es: "dirección general", en: "general management" },
  operations: { es: "operaciones", en: "operations" },
  logistics: { es: "logística", en: "logistics" },
  purchasing: { es: "compras", en: "purchasing" },
  production: { es: "producción", en: "production" },
  quality: { es: "calidad", en: "quality" },
  finance: { es: "finanzas", en: "finance" },
  technology: { es: "tecnología", en: "technology" },
  "human-resources": { es: "recursos humanos", en: "human resources" },
  marketing: { es: "marketing", en: "marketing" },
  sales: { es: "ventas", en: "sales" },
};

/** What we call a rank and all above it, after `es` and `is`. */
export const atLeastRank: Record<JobSeniority, Bilingual> = {
  student: { es: "estudiante o superior", en: "a student or above" },
  specialist: { es: "especialista o superior", en: "a specialist or above" },
  manager: { es: "mando intermedio o superior", en: "a manager or above" },
  director: { es: "dirección o superior", en: "a director or above" },
  executive: { es: "alta dirección", en: "a top executive" },
};
