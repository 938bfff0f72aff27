import * as z from "zod/mini";
import { fromJson, IdSchema, jsonOf, otherShape } from "../bodies.ts";
import { isSame } from "../hmac.ts";
import { instantOf } from "../instants.ts";
import type { Answer, SourceKind } from "../kind.ts";

const KeySchema = z.object({ google_key: z.string() });
const LeadSchema = z.object({
  lead_id: z.optional(IdSchema),
  lead_submit_time: z.nullish(z.string()),
  is_test: z.nullish(z.boolean()),
  campaign_id: z.nullish(IdSchema),
  form_id: z.nullish(IdSchema),
  adgroup_id: z.nullish(IdSchema),
  creative_id: z.nullish(IdSchema),
  asset_group_id: z.nullish(IdSchema),
  gcl_id: z.nullish(z.string()),
  user_column_data: z.array(
    z.object({
      column_id: z.nullish(z.string()),
      column_name: z.nullish(z.string()),
      string_value: z.optional(z.unknown()),
    }),
  ),
});

export const googleAds: SourceKind = {
  name: "Google Ads",
  pages: ["https://developers.google.com/google-ads/webhook/docs/implementation"],
  proof: {
    by: "signed",
    // It does not sign: it sends the key itself along, in the body.
    check: (request, secret) => {
      const given = KeySchema.safeParse(jsonOf(request)).data?.google_key;
      if (given === undefined) return "missing";
      return isSame(given, secret) ? "right" : "wrong";
    },
  },
  read: fromJson((json) => {
    const read = LeadSchema.safeParse(json);
    if (!read.success) return otherShape;
    const { lead_id: id, lead_submit_time, is_test, campaign_id, user_column_data: columns, ...lead } = read.data;
    const answers = columns.map(({ column_id, column_name, string_value: value }): Answer => {
      return { id: column_id ?? undefined, label: column_name ?? undefined, value };
    });
    const { gcl_id, form_id, adgroup_id, creative_id, asset_group_id } = lead;
    const about = Object.entries({ gcl_id, form_id, adgroup_id, creative_id, asset_group_id })
      .filter(([, value]) => value != null)
      .map(([name, value]): Answer => ({ id: name, value }));
    const beside = { utmCampaign: campaign_id ?? undefined };
    const isTest = is_test === true || undefined;
    const form = {
      what: "form",
      id,
      at: instantOf(lead_submit_time),
      answers: [...answers, ...about],
      beside,
    } as const;
    return { ok: true, arrived: [{ ...form, isTest }] };
  }),
  steps: [
    {
      es: "En Google Ads, abre tu formulario para clientes potenciales y despliega «Exportar clientes potenciales a CRM > Integración de webhook».",
      en: "In Google Ads, open your lead form and expand “Export leads to CRM > Webhook integration”.",
    },
    {
      es: "Pega en «URL de webhook» {address}, y en «Clave» {secret}.",
      en: "Paste {address} as the “Webhook URL”, and {secret} as the “Key”.",
    },
    {
      es: "Pulsa «Enviar datos de prueba», comprueba que llegan y guarda el formulario.",
      en: "Click “Send test data”, see that it arrives, and save the form.",
    },
  ],
};
