import * as z from "zod/mini";
import { fromJson, otherEvent, otherShape } from "../bodies.ts";
import { instantOf } from "../instants.ts";
import type { Answer, Beside, SourceKind } from "../kind.ts";
import { stamped } from "../stamped.ts";

const said = z.nullish(z.string());
const QuestionsSchema = z.nullish(
  z.array(z.object({ question_uuid: said, question: z.string(), answer: z.optional(z.unknown()) })),
);
const TrackingSchema = z.nullish(
  z.object({
    utm_campaign: said,
    utm_source: said,
    utm_medium: said,
    utm_content: said,
    utm_term: said,
  }),
);
const EventSchema = z.object({ event: z.string() });
/** Somebody has booked a meeting. */
const InviteeSchema = z.object({
  created_at: said,
  payload: z.object({
    uri: z.string(),
    email: z.string(),
    name: said,
    first_name: said,
    last_name: said,
    text_reminder_number: said,
    timezone: said,
    questions_and_answers: QuestionsSchema,
    tracking: TrackingSchema,
    scheduled_event: z.nullish(z.object({ name: said, start_time: said })),
  }),
});
/** Somebody has filled in the form before the calendar, whether they book or not. */
const RoutingSchema = z.object({
  created_at: said,
  payload: z.object({ uri: z.string(), questions_and_answers: QuestionsSchema, tracking: TrackingSchema }),
});

export const calendly: SourceKind = {
  name: "Calendly",
  pages: [
    "https://developer.calendly.com/docs/webhooks/overview",
    "https://developer.calendly.com/api-docs/overview/webhooks/webhook-signatures",
    "https://developer.calendly.com/docs/api-guides/see-how-webhook-payloads-change-when-invitees-reschedule-events",
    "https://raw.githubusercontent.com/api-evangelist/calendly/main/asyncapi/calendly-webhook-api-asyncapi.yml",
  ],
  proof: stamped("calendly-webhook-signature", "v1", 3 * 60_000),
  read: fromJson((json) => {
    const event = EventSchema.safeParse(json).data?.event;
    if (event === undefined) return otherShape;
    if (event === "routing_form_submission.created") {
      const read = RoutingSchema.safeParse(json);
      if (!read.success) return otherShape;
      const { uri: id, questions_and_answers: questions, tracking } = read.data.payload;
      const at = instantOf(read.data.created_at);
      const answers = answersTo(questions);
      return { ok: true, arrived: [{ what: "form", id, at, answers, beside: besideOf(tracking) }] };
    }
    if (event !== "invitee.created") return otherEvent;
    const read = InviteeSchema.safeParse(json);
    if (!read.success) return otherShape;
    const {
      uri: id,
      questions_and_answers: questions,
      tracking,
      timezone,
      scheduled_event,
      ...person
    } = read.data.payload;
    const { name, first_name, last_name, email, text_reminder_number } = person;
    const start = scheduled_event?.start_time ?? undefined;
    const meeting = { "scheduled_event.name": scheduled_event?.name, "scheduled_event.start_time": start };
    const known = Object.entries({ name, first_name, last_name, email, text_reminder_number, ...meeting })
      .filter(([, value]) => value != null)
      .map(([id, value]): Answer => ({ id, value }));
    return {
      ok: true,
      arrived: [
        {
          what: "form",
          id,
          at: instantOf(read.data.created_at),
          answers: [...known, ...answersTo(questions)],
          beside: { ...besideOf(tracking), timeZone: timezone ?? undefined },
          did: [{ kind: "meeting-booked", subject: start }],
        },
      ],
    };
  }),
  steps: [
    {
      es: "En Calendly, ve a Integrations & apps > API and webhooks y crea un «Personal access token».",
      en: "In Calendly, go to Integrations & apps > API and webhooks and create a “Personal access token”.",
    },
    {
      es: "Dáselo a operaciones: con la orden de docs/sources.md («Calendly») crean la suscripción, con url {address} y signing_key {secret}.",
      en: "Give it to operations: with the command in docs/sources.md (“Calendly”) they create the subscription, with url {address} and signing_key {secret}.",
    },
    {
      es: "Diles si usas un formulario previo a la cita («routing form»), porque es un evento más. Después reserva una cita de prueba y mira si llega.",
      en: "Tell them if you use a routing form, because it is one more event. Then book a meeting as a test and see whether it arrives.",
    },
  ],
};

const answersTo = (questions: z.infer<typeof QuestionsSchema>): Answer[] =>
  (questions ?? []).map(({ question_uuid, question, answer }) => {
    return { id: question_uuid ?? undefined, label: question, value: answer };
  });

const besideOf = (tracking: z.infer<typeof TrackingSchema>): Beside => ({
  utmSource: tracking?.utm_source ?? undefined,
  utmMedium: tracking?.utm_medium ?? undefined,
  utmCampaign: tracking?.utm_campaign ?? undefined,
  utmTerm: tracking?.utm_term ?? undefined,
  utmContent: tracking?.utm_content ?? undefined,
});
