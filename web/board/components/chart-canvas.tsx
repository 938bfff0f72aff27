import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Chart } from "../../../lambdas/contract/board.ts";
import { useLanguage } from "../language.tsx";
import { useTheme } from "../theme.tsx";
import { useMedia } from "../use-media.ts";
import { boardOption, type Room } from "./board-option.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Redraws when the numbers, the language, the theme or the size change. */
export default function ChartCanvas({ chart }: { readonly chart: Chart }) {
  const { language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const draw = useRef<() => void>(undefined);
  const theme = usePictureTheme();
  const latest = useRef({ chart, language, theme });

  // Nothing to draw on at first: the observer below draws once the element has its size.
  useEffect(() => {
    latest.current = { chart, language, theme };
    draw.current?.();
  }, [chart, language, theme]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const picture = init(element, undefined, { renderer: "canvas" });
    draw.current = () => picture.setOption(boardOption(latest.current, roomOf(element)), { notMerge: true });
    const observer = new ResizeObserver(() => {
      picture.resize();
      draw.current?.();
    });
    observer.observe(element);
    return () => {
      draw.current = undefined;
      observer.disconnect();
      picture.dispose();
    };
  }, []);

  return <div ref={box} className="chart-canvas" aria-hidden="true" />;
}

/** Pixels of the page's type when nobody is presenting. */
const usualType = 15;

const roomOf = (element: Element): Room => ({
  width: element.clientWidth,
  scale: Number.parseFloat(getComputedStyle(element).fontSize) / usualType,
});

/** The theme that charts are drawn in: the page's, but always light on paper. */
const usePictureTheme = (): "light" | "dark" => {
  const { shown } = useTheme();
  const isPaper = useMedia("print");
  return isPaper ? "light" : shown;
};
