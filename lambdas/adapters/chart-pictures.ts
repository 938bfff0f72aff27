import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/** Pixels of the mail; the picture has twice as many, for sharp screens. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export type DrawChart = (option: Readonly<Record<string, unknown>>, size: PictureSize) => Uint8Array;

const fontFamily = "DejaVu Sans";
const scale = 2;

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);
// There is no canvas to measure text with. 0.62 em is the average letter of DejaVu Sans, which is close enough.
setPlatformAPI({
  measureText: (text: string, font = "12px") => ({
    width: text.length * Number.parseFloat(font.match(/[\d.]+px/)?.[0] ?? "12") * 0.62,
  }),
});

let ready: Promise<void> | undefined;

/**
 * Charts as PNG pictures, without a browser: ECharts writes SVG, resvg paints it.
 * @param wasm resvg's module, and the font in which it writes: both are files beside the bundle
 */
export const chartPictures = async (wasm: Uint8Array, font: Uint8Array): Promise<DrawChart> => {
  // A process may start it only once.
  ready ??= initWasm(Uint8Array.from(wasm));
  await ready;
  return (option, size) => painted(svgOf(option, size), font);
};

const svgOf = (option: Readonly<Record<string, unknown>>, size: PictureSize): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  // A picture has no pointer and no screen reader: the mail itself has the text.
  const drawn = Object.entries(option).filter(([part]) => part !== "tooltip" && part !== "aria");
  chart.setOption({ ...Object.fromEntries(drawn), textStyle: { fontFamily, fontSize: 12 } });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};

const painted = (svg: string, font: Uint8Array): Uint8Array => {
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [font], defaultFontFamily: fontFamily, sansSerifFamily: fontFamily },
  });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
};
