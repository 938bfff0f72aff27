import type { SourceKindId } from "../../../contract/sources.ts";
import type { SourceKind } from "../kind.ts";
import { calendly } from "./calendly.ts";
import { contactForm7 } from "./contact-form-7.ts";
import { elementor } from "./elementor.ts";
import { flat } from "./flat.ts";
import { formspree } from "./formspree.ts";
import { generic } from "./generic.ts";
import { googleAds } from "./google-ads.ts";
import { googleForms } from "./google-forms.ts";
import { gravityForms } from "./gravity-forms.ts";
import { html } from "./html.ts";
import { hubspot } from "./hubspot.ts";
import { jotform } from "./jotform.ts";
import { linkedinLeadGen } from "./linkedin-lead-gen.ts";
import { mautic } from "./mautic.ts";
import { metaLeadAds } from "./meta-lead-ads.ts";
import { netlify } from "./netlify.ts";
import { segment } from "./segment.ts";
import { tally } from "./tally.ts";
import { typeform } from "./typeform.ts";
import { unbounce } from "./unbounce.ts";
import { webflow } from "./webflow.ts";
import { wpforms } from "./wpforms.ts";

/** Every kind of source, by its name in the agreement. */
export const kinds: Readonly<Record<SourceKindId, SourceKind>> = {
  calendly,
  "contact-form-7": contactForm7,
  elementor,
  flat,
  formspree,
  generic,
  "google-ads": googleAds,
  "google-forms": googleForms,
  "gravity-forms": gravityForms,
  html,
  hubspot,
  jotform,
  "linkedin-lead-gen": linkedinLeadGen,
  mautic,
  "meta-lead-ads": metaLeadAds,
  netlify,
  segment,
  tally,
  typeform,
  unbounce,
  webflow,
  wpforms,
};
