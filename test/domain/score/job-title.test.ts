import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JobRole, JobRoleSchema, type JobSeniority, seniorities } from "../../../lambdas/contract/job-title.ts";
import { parseJobTitle } from "../../../lambdas/domain/score/job-title.ts";

type Reading = readonly [title: string, seniority: JobSeniority | undefined, ...roles: JobRole[]];

const leadTheCompany: Reading[] = [
  ["CEO", "executive", "general-management"],
  ["C.E.O.", "executive", "general-management"],
  ["CEO & Founder", "executive", "general-management"],
  ["Co-founder and CTO", "executive", "general-management", "technology"],
  ["Founder/CTO", "executive", "general-management", "technology"],
  ["Managing Director", "executive", "general-management"],
  ["General Manager", "executive", "general-management"],
  ["Owner", "executive", "general-management"],
  ["Managing Partner", "executive", "general-management"],
  ["President & CEO", "executive", "general-management"],
  ["Country Manager Spain", "executive", "general-management"],
  ["Director general", "executive", "general-management"],
  ["Directora General", "executive", "general-management"],
  ["Dir. Gral.", "executive", "general-management"],
  ["Directora gerente", "executive", "general-management"],
  ["Gerente", "executive", "general-management"],
  ["Gerencia", "executive", "general-management"],
  ["Consejera delegada", "executive", "general-management"],
  ["Administrador único", "executive", "general-management"],
  ["Administradora solidaria", "executive", "general-management"],
  ["Propietaria", "executive", "general-management"],
  ["Dueño", "executive", "general-management"],
  ["Socia fundadora", "executive", "general-management"],
  ["Presidenta", "executive", "general-management"],
  ["Autónomo", "executive", "general-management"],
];

const leadAnArea: Reading[] = [
  ["COO", "executive", "operations"],
  ["Chief Operating Officer", "executive", "operations"],
  ["Chief Financial Officer", "executive", "finance"],
  ["CFO", "executive", "finance"],
  ["Chief Supply Chain Officer", "executive", "logistics"],
  ["Executive Vice President, Sales", "executive", "sales"],
  ["CIO", "executive", "technology"],
  ["CHRO", "executive", "human-resources"],
  ["Director General de Operaciones", "executive", "general-management", "operations"],
  ["Directora de operaciones", "director", "operations"],
  ["Director/a de Compras", "director", "purchasing"],
  ["Director de Logística y Distribución", "director", "logistics"],
  ["Dirección de Operaciones", "director", "operations"],
  ["Dir. Compras", "director", "purchasing"],
  ["Directora de Cadena de Suministro", "director", "logistics"],
  ["Director técnico", "director", "technology"],
  ["Directora administrativa y financiera", "director", "finance"],
  ["Director Comercial y de Marketing", "director", "marketing", "sales"],
  ["Directora de planta", "director", "production"],
  ["Head of Operations", "director", "operations"],
  ["Head of People", "director", "human-resources"],
  ["VP Supply Chain", "director", "logistics"],
  ["Vice-President of Procurement", "director", "purchasing"],
  ["Director, Warehouse Operations", "director", "operations", "logistics"],
  ["IT Director", "director", "technology"],
  ["Directivo", "director"],
];

const leadPeople: Reading[] = [
  ["Jefe de almacén", "manager", "logistics"],
  ["Jefa de Compras", "manager", "purchasing"],
  ["Jefe/a de Producción", "manager", "production"],
  ["Jefa de tráfico", "manager", "logistics"],
  ["Responsable de compras y aprovisionamiento", "manager", "logistics", "purchasing"],
  ["Resp. Logística", "manager", "logistics"],
  ["Responsable de RR.HH.", "manager", "human-resources"],
  ["Responsable de calidad", "manager", "quality"],
  ["Encargada de almacén", "manager", "logistics"],
  ["Encargad@ de expediciones", "manager", "logistics"],
  ["Gerente de operaciones", "manager", "operations"],
  ["Gerente comercial", "manager", "sales"],
  ["Gerente de tienda", "manager"],
  ["Supply Chain Manager", "manager", "logistics"],
  ["Warehouse Manager", "manager", "logistics"],
  ["Purchasing Mgr.", "manager", "purchasing"],
  ["IT manager", "manager", "technology"],
  ["Product Manager", "manager"],
  ["Quality & Continuous Improvement Manager", "manager", "operations", "quality"],
  ["Logistics Team Lead", "manager", "logistics"],
  ["Supervisora de turno", "manager"],
  ["Jefe de turno", "manager", "production"],
];

