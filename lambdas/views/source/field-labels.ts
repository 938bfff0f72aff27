import type { OwnField } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { KnownField } from "../../domain/capture/field-names.ts";
import { ownField } from "../../domain/score/fact.ts";

const labels: Record<KnownField, Bilingual> = {
  email: { es: "Correo", en: "E-mail" },
  name: { es: "Nombre y apellidos", en: "Name" },
  firstName: { es: "Nombre", en: "First name" },
  lastName: { es: "Apellidos", en: "Last name" },
  secondLastName: { es: "Segundo apellido", en: "Second last name" },
  company: { es: "Empresa", en: "Company" },
  jobTitle: { es: "Cargo", en: "Job title" },
  phone: { es: "Teléfono", en: "Phone" },
  companySize: { es: "Tamaño", en: "Size" },
  industry: { es: "Sector", en: "Industry" },
  country: { es: "País", en: "Country" },
  region: { es: "Región o provincia", en: "Region" },
  message: { es: "Mensaje", en: "Message" },
  language: { es: "Idioma", en: "Language" },
  timeZone: { es: "Zona horaria", en: "Time zone" },
  interest: { es: "Interés", en: "Interest" },
  consent: { es: "Consentimiento", en: "Consent" },
  consentPurpose: { es: "Finalidad del consentimiento", en: "Purpose of the consent" },
  consentTextVersion: { es: "Texto del consentimiento", en: "Text of the consent" },
  consentAt: { es: "Fecha del consentimiento", en: "Date of the consent" },
  pageUrl: { es: "Página", en: "Page" },
  phoneCountry: { es: "Prefijo del teléfono", en: "Phone prefix" },
  utmSource: { es: "Campaña: origen", en: "Campaign: source" },
  utmMedium: { es: "Campaña: medio", en: "Campaign: medium" },
  utmCampaign: { es: "Campaña", en: "Campaign" },
  utmTerm: { es: "Campaña: término", en: "Campaign: term" },
  utmContent: { es: "Campaña: contenido", en: "Campaign: content" },
  visitorId: { es: "Identificador del visitante", en: "Visitor ID" },
  honeypot: { es: "Trampa para máquinas", en: "Trap for machines" },
  started: { es: "Hora de apertura del formulario", en: "When the form was opened" },
  next: { es: "Página de destino", en: "Page to go to" },
};

const isKnown = (field: string): field is KnownField => Object.hasOwn(labels, field);

/** One of our fields, or one of the agreement's own, as people read it. */
export const labelOfField = (field: string, own: readonly OwnField[] = []): Bilingual =>
  isKnown(field) ? labels[field] : (ownField(field, own)?.label ?? { es: field, en: field });
