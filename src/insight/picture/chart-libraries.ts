import type { Canvas } from '@napi-rs/canvas';
import type { ECharts } from 'echarts/core';

import { onlyOnce } from '../../only-once.ts';
import { registerFonts } from './fonts.ts';

/** What pictures are drawn with. */
export interface ChartLibraries {
  createCanvas(width: number, height: number): Canvas;
  /** A chart that fills a canvas. */
  chartOn(canvas: Canvas): ECharts;
}

/** Both are big, so they are loaded with the first picture. Null where the canvas has no build for this platform, or its fonts can't be read. */
export const loadChartLibraries = onlyOnce(async (): Promise<ChartLibraries | null> => {
  try {
    const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
    registerFonts(GlobalFonts);
    const echarts = await import('echarts/core');
    const { BarChart } = await import('echarts/charts');
    const { GridComponent, LegendComponent, TitleComponent } = await import('echarts/components');
    const { CanvasRenderer } = await import('echarts/renderers');
    echarts.use([BarChart, GridComponent, LegendComponent, TitleComponent, CanvasRenderer]);
    const measured = createCanvas(1, 1).getContext('2d');
    echarts.setPlatformAPI({
      measureText(text, font) {
        measured.font = font ?? '';
        return { width: measured.measureText(text).width };
      },
    });
    return {
      createCanvas,
      chartOn: (canvas) => echarts.init(canvas, null, canvas),
    };
  } catch {
    return null;
  }
});
