import type { Bilingual } from "../../contract/stages.ts";
import { sayWhen } from "../../domain/text/when.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { type AnswerFields, answerFields, readerOfForm } from "./answer-fields.ts";
import { answerWords } from "./answer-words.ts";

export { awaitsAnswer } from "../../domain/follow-up/settled.ts";
export { type TypedAnswer, typedAnswer } from "./answer-fields.ts";

export interface AnswerForm extends AnswerFields {
  readonly gateReasons: readonly Bilingual[];
}

/** The page where a hand-off is answered; the form comes first, the lead's facts below it. */
export const answerPage = (form: AnswerForm): string => {
  const { lead, agreement, reader, gateReasons, now } = form;
  const { language } = reader;
  const say = answerWords[language];
  const { dueAt } = lead.followUp;
  const when = sayWhen(dueAt, readerOfForm(form));
  const body = html`<p class="deadline">${now < dueAt ? say.before(when) : say.late(when)}</p>
${whose(form)}<form method="post">
${answerFields(form)}<button class="confirm">${say.send}</button>
</form>
${leadSummary(lead, gateReasons, language, agreement)}`;
  return page({ language, title: nameOf(lead), company: agreement.terms.company.name, body });
};

/** Shown to a colleague who answers for the owner. */
const whose = ({ owner, reader }: AnswerForm): Markup =>
  reader.id === owner.id
    ? html``
    : html`<p>${answerWords[reader.language].whose(owner.name)}</p>
`;