const doTheWork: Reading[] = [
  ["Técnico de logística", "specialist", "logistics"],
  ["Técnica en calidad", "specialist", "quality"],
  ["Coordinadora de transporte", "specialist", "logistics"],
  ["Mozo de almacén", "specialist", "logistics"],
  ["Compradora", "specialist", "purchasing"],
  ["Contable", "specialist", "finance"],
  ["Administrativa", "specialist"],
  ["Administrador de sistemas", "specialist", "technology"],
  ["Comercial", "specialist", "sales"],
  ["Operario de producción", "specialist", "production"],
  ["Ingeniero industrial", "specialist"],
  ["Software Developer", "specialist", "technology"],
  ["Demand planner", undefined, "logistics"],
  ["Internal Auditor", "specialist", "finance"],
  ["Account Executive", "specialist", "sales"],
  ["Product Owner", "specialist"],
  ["HR Business Partner", "specialist", "human-resources"],
  ["Procurement Officer", "specialist", "purchasing"],
  ["Profesora", "specialist"],
];

const standBesideThem: Reading[] = [
  ["Assistant to the Director", "specialist"],
  ["Executive Assistant to the CEO", "specialist"],
  ["Director's Assistant", "specialist"],
  ["Assistant to the Operations Director", "specialist", "operations"],
  ["Assistant Warehouse Manager", "specialist", "logistics"],
  ["Ayudante de dirección", "specialist"],
  ["Asistente de Dirección General", "specialist"],
  ["Asistente de compras y dirección", "specialist", "purchasing"],
  ["Secretaria de dirección", "specialist"],
  ["Auxiliar administrativo", "specialist"],
  ["Subdirectora de operaciones", "manager", "operations"],
  ["Deputy Director of Logistics", "manager", "logistics"],
  ["Director adjunto de compras", "manager", "purchasing"],
  ["Adjunto a dirección", "manager"],
  ["Adjunta al jefe de almacén", "specialist", "logistics"],
  ["Director general adjunto", "director", "general-management"],
  ["Subdirector general", "director", "general-management"],
];

const learn: Reading[] = [
  ["Estudiante", "student"],
  ["Estudiante de logística", "student", "logistics"],
  ["Becaria de compras", "student", "purchasing"],
  ["Becario en dirección de operaciones", "student", "operations"],
  ["Alumna en prácticas", "student"],
  ["Marketing Intern", "student", "marketing"],
  ["Intern, Office of the CEO", "student"],
  ["Management Trainee", "student"],
  ["PhD Student", "student"],
  ["Product manager intern", "student"],
  ["CEO & MBA student", "executive", "general-management"],
  ["Head of Student Affairs", "director"],
];

const leadThoseWhoLearn: Reading[] = [
  ["Responsable de prácticas y becarios", "manager"],
  ["Responsable de Prácticas Externas", "manager"],
  ["Jefa de becarios", "manager"],
  ["Responsable de estudiantes en prácticas", "manager"],
  ["Coordinadora de prácticas", "specialist"],
  ["Directora de prácticas y empleo", "director"],
  ["Tutor de prácticas", "specialist"],
  ["Internship Coordinator", "specialist"],
  ["Head of Internships", "director"],
  ["Manager of interns", "manager"],
  ["Responsable de buenas prácticas", "manager"],
  ["Responsable de compras en prácticas", "student", "purchasing"],
  ["Contrato de prácticas", "student"],
];

