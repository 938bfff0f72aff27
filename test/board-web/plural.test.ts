import { describe, expect, it } from "vitest";
import { pluralInBoth } from "../../lambdas/domain/text/plural.ts";
import { agreementWords } from "../../web/board/pages/agreement/agreement-words.ts";
import { attentionWords } from "../../web/board/pages/attention/attention-words.ts";
import { celebrateWords } from "../../web/board/pages/celebrate/celebrate-words.ts";
import { figuresWords } from "../../web/board/pages/figures/figures-words.ts";
import { glanceOf } from "../../web/board/pages/figures/glance.ts";
import { leadWords } from "../../web/board/pages/lead/lead-words.ts";
import { myLeadsWords } from "../../web/board/pages/my-leads/my-leads-words.ts";
import { pipelineWords } from "../../web/board/pages/pipeline/pipeline-words.ts";
import { shellWords } from "../../web/board/shell/shell-words.ts";
import { someFigures, someWeek } from "./some-figures.ts";

const counts = [0, 1, 2, 21] as const;

describe("a text with a number in it", () => {
  const leads = (count: number) =>
    pluralInBoth(count, { es: ["# lead nuevo", "# leads nuevos"], en: ["# lead", "# leads"] });

  it.each([
    [0, "0 leads nuevos", "0 leads"],
    [1, "1 lead nuevo", "1 lead"],
    [2, "2 leads nuevos", "2 leads"],
    [21, "21 leads nuevos", "21 leads"],
    [1.5, "1,5 leads nuevos", "1.5 leads"],
    [12_345, "12.345 leads nuevos", "12,345 leads"],
    [1_000_000, "1.000.000 leads nuevos", "1,000,000 leads"],
  ])("agrees with %d", (count, es, en) => {
    expect(leads(count)).toEqual({ es, en });
  });

  it("puts the number wherever the text asks for it", () => {
    expect(pluralInBoth(1, { es: ["# de #", "# de #"], en: ["# of #", "# of #"] })).toEqual({
      es: "1 de 1",
      en: "1 of 1",
    });
  });
});

describe("everything that the board counts agrees with 0, 1, 2 and 21", () => {
  it.each([
    ["open leads", pipelineWords.open, ["0 leads abiertos", "1 lead abierto", "2 leads abiertos", "21 leads abiertos"]],
    ["new leads", pipelineWords.arrived, ["0 leads nuevos", "1 lead nuevo", "2 leads nuevos", "21 leads nuevos"]],
    [
      "moved leads",
      pipelineWords.moved,
      ["0 han cambiado de etapa", "1 ha cambiado de etapa", "2 han cambiado de etapa", "21 han cambiado de etapa"],
    ],
    [
      "a worklist",
      (count: number) => myLeadsWords.count(count),
      ["0 leads abiertos", "1 lead abierto", "2 leads abiertos", "21 leads abiertos"],
    ],
    ["hits", shellWords.searchCount, ["0 leads", "1 lead", "2 leads", "21 leads"]],
    ["points of a score", leadWords.points, ["0 puntos", "1 punto", "2 puntos", "21 puntos"]],
    ["details", leadWords.details, ["0 detalles", "1 detalle", "2 detalles", "21 detalles"]],
    ["terms", agreementWords.found, ["0 términos", "1 término", "2 términos", "21 términos"]],
    [
      "what is to be looked at",
      (count: number) => attentionWords.count(count, false),
      ["Nada que revisar.", "1 asunto por revisar.", "2 asuntos por revisar.", "21 asuntos por revisar."],
    ],
    ["messages", attentionWords.messages, ["0 mensajes", "1 mensaje", "2 mensajes", "21 mensajes"]],
    [
      "customers",
      (count: number) => celebrateWords.count(count, false),
      ["0 clientes ganados", "1 cliente ganado", "2 clientes ganados", "21 clientes ganados"],
    ],
    ["points of difference", figuresWords.points, ["0 puntos", "1 punto", "2 puntos", "21 puntos"]],
  ])("%s", (_, say, es) => {
    expect(counts.map((count) => say(count).es)).toEqual(es);
  });

  it("in English, too", () => {
    expect(counts.map((count) => pipelineWords.moved(count).en)).toEqual([
      "0 have changed stage",
      "1 has changed stage",
      "2 have changed stage",
      "21 have changed stage",
    ]);
    expect(counts.map((count) => figuresWords.waiting(count).en.slice(0, 11))).toEqual([
      "0 MQLs have",
      "1 MQL has n",
      "2 MQLs have",
      "21 MQLs hav",
    ]);
  });

  it.each([
    [1, 0, "El único plazo se cumplió.", "The only deadline was met."],
    [0, 1, "El único plazo no se cumplió.", "The only deadline was missed."],
    [2, 0, "2 de 2 plazos cumplidos; ninguno incumplido.", "2 of 2 deadlines met; none missed."],
    [19, 2, "19 de 21 plazos cumplidos; 2 incumplidos.", "19 of 21 deadlines met; 2 missed."],
  ])("deadlines: %d met, %d missed", (inTime, breached, es, en) => {
    const { goal, asOf } = someFigures();
    const glance = glanceOf(someWeek({ inTime, breached }), goal, asOf).find(({ id }) => id === "in-time");
    expect(glance?.sentence).toEqual({ es, en });
  });
});
