import type { Role } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";

export const roleLabels: Readonly<Record<Role, Bilingual>> = {
  marketing: { es: "Marketing", en: "Marketing" },
  rep: { es: "Comercial", en: "Sales rep" },
  manager: { es: "Responsable de ventas", en: "Sales manager" },
  operations: { es: "Operaciones", en: "Operations" },
};
