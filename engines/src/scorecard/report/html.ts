import type { Block, Chart, ReportDocument } from './blocks.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const STYLE = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;font:14px/22px "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:#1f2933;background:#f5f7fa;font-variant-numeric:tabular-nums}
main{max-width:1000px;margin:0 auto;padding:32px 40px 64px;background:#fff}
header{border-bottom:3px solid #0b7285;padding-bottom:16px;margin-bottom:8px}h1{font-size:28px;line-height:36px;margin:0}header p{margin:2px 0 12px;font-size:17px;color:#52606d}
dl{display:flex;flex-wrap:wrap;gap:4px 28px;margin:0}dt{color:#52606d;display:inline}dd{display:inline;margin:0 0 0 6px;font-weight:600}
h2{font-size:20px;line-height:28px;margin:40px 0 10px;border-bottom:1px solid #d9e2ec;padding-bottom:6px}h3{font-size:16px;margin:28px 0 6px}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:16px 0}.tile{border:1px solid #d9e2ec;border-radius:6px;padding:12px 14px}.tile b{display:block;font-size:24px;line-height:32px}.tile span{color:#52606d;font-size:12px}
.note{border-left:4px solid;padding:6px 12px;margin:8px 0;background:#f5f7fa}.good{border-color:#0b7285}.watch{border-color:#b7791f}.bad{border-color:#c2410c}.note i{font-style:normal;font-weight:700;margin-right:8px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:12px 0;font-size:13px;line-height:18px}caption{text-align:left;font-weight:600;padding:4px 0}
th,td{padding:4px 8px;border-bottom:1px solid #e4e9f0;text-align:left;vertical-align:top}th{color:#52606d;font-weight:600;border-bottom:1.5px solid #9fb3c8;vertical-align:bottom}.r{text-align:right;white-space:nowrap}tr.strong td{font-weight:700;background:#e6f4f6}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:12px}figure{margin:12px 0}figcaption{font-weight:600}svg{max-width:100%;height:auto}
.switch{position:sticky;top:0;background:#1f2933;color:#fff;padding:8px 40px;text-align:right;z-index:1}.switch label{margin-left:16px;cursor:pointer}input[name=language]{accent-color:#0b7285}
body:has(#show-zh:checked) main:not([lang=zh-CN]),body:has(#show-en:checked) main:not([lang=en]){display:none}
@media print{.switch{display:none}body{background:#fff}main{padding:0}figure,table,.tile,.note{break-inside:avoid}h2,h3{break-after:avoid}}
@media(max-width:640px){main{padding:20px 16px}.tiles{grid-template-columns:1fr 1fr}}`;

const MARKS = {
  zh: { good: '符合', watch: '注意', bad: '不可' },
  en: { good: 'Holds', watch: 'Note', bad: 'Stop' },
} as const;

/** One self-contained page: no script, no font, no picture from elsewhere. With two languages a switch stands on top. */
export function reportHtml(documents: readonly ReportDocument[]): string {
  const tag = (d: ReportDocument): string => (d.language === 'zh' ? 'zh-CN' : 'en');
  const names = { zh: '中文', en: 'English' } as const;
  const choices = documents.map(
    ({ language }, i) => `<label><input type="radio" name="language" id="show-${language}"${i === 0 ? ' checked' : ''}> ${names[language]}</label>`,
  );
  const [first] = documents;
  const pages = documents.map((d) => `<main lang="${tag(d)}">${head(d)}${d.blocks.map((b) => blockHtml(b, d.language)).join('\n')}</main>`);
  const chosen = documents.length > 1 ? `<div class="switch">${choices.join('')}</div>` : '';
  const title = first ? `${first.title} · ${first.subtitle}` : '';
  return `<!doctype html>\n<html lang="${first ? tag(first) : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>\n<body>${chosen}\n${pages.join('\n')}\n</body></html>\n`;
}

const head = (d: ReportDocument): string =>
  `<header><h1>${escaped(d.title)}</h1><p>${escaped(d.subtitle)}</p><dl>${d.facts.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl></header>\n`;

function blockHtml(block: Block, language: ReportDocument['language']): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? `<h2>${escaped(block.text)}</h2>` : `<h3>${escaped(block.text)}</h3>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note ${block.tone}"><i>${MARKS[language][block.tone]}</i>${escaped(block.text)}</p>`;
    case 'tiles':
      return `<div class="tiles">${block.tiles.map((t) => `<div class="tile"><span>${escaped(t.label)}</span><b>${escaped(t.value)}</b><span>${escaped(t.detail)}</span></div>`).join('')}</div>`;
    case 'chart':
      return figure(block);
    case 'pair':
      return `<div class="pair">${block.charts.map(figure).join('')}</div>`;
    case 'table':
      return tableHtml(block);
  }
}

const figure = (chart: Chart): string =>
  `<figure><figcaption>${escaped(chart.caption)}</figcaption>${chart.svg.replace('<svg ', `<svg role="img" aria-label="${escaped(chart.alt)}" `)}</figure>`;

function tableHtml(table: Extract<Block, { kind: 'table' }>): string {
  const side = (j: number): string => (table.columns[j]?.align === 'right' ? ' class="r"' : '');
  const head = table.columns.map((c, j) => `<th scope="col"${side(j)}>${escaped(c.label)}</th>`).join('');
  const rows = table.rows.map((row, i) => {
    const cells = row.map((cell, j) => `<td${side(j)}>${escaped(cell)}</td>`).join('');
    return `<tr${table.strong?.includes(i) ? ' class="strong"' : ''}>${cells}</tr>`;
  });
  return `<div class="scroll"><table><caption>${escaped(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
