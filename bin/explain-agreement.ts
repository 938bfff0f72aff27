import "./frame/quiet.ts";
import { explainAnnex } from "../lambdas/agreement/explain/explain-annex.ts";
import { explainPage } from "../lambdas/agreement/explain/explain-page.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementArgument, flag, languageOption, usualAgreement } from "./frame/option.ts";

export const main = command({
  name: "agreement:explain",
  does: "Prints the agreement as the one-page contract that both departments sign.",
  options: {
    language: languageOption(),
    annex: flag(
      "print the annex after the page: the glossary, the test of each criterion in words, all content, the stages, the team, the calendar and its coming holidays",
    ),
    file: agreementArgument("FILE", "the agreement"),
  },
  run: ({ language: asked, annex, file }, { now }) => {
    const agreement = agreementIn(file, "FILE");
    const language = asked ?? agreement.terms.company.languages[0] ?? "es";
    const which = file === usualAgreement ? "" : ` ${file}`;
    const page = explainPage(
      agreement,
      language,
      `npm run agreement:explain -- --annex --language ${language}${which}`,
    );
    return annex ? `${page}\n---\n\n${explainAnnex(agreement, language, now().slice(0, 10))}` : page;
  },
});

await runIfStarted(main, import.meta.url);
