import type { OwnField } from "../../contract/agreement.ts";
import { normalForm } from "../text/normal-form.ts";

/**
 * The one table of how forms call our fields, in Spanish and English, as HubSpot, Mautic, Salesforce, Contact Form 7
 * and hand-made forms do. Case, accents, blanks, underscores, hyphens and dots do not count: `First-Name`, `first_name`
 * and `firstName` are one. Names that begin with an underscore steer the form and mean nothing else:
 *
 * - `_gotcha`: a field that people cannot see and leave empty (`bot-field` and `honeypot` too)
 * - `_started`: when the form was opened, ISO 8601 or the epoch's milliseconds
 * - `_next`: where the sender of a plain form is sent afterwards, on one of our sites
 */
export const spellings = {
  email: `email mail email-address work-email business-email company-email corporate-email your-email
    user-email contact-email correo correo-electronico tu-correo su-correo correo-profesional correo-corporativo
    correo-de-trabajo correo-empresa correo-contacto correo-de-contacto direccion-de-correo
    direccion-de-correo-electronico direccion-email email-profesional email-corporativo email-empresa email-de-contacto`,
  name: `name full-name your-name contact-name complete-name nombre-completo nombre-y-apellidos nombre-y-apellido
    nombre-apellidos nombre-contacto nombre-de-contacto persona-de-contacto`,
  firstName: `first-name f-name given-name forename first nombre tu-nombre su-nombre nombre-de-pila primer-nombre`,
  lastName: `last-name l-name surname family-name last apellido apellidos tus-apellidos sus-apellidos primer-apellido
    apellido-1`,
  secondLastName: `second-last-name segundo-apellido apellido-2`,
  company: `company company-name your-company organization organisation organization-name business business-name
    employer empresa tu-empresa su-empresa nombre-empresa nombre-de-empresa nombre-de-la-empresa organizacion compania
    razon-social entidad`,
  jobTitle: `job-title job job-role job-position position role your-role occupation cargo tu-cargo su-cargo
    cargo-en-la-empresa puesto puesto-de-trabajo puesto-en-la-empresa rol funcion posicion ocupacion`,
  phone: `phone phone-number telephone telephone-number tel mobile mobile-phone cell cell-phone your-phone your-tel
    contact-phone work-phone whatsapp
    whatsapp-number numero-whatsapp numero-de-whatsapp telf tfno tlf tlfno telefono tu-telefono su-telefono telefono-movil telefono-fijo telefono-contacto
    telefono-de-contacto numero-de-telefono movil celular`,
  companySize: `company-size size-of-company employees num-employees number-of-employees no-of-employees
    employee-count head-count team-size staff-size empleados num-empleados n-empleados no-empleados numero-empleados
    numero-de-empleados cantidad-de-empleados trabajadores numero-de-trabajadores plantilla tamano tamano-empresa
    tamano-de-empresa tamano-de-la-empresa`,
  industry: `industry business-sector industry-sector sector sector-de-actividad sector-actividad
    sector-de-la-empresa industria actividad rama giro`,
  country: `country country-code country-name country-region your-country pais tu-pais su-pais codigo-pais
    codigo-de-pais pais-region`,
  region: `region region-name state state-province state-region state-code state-name province province-state county
    your-region your-state your-province provincia provincia-estado tu-provincia su-provincia nombre-provincia
    comunidad comunidad-autonoma ccaa estado estado-provincia tu-region su-region`,
  message: `message your-message comment comments notes inquiry enquiry question questions description details
    how-can-we-help how-can-we-help-you mensaje tu-mensaje su-mensaje comentario comentarios consulta tu-consulta
    su-consulta pregunta observaciones notas descripcion detalles como-podemos-ayudarte como-podemos-ayudarle
    en-que-podemos-ayudarte en-que-podemos-ayudarle`,
  language: `language lang locale preferred-language hs-language idioma idioma-preferido lengua`,
  timeZone: `time-zone tz iana-time-zone zona-horaria huso-horario`,
  interest: `interest interests interested-in product-interest product-of-interest interes intereses interesado-en
    me-interesa producto-de-interes servicio-de-interes`,
  consent: `consent consents marketing-consent consent-marketing email-consent opt-in marketing-opt-in email-opt-in
    newsletter newsletter-opt-in accepts-marketing consentimiento consentimientos consentimiento-marketing
    consentimiento-comercial acepto-marketing acepto-publicidad acepto-comunicaciones
    acepta-marketing acepta-publicidad acepta-comunicaciones acepto-correos acepta-correos
    acepto-comunicaciones-comerciales comunicaciones-comerciales recibir-comunicaciones recibir-novedades boletin`,
  consentPurpose: `consent-purpose consent-for consentimiento-finalidad finalidad-consentimiento
    finalidad-del-consentimiento`,
  consentTextVersion: `consent-text-version consent-version consent-text consent-text-id version-consentimiento
    version-del-consentimiento version-texto-consentimiento`,
  consentAt: `consent-at consent-time consent-date consent-timestamp consent-given-at consented-at
    fecha-consentimiento fecha-del-consentimiento hora-consentimiento`,
  pageUrl: `page-url page page-uri url current-url source-url form-url landing-page landing-url pagina url-pagina
    pagina-url url-de-la-pagina`,
  phoneCountry: `phone-country phone-country-code phone-prefix phone-code dial-code calling-code country-calling-code
    prefijo prefijo-telefono prefijo-telefonico prefijo-pais prefijo-internacional`,
  utmSource: "utm-source",
  utmMedium: "utm-medium",
  utmCampaign: "utm-campaign",
  utmTerm: "utm-term",
  utmContent: "utm-content",
  visitorId: `visitor-id visitor visitor-uuid hutk hubspot-utk mautic-device-id mtc-id anonymous-id
    ga-client-id id-visitante visitante id-de-visitante`,
  honeypot: "_gotcha bot-field honeypot",
  started: "_started",
  next: "_next ret-url redirect-url thank-you-url",
} as const;

