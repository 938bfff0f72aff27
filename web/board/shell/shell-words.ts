import { pluralInBoth } from "../../../lambdas/domain/text/plural.ts";

/** Words around every page. */
export const shellWords = {
  notOpened: { es: "No se ha podido abrir el tablero", en: "The board could not be opened" },
  licences: { es: "Licencias de terceros", en: "Third-party licences" },
  signOut: { es: "Cerrar sesión", en: "Sign out" },
  secondFactor: { es: "Segundo factor", en: "Second factor" },
  everywhere: { es: "Cerrar sesión en todas partes", en: "Sign out everywhere" },
  everywhereDo: { es: "Cerrar todas", en: "Sign out" },
  everywhereText: {
    es: "Cierra tu sesión en todos tus navegadores y dispositivos, también en este.",
    en: "Ends your session in all your browsers and devices, this one included.",
  },
  everywhereSoon: {
    es: "Una página que esté abierta en otro sitio deja de funcionar en cinco minutos como máximo.",
    en: "A page that is open elsewhere stops working within five minutes.",
  },
  skip: { es: "Ir al contenido", en: "Skip to content" },
  navigation: { es: "Páginas", en: "Pages" },
  menu: { es: "Más", en: "More" },
  pages: {
    pipeline: { es: "Pipeline", en: "Pipeline" },
    myLeads: { es: "Mis leads", en: "My leads" },
    worklists: { es: "Leads por comercial", en: "Leads by rep" },
    figures: { es: "Cifras", en: "Figures" },
    meeting: { es: "Reunión", en: "Meeting" },
    attention: { es: "Atención", en: "Attention" },
    celebrate: { es: "Celebrar", en: "Celebrate" },
    agreement: { es: "Acuerdo", en: "Agreement" },
    room: { es: "Negociación", en: "Negotiation" },
    sources: { es: "Fuentes", en: "Sources" },
    import: { es: "Importar", en: "Import" },
    trail: { es: "Auditoría", en: "Audit trail" },
  },
  attentionCount: (count: number, isMore: boolean) => {
    const said = pluralInBoth(count, { es: ["# por revisar", "# por revisar"], en: ["# to review", "# to review"] });
    return isMore ? { es: `al menos ${said.es}`, en: `at least ${said.en}` } : said;
  },
  search: { es: "Buscar por correo, empresa o teléfono", en: "Search by e-mail, company or phone" },
  searchNone: {
    es: "Ningún correo, empresa ni teléfono empieza así.",
    en: "No e-mail, company or phone starts like that.",
  },
  searchCount: (count: number) => pluralInBoth(count, { es: ["# lead", "# leads"], en: ["# lead", "# leads"] }),
  searchMore: { es: "Hay más: sigue escribiendo.", en: "There are more: keep typing." },
  searching: { es: "Buscando…", en: "Searching…" },
  you: { es: "Tu cuenta", en: "Your account" },
  language: { es: "Idioma", en: "Language" },
  languages: { es: { es: "Español", en: "Español" }, en: { es: "English", en: "English" } },
  theme: { es: "Aspecto", en: "Theme" },
  themes: {
    system: { es: "Como el sistema", en: "Same as system" },
    light: { es: "Claro", en: "Light" },
    dark: { es: "Oscuro", en: "Dark" },
  },
  celebrate: { es: "Ventas ganadas", en: "Wins" },
  celebrates: {
    on: { es: "Celebrarlas", en: "Celebrate" },
    off: { es: "Sin avisos", en: "No notices" },
  },
  lost: {
    es: "Sin conexión: lo que ves puede estar desactualizado.",
    en: "Connection lost: what you see may be out of date.",
  },
  broken: { es: "Esta página ha dado un error", en: "Something went wrong on this page" },
  brokenText: {
    es: "Los datos están a salvo. Vuelve a cargar la página; si se repite, avisa a operaciones.",
    en: "Your data is safe. Reload the page; if it happens again, tell operations.",
  },
  reload: { es: "Volver a cargar", en: "Reload" },
  sample: { es: "Ejemplo", en: "Sample" },
  sampleText: {
    es: "Parte de este historial es inventado: hay personas que no existen.",
    en: "Part of this history is made up: some of these people do not exist.",
  },
  won: (who: string) => ({ es: `¡Venta ganada! ${who}`, en: `Deal won! ${who}` }),
  wonBy: (by: string, length: string) => ({
    es: `La ha cerrado ${by}, ${length} después del primer formulario.`,
    en: `Closed by ${by}, ${length} after the first form.`,
  }),
  wonMore: (count: number) => ({ es: `y ${count} más`, en: `and ${count} more` }),
  seeWins: { es: "Ver todas", en: "See all" },
  noMoreToasts: { es: "No avisar más", en: "Stop these notices" },
  notFound: { es: "Esta página no existe", en: "This page does not exist" },
  notFoundText: { es: "Puede que la dirección esté incompleta.", en: "The address may be incomplete." },
  toPipeline: { es: "Ir al pipeline", en: "Go to the pipeline" },
} as const;
