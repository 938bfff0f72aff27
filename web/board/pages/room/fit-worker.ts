import { type Fit, type FitFigures, type FitKnobs, figuresAt, fitOf, pacesAround, paceThatFits } from "./fit.ts";

export interface FitAsked {
  readonly asked: number;
  readonly text: string;
  readonly now: string;
  /** Where the sliders stand; where the agreement has them when left out. */
  readonly knobs: FitKnobs | undefined;
}

export type FitAnswer = { readonly asked: number } & (
  | { readonly is: "bad" | "trial" }
  | { readonly is: "figures"; readonly usual: FitKnobs; readonly knobs: FitKnobs; readonly figures: FitFigures }
  | { readonly is: "curve"; readonly curve: readonly FitFigures[] }
  | { readonly is: "pace"; readonly most: number }
);

let known: { readonly text: string; readonly fit: Fit } | undefined;
let latest = 0;

const answer = (said: FitAnswer): void => postMessage(said);

/** Lets a newer question through, which makes the older one moot. */
const breathe = () => new Promise((done) => setTimeout(done));

const work = async ({ asked, text, now, knobs: turned }: FitAsked): Promise<void> => {
  latest = asked;
  await breathe();
  if (latest !== asked) return;
  if (known?.text !== text) known = { text, fit: fitOf(text, now) };
  const { fit } = known;
  if (fit.is !== "model") return answer({ asked, is: fit.is });
  const { model, knobs: usual } = fit;
  const knobs = turned ?? usual;
  const figures = figuresAt(model, knobs);
  answer({ asked, is: "figures", usual, knobs, figures });
  const curve: FitFigures[] = [];
  for (const arrivals of pacesAround(knobs)) {
    await breathe();
    if (latest !== asked) return;
    curve.push(arrivals === knobs.arrivals ? figures : figuresAt(model, { ...knobs, arrivals }));
  }
  answer({ asked, is: "curve", curve });
  await breathe();
  if (latest === asked) answer({ asked, is: "pace", most: paceThatFits(model, knobs, figures) });
};

addEventListener("message", ({ data }: MessageEvent<FitAsked>) => void work(data));
