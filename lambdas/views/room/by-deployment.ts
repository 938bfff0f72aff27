import { limitsOf } from "../../contract/agreed-limits.ts";
import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** What a deployment has written into the cloud, and what is said when a proposal changes it. */
const deployed: readonly { readonly part: (terms: AgreementTerms) => unknown; readonly said: Bilingual }[] = [
  {
    part: ({ company }) => company.sender,
    said: {
      es: "El remitente de los correos cambia con el próximo despliegue: antes, la nueva dirección tiene que estar verificada.",
      en: "The sender of e-mails changes with the next deployment: the new address has to be verified before.",
    },
  },
  {
    part: ({ company }) => company.sites,
    said: {
      es: "Las webs que pueden enviar formularios cambian con el próximo despliegue.",
      en: "The web sites that may send forms change with the next deployment.",
    },
  },
  {
    part: ({ weeklyMeeting, company }) => [weeklyMeeting.day, weeklyMeeting.time, company.timeZone],
    said: {
      es: "La preparación de la reunión semanal cambia de día y hora con el próximo despliegue.",
      en: "The weekly meeting is prepared at its new day and time from the next deployment on.",
    },
  },
  {
    part: (terms) => limitsOf(terms).strangerMailsPerHour,
    said: {
      es: "La alarma por demasiados correos a desconocidos usa el nuevo límite desde el próximo despliegue.",
      en: "The alarm on too many e-mails to people we do not know uses the new limit from the next deployment on.",
    },
  },
];

/** What of a proposal holds only once the stack has been deployed with it. */
export const byDeployment = (before: AgreementTerms, after: AgreementTerms): Bilingual[] =>
  deployed.flatMap(({ part, said }) => (JSON.stringify(part(before)) === JSON.stringify(part(after)) ? [] : [said]));
