import type { Bilingual } from "../../contract/stages.ts";

/** What is lost while a message is in each dead-letter queue, in Spanish; the alarms of the deployment say it in English. */
const inSpanish: Readonly<Record<string, string>> = {
  BusIntake:
    "No entra lo que han enviado otros sistemas (leads, interacciones, respuestas, resultados…); cada mensaje dice por qué.",
  Canary: "Las pruebas de humo fallan una y otra vez.",
  InForceWork:
    "No se prueban propuestas con el pasado, y los leads a los que un acuerdo nuevo cambia el veredicto no se vuelven a mirar todavía.",
  Import: "La importación de una lista no avanza: sus leads esperan.",
  MailFeedback:
    "No entra lo que dice el servicio de correo: pueden seguir saliendo correos a direcciones que no deben recibirlos, y las entregas esperan confirmación.",
  Meeting: "La reunión semanal no tiene dossier, o no les ha llegado a todos.",
  Metrics: "A las cifras de la semana les faltan datos; los leads no se ven afectados.",
  NotifyTeams: "Marketing no se entera de por qué ventas rechaza leads, y nadie se entera de las ventas ganadas.",
  Publish:
    "Los procesos no se enteran de los cambios de los leads: esos leads se quedan parados hasta que el repaso los encuentra.",
  Restore:
    "Tras una restauración, los correos de esos minutos saldrían dos veces, también a quien no quiere recibirlos.",
  Source: "Lo que han enviado las herramientas de formularios se guarda, pero nadie lo lee: sus leads esperan.",
  WaitingLine: "Los leads que esperan comercial siguen esperando hasta el próximo repaso, aunque alguien tenga hueco.",
  Wake: "Los leads que han hecho algo esperan a su próximo plazo en lugar de avanzar enseguida.",
  "Wake Sweep": "De vez en cuando falla un repaso de los leads vencidos; el siguiente, un minuto después, lo compensa.",
};

const unknown = "Consulta el runbook: explica qué se pierde mientras tanto.";

/** @param name the part of the pipeline that the queue belongs to @param loss as its alarm says it */
export const lostMeanwhile = (name: string, loss: string): Bilingual => ({
  es: (Object.hasOwn(inSpanish, name) ? inSpanish[name] : undefined) ?? unknown,
  en: loss,
});

/** Whether a queue has its own words in both languages. */
export const saysWhatIsLost = (name: string): boolean => Object.hasOwn(inSpanish, name);
