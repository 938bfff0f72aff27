import type { AgreementTerms } from "../../contract/agreement.ts";
import { namesOfIndustry } from "../../domain/text/industry-label.ts";
import { checkUnique, type Finding } from "../problem.ts";

/** What a form wrote is one industry, not two. */
export const checkIndustries = ({ industries = [] }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["industries"],
    industries.map(({ id }) => id),
    "id",
  ),
  ...industries.flatMap((industry, i) => {
    const names = namesOfIndustry(industry);
    // That the ids are equal is said already.
    const other = industries
      .slice(0, i)
      .find((each) => each.id !== industry.id && namesOfIndustry(each).some((name) => names.includes(name)));
    if (other === undefined) return [];
    const message = `"${industry.id}" is written like "${other.id}" in one of its ways; expected other words`;
    return [{ path: ["industries", i], message }];
  }),
];
