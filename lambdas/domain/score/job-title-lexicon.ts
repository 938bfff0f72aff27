import type { JobRole, JobSeniority } from "../../contract/job-title.ts";
import { alike } from "./alike.ts";

/** The meaning of some words in a job title. */
export interface Meaning {
  readonly roles?: readonly JobRole[];
  readonly rank?: JobSeniority;
  /** The title's holder decides no more than this, whatever the other words: an assistant, a student. */
  readonly atMost?: JobSeniority;
  /** One rank below what the other words say: a deputy. */
  readonly below?: true;
  /** Means the whole company when it is alone, and only this much beside the words of an area. */
  readonly besideArea?: JobSeniority;
  /**
   * What follows in the post is not the holder's now, or another person's. `either`: what stands before it is not, where
   * nothing follows.
   */
  readonly notTheirs?: "next" | "either";
}

/**
 * Words and their meaning; the longest match at a position of the title counts. Without case and accents;
 * `director/a` is both genders, `logistic*` is the start of a word, all else are whole words.
 */
export const lexicon: readonly (Meaning & { readonly words: string })[] = [
  // Who leads the company
  {
    words: `ceo, director/a general, direccion general, dir general, dir gral, director/a gral, dg, director/a gerente,
      director/a ejecutivo/a, executive director, managing director, md, general manager, gm, gerente general,
      gerencia general, gerente de la empresa, country manager, consejero/a delegado/a, consejero/a, chief executive,
      presidente/a, presidencia, president, chairman, chairwoman, chairperson, board member, member of the board,
      miembro del consejo, propietario/a, copropietario/a, dueño/a, owner, co owner, business owner, fundador/a,
      cofundador/a, co fundador/a, founder, cofounder, co founder, socio/a, partner, empresario/a, entrepreneur,
      emprendedor/a, autonomo/a, self employed, administrador/a de la empresa, administrador/a de la sociedad,
      apoderado/a`,
    roles: ["general-management"],
    rank: "executive",
  },
  { words: "gerente, gerenta, gerencia", roles: ["general-management"], rank: "executive", besideArea: "manager" },
  { words: "administrador/a", roles: ["general-management"], rank: "executive", besideArea: "specialist" },
  { words: "subdirector/a general, subdireccion general", roles: ["general-management"], rank: "director" },
  // Who leads an area of it, on the board or below
  {
    words: `chief, svp, evp, senior vice president, executive vice president, senior vp, executive vp,
      vicepresidente/a ejecutivo/a, cpo, cso`,
    rank: "executive",
  },
  { words: "coo", roles: ["operations"], rank: "executive" },
  { words: "csco", roles: ["logistics"], rank: "executive" },
  { words: "cfo", roles: ["finance"], rank: "executive" },
  { words: "cio, cto, cdo, ciso", roles: ["technology"], rank: "executive" },
  { words: "chro", roles: ["human-resources"], rank: "executive" },
  { words: "cmo", roles: ["marketing"], rank: "executive" },
  { words: "cco, cro", roles: ["sales"], rank: "executive" },
  {
    words: `director/a, codirector/a, directores, directors, direccion, directivo/a, dir, dtor, dtora, dtra, head, chief of staff,
      vicepresidente/a, vice presidente/a, vicepresidencia, vice president, vp, secretario/a general`,
    rank: "director",
  },
  { words: "director/a tecnico/a, direccion tecnica, dir tecnico/a", roles: ["technology"], rank: "director" },
  { words: "director/a administrativo/a, dir administrativo/a", roles: ["finance"], rank: "director" },
  { words: "director/a industrial, direccion industrial", roles: ["production"], rank: "director" },
  { words: "dircom", roles: ["marketing"], rank: "director" },
  // Who leads people or, as a product manager does, a piece of work: titles do not tell them apart
  {
    words: `manager, managers, mgr, jefe/a, jefes, jefatura, responsable, responsables, resp, encargado/a, supervisor/a,
      lider, leader, lead, mando intermedio, superintendent, superintendente, gerente de, gerente del, gerencia de,
      subdirector/a, sub director/a, vicedirector/a, subdireccion, subgerente, associate director, assistant director,
      chief engineer, chief accountant, chief buyer`,
    rank: "manager",
  },
  { words: "capataz, foreman, forewoman, jefe/a de turno", roles: ["production"], rank: "manager" },
  { words: "jefe/a de trafico, responsable de trafico", roles: ["logistics"], rank: "manager" },
  { words: "jefe/a de personal, director/a de personal", roles: ["human-resources"], rank: "manager" },
  // Who does the work
  {
    words: `tecnico/a, especialista, specialist, analista, analyst, consultor/a, consultant, asesor/a, advisor, adviser,
      ingeniero/a, engineer, arquitecto/a, architect, administrativo/a, administrator, administrador/a de, coordinador/a,
      coordinator, gestor/a, officer, operario/a, operador/a, operator, oficial, planner, planificador/a, executive,
      ejecutivo/a, representante, representative, agente, agent, profesor/a, teacher, professor, docente, lecturer,
      investigador/a, researcher, product owner, process owner, data owner, business partner, channel partner,
      partner success, subjefe/a, segundo/a de`,
    rank: "specialist",
  },
  { words: "comprador/a, buyer", roles: ["purchasing"], rank: "specialist" },
  { words: "mozo/a, carretillero/a, repartidor/a, forklift", roles: ["logistics"], rank: "specialist" },
  { words: "contable, accountant, controller, auditor/a", roles: ["finance"], rank: "specialist" },
  { words: "informatico/a, programador/a, desarrollador/a, developer", roles: ["technology"], rank: "specialist" },
  { words: "recruiter, reclutador/a", roles: ["human-resources"], rank: "specialist" },
  { words: "comercial, vendedor/a, account executive", roles: ["sales"], rank: "specialist" },
  // Who helps or learns: the other words name another person's post
  {
    words: `assistant, asistente, asistenta, asist, asistencia a direccion, asistencia de direccion, ayudante, auxiliar, pa to, ea to,
      secretario/a, secretary, recepcionista, receptionist`,
    rank: "specialist",
    atMost: "specialist",
  },
  { words: "adjunto/a a, adjunto/a al, adjunto/a de", below: true, atMost: "manager" },
  { words: "adjunto/a, deputy, vice director, vice ceo", below: true },
  {
    words: `estudiante, student, becario/a, intern, internship, trainee, en practicas, practicas, aprendiz, apprentice,
      alumno/a, undergraduate, doctorando/a, opositor/a`,
    rank: "student",
    atMost: "student",
  },
  // Who leads those who learn
  {
    words: `de practicas, de las practicas, de practicas externas, de becarios, de los becarios, de estudiantes, de alumnos,
      de aprendices, de estudiantes en practicas, de alumnos en practicas, de alumnado en practicas, de personal en practicas,
      de personas en practicas, of internship, of student, of apprentice, buenas practicas, student life, student union, student housing, student accommodation, student engagement,
      student support, student admissions, intern program`,
  },
  {
    words: "responsable practicas, resp practicas, internship manager, internship lead, internship supervisor",
    rank: "manager",
  },
  { words: "internship director", rank: "director" },
  {
    words:
      "coordinador/a practicas, gestor/a practicas, internship coordinator, student advisor, student coordinator, tutor/a",
    rank: "specialist",
  },
  { words: "contrato de practicas, convenio de practicas", rank: "student", atMost: "student" },
  // Who is not that any more, or not yet, or stands beside who is
  {
    words: `former, formerly, retired, retirado/a, until, hasta, antiguo/a, jubilado/a, prejubilado/a, electo/a, elect, designate, in waiting`,
    notTheirs: "either",
  },
  {
    words: `ex, was, used to be, fui, he sido, incoming ceo, incoming cfo, incoming coo, incoming director, incoming head, previous, previously, anterior, anteriormente, past, future, futuro/a, proximo/a, aspiring, aspirante, candidato/a a,
      en busca de, en busqueda de, buscando, looking for, seeking, reporting to, reports to, reporta a, reportando a, office of,
      oficina de, oficina del, gabinete de, gabinete del, apoyo a, apoyo al, apoyo de, soporte a, soporte al, support to, mano derecha de,
      mano derecha del, right hand of, right hand to, on behalf of, en nombre de, hijo/a de, hijo/a del, son of, daughter of,
      driver of, chofer de, chofer del, conductor/a de, conductor/a del, works for, working for, trabajo para, wife of, husband of, mujer de, mujer del, marido de, esposo/a de, esposo/a del`,
    notTheirs: "next",
  },
  {
    words: `asesor/a de direccion, asesor/a de la direccion, asesor/a de gerencia, asesor/a del, consultor/a de direccion,
      consultor/a de gerencia, management consultant, advisor to, adviser to, consultant to, coach de, executive coach, mentor de,
      formador/a de, trainer of`,
    rank: "specialist",
    atMost: "specialist",
  },
  { words: "chief of staff to", rank: "director", atMost: "director" },
  { words: "student affairs, student services, student success, student recruitment, student experience" },
  { words: "internship programme, internship program, trainee programme, trainee program, intern programme" },
  // Areas
  {
    words: `operacion*, operations, operating, operational, operativa, ops, mejora continua, continuous improvement,
      facilities, facility, servicios generales`,
    roles: ["operations"],
  },
  {
    words: `logistic*, almacen*, warehous*, supply chain, supplychain, scm, cadena de suministro, cadenas de suministro,
      distribucion, distribution, transport*, flota*, fleet, fulfilment, fulfillment, expedicion*, shipping, inventario*,
      inventory, stock, stocks, inbound, outbound, demand plan*, supply plan*, aduanas, customs`,
    roles: ["logistics"],
  },
  { words: "compras, compra, purchas*, procur*, sourcing", roles: ["purchasing"] },
  { words: "aprovisionamiento*", roles: ["purchasing", "logistics"] },
  {
    words: `produccion, production, planta, plantas, plant, fabrica, fabricas, fabricacion, factory, manufactur*, taller*,
      montaje, mantenimiento, maintenance, lean`,
    roles: ["production"],
  },
  { words: "calidad, quality, qa, qc, qhse, hseq", roles: ["quality"] },
  {
    words: `financ*, finanza*, contab*, accounting, accounts, tesorer*, treasur*, controlling, fiscal, tax, administracion,
      auditoria`,
    roles: ["finance"],
  },
  {
    words: `it, ti, tic, it operations, informatica, tecnolog*, technolog*, technical, information, sistemas, systems,
      software, digital*, data, datos, devops, ciberseguridad, cybersecurity, erp, infraestructura*`,
    roles: ["technology"],
  },
  {
    words: `recursos humanos, rrhh, rr hh, human resources, hr, people, people operations, people ops, personas, talent*,
      capital humano, seleccion, recruit*, recruitment, nomina*, payroll`,
    roles: ["human-resources"],
  },
  {
    words: `marketing, marketing operations, marketing ops, mkt, mktg, comunicacion, communications, brand, marca, publicidad,
      advertising, seo, sem, lead generation, contenidos, content, growth, community, digital marketing, marketing digital, direct marketing`,
    roles: ["marketing"],
  },
  {
    words: `venta*, sales, sales operations, sales ops, revenue, revenue operations, commercial, area comercial,
      desarrollo de negocio, business development, bdm, cuentas, account, key account, kam, export*,
      ecommerce, e commerce`,
    roles: ["sales"],
  },
];