const notNow: Reading[] = [
  ["Ex-CEO, ahora consultor", "specialist"],
  ["Exdirector de compras", undefined],
  ["Ex CEO", undefined],
  ["Former CEO", undefined],
  ["CEO (former)", undefined],
  ["CFO (until 2024)", undefined],
  ["Director retirado", undefined],
  ["Directora de ventas hasta 2020", undefined],
  ["Driver of the CEO", undefined],
  ["Chófer del director general", undefined],
  ["Works for the CEO", undefined],
  ["Dtra. de Marketing", "director", "marketing"],
  ["Gerenta", "executive", "general-management"],
  ["Vicedirector", "manager"],
  ["Former Head of Sales, now Logistics Manager", "manager", "logistics"],
  ["Antigua directora de operaciones", undefined],
  ["Director jubilado", undefined],
  ["CEO (ex)", undefined],
  ["Anterior: CEO. Actual: consultor", "specialist"],
  ["Director electo", undefined],
  ["Incoming CFO", undefined],
  ["Fui director", undefined],
  ["CEO, ex-Google", "executive", "general-management"],
  ["Ex-McKinsey, CFO", "executive", "finance"],
  ["Futuro director", undefined],
  ["Aspirante a gerente", undefined],
  ["Future CEO", undefined],
  ["Head of Future Mobility", "director"],
  ["Head of EX", "director"],
  ["Director de exportación", "director", "sales"],
  ["Expert", undefined],
  ["Analyst, Office of the CEO", "specialist"],
  ["Operations manager reporting to the CEO", "manager", "operations"],
  ["Apoyo a dirección", undefined],
  ["Secretaria del director general", "specialist"],
  ["Asist. de dirección", "specialist"],
  ["Asesora de dirección", "specialist"],
  ["Chief of Staff to the CEO", "director", "general-management"],
];

const doNotSay: Reading[] = [
  ["Compras", undefined, "purchasing"],
  ["Logística", undefined, "logistics"],
  ["Museo Oceográfico", undefined],
  ["xyz", undefined],
  ["", undefined],
  ["総務部長", undefined],
];

const titles = [
  ...leadTheCompany,
  ...leadAnArea,
  ...leadPeople,
  ...doTheWork,
  ...standBesideThem,
  ...learn,
  ...leadThoseWhoLearn,
  ...notNow,
  ...doNotSay,
];

describe("a job title", () => {
  const readings = titles.map(([title, seniority, ...roles]) => ({ title, seniority, roles }));

  it.each(readings)("$title is read as $seniority, $roles", ({ title, seniority, roles }) => {
    expect(parseJobTitle(title)).toEqual({ seniority, roles });
  });

  it("is read the same in capitals, without accents and with blanks around and between", () => {
    const written = fc.constantFrom<(title: string) => string>(
      (title) => title.toUpperCase(),
      (title) => title.toLowerCase(),
      (title) => title.normalize("NFD").replace(/\p{M}/gu, ""),
      (title) => title.normalize("NFD"),
      (title) => `  ${title.replaceAll(" ", "  \t")} `,
    );
    const real = fc.constantFrom(...titles.map(([title]) => title));
    fc.assert(
      fc.property(real, written, (title, rewrite) => {
        expect(parseJobTitle(rewrite(title))).toEqual(parseJobTitle(title));
      }),
      { numRuns: 500 },
    );
  });

  it("never gains a rank when it is an assistant's", () => {
    const real = fc.constantFrom(...titles.map(([title]) => title));
    fc.assert(
      fc.property(real, fc.constantFrom("Assistant to the", "Asistente de", "Becaria de"), (title, helps) => {
        const { seniority } = parseJobTitle(`${helps} ${title}`);
        expect(["student", "specialist"]).toContain(seniority);
      }),
      { numRuns: 500 },
    );
  });

  it("never fails, and names each area once, in the order of the agreement's list", () => {
    const pieces = fc.oneof(fc.string(), fc.constantFrom(...titles.map(([title]) => title)));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 6 }),
        fc.constantFrom(" ", "/", " y ", " & ", "("),
        (parts, between) => {
          const { roles, seniority } = parseJobTitle(parts.join(between));
          expect(roles).toEqual(JobRoleSchema.options.filter((role) => roles.includes(role)));
          expect([undefined, ...seniorities]).toContain(seniority);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of many posts has the rank of the highest, in whatever order they are", () => {
    const leaders = [...leadTheCompany, ...leadAnArea].map(([title]) => title);
    fc.assert(
      fc.property(fc.subarray(leaders, { minLength: 2, maxLength: 3 }), (posts) => {
        const ranks = posts.map((title) => seniorities.indexOf(parseJobTitle(title).seniority ?? "student"));
        const reading = parseJobTitle(posts.join(" / "));
        expect(reading.seniority).toBe(seniorities[Math.max(...ranks)]);
        expect(parseJobTitle(posts.toReversed().join(" / "))).toEqual(reading);
      }),
    );
  });
});
