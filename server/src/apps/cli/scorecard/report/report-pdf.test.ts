import type { ReportDocument } from '@tallystick/engines/scorecard';
import { expect, test } from 'vitest';
import { reportPdf } from './report-pdf.ts';

const chart = {
  kind: 'chart' as const,
  caption: '图',
  alt: 'chart',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20" font-family="Noto Sans SC"><text x="2" y="12">12%</text></svg>',
};
const document = (language: 'zh' | 'en'): ReportDocument => ({
  language,
  title: language === 'zh' ? '验证报告' : 'Report',
  subtitle: '#strong[x] 1.0',
  facts: [['a', 'b']],
  blocks: [
    { kind: 'heading', level: 1, text: '= not markup #let' },
    { kind: 'text', text: '$x$ *y*' },
    { kind: 'note', tone: 'watch', text: 'note' },
    { kind: 'tiles', tiles: [{ label: 'AUC', value: '0.7', detail: '' }] },
    {
      kind: 'table',
      caption: 'c',
      columns: [
        { label: 'a', align: 'left' },
        { label: 'b', align: 'right' },
      ],
      rows: [
        ['x', '1'],
        ['y', '2'],
      ],
      strong: [1],
    },
    chart,
    { kind: 'pair', charts: [chart, chart] },
  ],
});

test('every kind of block is set in both languages, nothing typed is markup, and the same report is the same bytes', async () => {
  const documents = [document('zh'), document('en')];
  const [first, second] = [await reportPdf(documents), await reportPdf(documents)];
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(Buffer.compare(first, second)).toBe(0);
});