export type KnownField = keyof typeof spellings;

const isKnown = (name: string): name is KnownField => Object.hasOwn(spellings, name);

/** Code units of a name that can be one of ours, with all that a form builder wraps around it. */
const longestName = 200;

/** Two names that fold to the same text are the same field. */
export const folded = (name: string): string => {
  const plain = normalForm(name, "NFKD", longestName).toLowerCase();
  return (plain.startsWith("_") ? "_" : "") + plain.replace(/[^\p{L}\p{N}]/gu, "");
};

/** Every spelling, folded, with the field it stands for. */
export const allSpellings = (): [name: string, field: KnownField][] =>
  Object.entries(spellings).flatMap(([field, names]): [string, KnownField][] =>
    isKnown(field) ? names.split(/\s+/).map((name) => [folded(name), field]) : [],
  );

const fieldsByName: ReadonlyMap<string, KnownField> = new Map(allSpellings());

/** What stands behind a name: its place in a list, and that it is a value. */
const behind = /(?:\[(?:\d*|value|values)\]|\.\d+|\.value)+$/;
/** Form builders wrap their names: `mauticform[email]`, `form_fields[email]`. */
const wrapped = /\[([^[\]]+)\]$/;
const dotted = /^([^.]+(?:\.[^.]+)*)\.([^.]+)$/;

/** Which of our fields a form means by this name; `undefined` for others. */
export const fieldCalled = (name: string): KnownField | undefined => {
  if (found.has(name)) return found.get(name);
  const field = calledIn(fieldsByName, name);
  if (found.size >= mostFound) found.clear();
  if (name.length <= longestName) found.set(name, field);
  return field;
};

/** Forms come again and again with the same names; what anybody makes up does not stay for long. */
const found = new Map<string, KnownField | undefined>();
const mostFound = 2000;

/** The one of these that a name means, whatever a form builder has put around it. */
const calledIn = <T>(names: ReadonlyMap<string, T>, name: string): T | undefined => {
  if (name.length > longestName) return undefined;
  const known = names.get(folded(name));
  if (known !== undefined || !/[^\w-]/.test(name)) return known;
  const bare = name.replace(behind, "");
  const [, around, last] = dotted.exec(bare) ?? [];
  return (
    names.get(folded(bare)) ??
    names.get(folded(wrapped.exec(bare)?.[1] ?? "")) ??
    (around?.split(".").every(isContainer) ? names.get(folded(last ?? "")) : undefined)
  );
};

/** The names by which forms may call a field of the agreement's own, folded. */
export const namesOfOwn = ({ id, label, called = [] }: OwnField): string[] =>
  [id, label.es, label.en, ...called].map(folded).filter((name) => name !== "");

/** Which of the agreement's own fields a form means. The names that every agreement knows come first. */
export const ownCalled = (name: string, fields: readonly OwnField[]): OwnField | undefined => {
  const known =
    ownByName.get(fields) ?? new Map(fields.flatMap((field) => namesOfOwn(field).map((each) => [each, field])));
  ownByName.set(fields, known);
  return known.size === 0 ? undefined : calledIn(known, name);
};

const ownByName = new WeakMap<readonly OwnField[], ReadonlyMap<string, OwnField>>();

/** What a form's fields are kept in, as programs call it: the names inside are the form's own. */
const containers = new Set(
  `contact contacts contacto lead leads person persona customer client cliente user usuario profile perfil data datos payload
  body form formulario formdata formfields formresponse submission fields campos values answers respuestas properties
  attributes`.split(/\s+/),
);

export const isContainer = (name: string): boolean => name.length <= longestName && containers.has(folded(name));