interface Entry {
  /** Ends with a blank where the word must end. */
  readonly beginning: string;
  readonly meaning: Meaning;
}

/**
 * What the words of a title mean, post by post: from its start, at each word the longest entry of the lexicon that
 * begins there. The title is in lower case without accents and marks; `y`, `and` and `/` stand between posts.
 */
export const meaningsIn = (title: string): readonly (readonly Meaning[])[] => {
  byStart ??= sorted();
  const text = `${title} `;
  const posts: Meaning[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const entry = longestAt(text, at, byStart);
    const end = text.indexOf(" ", entry === undefined ? at : at + entry.beginning.length - 1);
    if (entry !== undefined) posts.at(-1)?.push(entry.meaning);
    else if (between.has(text.slice(at, end))) posts.push([]);
    at = end + 1;
  }
  return posts;
};

const between = new Set(["/", "y", "e", "and"]);

type Entries = ReadonlyMap<number, readonly Entry[]>;

const longestAt = (text: string, at: number, entries: Entries): Entry | undefined => {
  for (const entry of entries.get(startOf(text, at)) ?? []) if (text.startsWith(entry.beginning, at)) return entry;
  return undefined;
};

/** The first three characters, all ASCII, as a number: no new text for each word of each title. */
const startOf = (text: string, at: number): number =>
  text.charCodeAt(at) * 16_384 + text.charCodeAt(at + 1) * 128 + text.charCodeAt(at + 2);

