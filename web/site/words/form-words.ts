import type { Language } from "../../../lambdas/contract/stages.ts";

interface FormWords {
  readonly intro: string;
  readonly examples: { readonly title: string; readonly ready: string; readonly early: string };
  readonly who: string;
  readonly email: string;
  readonly required: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly phoneFor: string;
  readonly business: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly companySize: string;
  readonly sizes: readonly (readonly [value: string, label: string])[];
  readonly yesNo: readonly (readonly [value: string, label: string])[];
  readonly industry: string;
  readonly industries: readonly string[];
  readonly country: string;
  readonly choose: string;
  readonly elsewhere: string;
  readonly interest: string;
  readonly interests: readonly (readonly [value: string, label: string, more: string])[];
  readonly message: string;
  readonly consent: string;
  readonly leaveEmpty: string;
  readonly send: string;
  readonly legal: string;
}

export const formWords: Record<Language, FormWords> = {
  es: {
    intro:
      "Solo el correo es obligatorio, y el teléfono si quiere una demostración. Cuanto más nos cuente, mejor preparados iremos.",
    examples: {
      title: "Para probar",
      ready: "Rellenar con un ejemplo que encaja",
      early: "Rellenar con uno que aún no nos conoce",
    },
    who: "Quién es",
    email: "Correo electrónico",
    required: "(obligatorio)",
    firstName: "Nombre",
    lastName: "Apellidos",
    phone: "Teléfono",
    phoneFor: "(para acordar la demostración)",
    business: "Su empresa",
    company: "Empresa",
    jobTitle: "Cargo",
    companySize: "Personas en la empresa",
    sizes: [
      ["1-9", "1 a 9 personas"],
      ["10-49", "10 a 49"],
      ["50-249", "50 a 249"],
      ["250-999", "250 a 999"],
      ["1000+", "1000 o más"],
    ],
    industry: "Sector",
    industries: [
      "Logística y transporte",
      "Distribución y comercio mayorista",
      "Comercio minorista y electrónico",
      "Alimentación",
      "Industria y fabricación",
      "Farmacia y salud",
      "Construcción",
      "Servicios",
      "Administración pública",
      "Otro",
    ],
    country: "País",
    choose: "Elija una opción",
    yesNo: [
      ["yes", "Sí"],
      ["no", "No"],
    ],
    elsewhere: "Otro",
    interest: "¿Qué le interesa?",
    interests: [
      ["demo", "Una demostración", "Veinte minutos, con datos de un almacén como el suyo"],
      ["pricing", "Los precios", "Qué cuesta y de qué depende"],
      ["guide", "La guía", "Veinte preguntas para comparar programas de almacén"],
    ],
    message: "¿Algo que debamos saber?",
    consent:
      "Quiero recibir por correo artículos e invitaciones de Anaquel sobre gestión de almacenes. Podré darme de baja en cada correo.",
    leaveEmpty: "No rellene este campo",
    send: "Enviar",
    legal:
      "Usamos estos datos para responder a su consulta. Responsable: Anaquel Software, S.L. Puede acceder a ellos, corregirlos o borrarlos escribiendo a",
  },
  en: {
    intro:
      "Only the e-mail is required, and the phone if you would like a demo. The more you tell us, the better prepared we will be.",
    examples: {
      title: "To try it out",
      ready: "Fill in an example that fits",
      early: "Fill in one that does not know us yet",
    },
    who: "About you",
    email: "E-mail",
    required: "(required)",
    firstName: "First name",
    lastName: "Last name",
    phone: "Phone",
    phoneFor: "(to arrange the demo)",
    business: "Your company",
    company: "Company",
    jobTitle: "Job title",
    companySize: "People in the company",
    sizes: [
      ["1-9", "1 to 9 people"],
      ["10-49", "10 to 49"],
      ["50-249", "50 to 249"],
      ["250-999", "250 to 999"],
      ["1000+", "1,000 or more"],
    ],
    industry: "Industry",
    industries: [
      "Logistics and transport",
      "Distribution and wholesale",
      "Retail and e-commerce",
      "Food",
      "Manufacturing",
      "Pharmacy and health",
      "Construction",
      "Services",
      "Public sector",
      "Other",
    ],
    country: "Country",
    choose: "Choose one",
    yesNo: [
      ["yes", "Yes"],
      ["no", "No"],
    ],
    elsewhere: "Other",
    interest: "What are you interested in?",
    interests: [
      ["demo", "A demo", "Twenty minutes, with data from a warehouse like yours"],
      ["pricing", "Prices", "What it costs, and what that depends on"],
      ["guide", "The guide", "Twenty questions to compare warehouse software"],
    ],
    message: "Anything we should know?",
    consent:
      "I would like to get articles and invitations about warehouse management from Anaquel by e-mail. I can unsubscribe in every e-mail.",
    leaveEmpty: "Leave this field empty",
    send: "Send",
    legal:
      "We use these details to answer your enquiry. Controller: Anaquel Software, S.L. You can see, correct or delete them by writing to",
  },
};
