import * as z from "zod/mini";
import type { Source } from "../../../contract/sources.ts";
import { fromJson, readable } from "../bodies.ts";
import { hmac, isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Arrived, Beside, SourceKind } from "../kind.ts";
import { nestedAnswersOf, pageIn } from "../records.ts";

const text = z.optional(z.catch(z.optional(z.string()), undefined));
const things = z.catch(z.record(z.string(), z.unknown()), {});
const MessageSchema = z.object({
  type: z.string(),
  messageId: text,
  timestamp: text,
  anonymousId: text,
  event: text,
  traits: things,
  properties: things,
  context: z.catch(
    z.object({
      campaign: z.catch(z.object({ name: text, source: text, medium: text, term: text, content: text }), {}),
      page: z.catch(z.object({ url: text }), {}),
      locale: text,
      timezone: text,
    }),
    { campaign: {}, page: {} },
  ),
});
type Message = z.infer<typeof MessageSchema>;
const BatchSchema = z.object({ batch: z.array(z.unknown()) });
const browserId = /^[\w-]{16,64}$/;
const otherEvent: Arrived = { what: "nothing", because: "other-event" };

export const segment: SourceKind = {
  name: "Segment",
  pages: [
    "https://www.twilio.com/docs/segment/connections/destinations/catalog/actions-webhook",
    "https://www.twilio.com/docs/segment/connections/destinations/catalog/webhooks",
    "https://www.twilio.com/docs/segment/connections/spec/common",
    "https://github.com/segmentio/action-destinations/blob/HEAD/packages/destination-actions/src/destinations/webhook/index.ts",
  ],
  proof: {
    by: "signed",
    // Of a batch, `x-signature` covers the first event only: it is right for nothing but single ones.
    check: ({ headers, body }, secret) => {
      const given = headers["x-segment-signature"] ?? headers["x-signature"];
      if (given === undefined) return "missing";
      return isSame(given, hmac("sha1", secret, body, "hex")) ? "right" : "wrong";
    },
  },
  read: fromJson((json, source) => {
    const messages = (Array.isArray(json) ? json : (BatchSchema.safeParse(json).data?.batch ?? [json])).map(
      (each: unknown) => MessageSchema.safeParse(each).data,
    );
    return readable(messages.map((message) => message && arrivedOf(message, source)));
  }),
  steps: [
    {
      es: "En Segment, ve a Connections > Catalog, busca «Webhooks (Actions)» y conéctalo con tu fuente.",
      en: "In Segment, go to Connections > Catalog, look for “Webhooks (Actions)” and connect it with your source.",
    },
    {
      es: "En Settings pon el Shared Secret: {secret} y activa «Use X-Segment-Signature Header», que firma también los lotes.",
      en: "Under Settings put the Shared Secret: {secret} and turn on “Use X-Segment-Signature Header”, which signs batches too.",
    },
    {
      es: "En Mappings añade «Send» para Identify, Track y Page con esta URL: {address}. Pruébalo con Event Tester.",
      en: "Under Mappings add “Send” for Identify, Track and Page with this URL: {address}. Try it with Event Tester.",
    },
  ],
};

const arrivedOf = (message: Message, source: Source): Arrived => {
  const { type, messageId: id, event, traits, properties, context } = message;
  const at = instantOf(message.timestamp);
  if (type === "identify" && typeof traits.email === "string" && traits.email !== "") {
    const answers = nestedAnswersOf(Object.entries(traits));
    return { what: "form", id, at, answers, beside: besideOf(message) };
  }
  const visitorId = browserOf(message);
  const did = type === "track" ? event : type === "page" ? "page" : undefined;
  if (visitorId === undefined || did === undefined || did === "") return otherEvent;
  const { pageUrl: subject } = pageIn(properties.url) ?? pageIn(context.page.url) ?? {};
  return { what: "engagement", id, at, visitorId, did: { kind: kindOf(type, did, source), subject } };
};

const kindOf = (type: string, event: string, { events = [] }: Source): string =>
  events.find(({ name }) => name === event)?.kind ?? (type === "page" ? "page-viewed" : event);

const browserOf = ({ anonymousId }: Message): string | undefined =>
  browserId.test(anonymousId ?? "") ? anonymousId : undefined;

const besideOf = (message: Message): Beside => {
  const { campaign, page, locale: language, timezone: timeZone } = message.context;
  return {
    ...pageIn(page.url),
    utmSource: campaign.source,
    utmMedium: campaign.medium,
    utmCampaign: campaign.name,
    utmTerm: campaign.term,
    utmContent: campaign.content,
    visitorId: browserOf(message),
    language,
    timeZone,
  };
};