/** By the first three characters, the longest first: few comparisons for each word of a title. */
const sorted = (): Entries => {
  const entries = new Map<number, Entry[]>();
  for (const entry of lexicon.flatMap(entriesOf)) {
    const start = startOf(entry.beginning, 0);
    const others = entries.get(start);
    if (others) others.push(entry);
    else entries.set(start, [entry]);
  }
  for (const each of entries.values()) each.sort((one, other) => other.beginning.length - one.beginning.length);
  return entries;
};

/** Built on first use: most functions parse no job title. */
let byStart: Entries | undefined;

const entriesOf = ({ words, ...meaning }: (typeof lexicon)[number]): Entry[] =>
  words
    .split(",")
    .flatMap((text) => bothGenders(alike(text)))
    .map((text) => ({ beginning: text.endsWith("*") ? text.slice(0, -1) : `${text} `, meaning }));

/** `director/a general` is `director general` and `directora general`; `jefe/a` is `jefe` and `jefa`. */
const bothGenders = (text: string): string[] => {
  const at = text.indexOf("/a");
  if (at < 0) return [text];
  const before = text.slice(0, at);
  return bothGenders(text.slice(at + 2)).flatMap((rest) => [before + rest, `${before.replace(/[aeo]$/, "")}a${rest}`]);
};
