import type { Bilingual } from "../../contract/stages.ts";

/** What people read for the fields of a form. */
export const fieldLabels: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    email: { es: "Correo electrónico", en: "E-mail" },
    name: { es: "Nombre", en: "Name" },
    firstName: { es: "Nombre", en: "First name" },
    lastName: { es: "Apellidos", en: "Last name" },
    secondLastName: { es: "Segundo apellido", en: "Second last name" },
    company: { es: "Empresa", en: "Company" },
    jobTitle: { es: "Cargo", en: "Job title" },
    phone: { es: "Teléfono", en: "Phone" },
    phoneCountry: { es: "Prefijo del teléfono", en: "Phone prefix" },
    companySize: { es: "Tamaño de la empresa", en: "Company size" },
    industry: { es: "Sector", en: "Industry" },
    country: { es: "País", en: "Country" },
    region: { es: "Región o provincia", en: "Region" },
    message: { es: "Mensaje", en: "Message" },
    language: { es: "Idioma", en: "Language" },
    timeZone: { es: "Zona horaria", en: "Time zone" },
    interest: { es: "Interés", en: "Interest" },
    consent: { es: "Consentimiento", en: "Consent" },
    consentPurpose: { es: "Finalidad del consentimiento", en: "Consent purpose" },
    consentTextVersion: { es: "Versión del texto de consentimiento", en: "Consent text version" },
    consentAt: { es: "Fecha del consentimiento", en: "Date of the consent" },
    pageUrl: { es: "Dirección de la página", en: "Address of the page" },
    visitorId: { es: "Identificador del visitante", en: "Visitor ID" },
  }),
);
