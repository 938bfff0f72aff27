import type { SourceKindId } from "../../../contract/sources.ts";
import type { SourceKind } from "../kind.ts";
import { contactForm7 } from "./contact-form-7.ts";
import { elementor } from "./elementor.ts";
import { flat } from "./flat.ts";
import { formspree } from "./formspree.ts";
import { generic } from "./generic.ts";
import { gravityForms } from "./gravity-forms.ts";
import { html } from "./html.ts";
import { mautic } from "./mautic.ts";
import { netlify } from "./netlify.ts";
import { segment } from "./segment.ts";
import { typeform } from "./typeform.ts";
import { unbounce } from "./unbounce.ts";
import { wpforms } from "./wpforms.ts";

/** Every kind of source, by its name in the agreement. */
export const kinds: Partial<Record<SourceKindId, SourceKind>> = {
  "contact-form-7": contactForm7,
  elementor,
  flat,
  formspree,
  generic,
  "gravity-forms": gravityForms,
  html,
  mautic,
  netlify,
  segment,
  typeform,
  unbounce,
  wpforms,
};
