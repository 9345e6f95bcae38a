/** Text that has been made safe for a page. Only `html` makes it. */
export type Html = { readonly safe: string };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
type Piece = Html | readonly Html[] | string | number;
const plain = (piece: Piece): string => {
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'safe' in piece ? piece.safe : piece.map((p) => p.safe).join('');
};

/** Joins a page from parts: every text put in is escaped, whatever it holds. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  safe: strings.map((s, i) => s + (i < pieces.length ? plain(pieces[i] as Piece) : '')).join(''),
});

export const STYLE: Html = {
  safe: `
:root { color-scheme: light dark; --ink: #1c2b2a; --soft: #5b6b69; --line: #d9e0df; --ground: #f6f8f7; --card: #fff; --accent: #0f6b66; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4ecea; --soft: #9fb0ad; --line: #33413f; --ground: #141b1a; --card: #1c2524; --accent: #5cc2b9; --warn: #f0b56a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--ground); }
main, header { max-width: 1080px; margin: 0 auto; padding: 12px 16px; }
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; }
h1 { font-size: 20px; margin: 8px 0; flex: 1 1 auto; } h2 { font-size: 17px; margin: 0 0 8px; } h3 { font-size: 15px; margin: 12px 0 4px; }
p { margin: 4px 0 8px; color: var(--soft); } a { color: var(--accent); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; margin: 0 0 16px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; } th { color: var(--soft); font-weight: 500; white-space: nowrap; } tbody th { width: 10em; }
ul.messages { list-style: none; margin: 0; padding: 0; } ul.messages li { border-top: 1px solid var(--line); padding: 8px 0; overflow-wrap: anywhere; }
.meta { color: var(--soft); font-size: 13px; } .code { font-size: 24px; letter-spacing: 2px; font-weight: 600; color: var(--accent); font-variant-numeric: tabular-nums; }
form { margin: 8px 0; } form.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; }
fieldset { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 8px 12px; align-items: end; border: 1px solid var(--line); border-radius: 6px; margin: 0 0 8px; padding: 8px 12px; min-width: 0; }
label { display: flex; flex-direction: column; font-size: 13px; color: var(--soft); min-width: 130px; flex: 1 1 130px; max-width: 420px; }
input, select, button { font: inherit; font-size: 16px; min-height: 44px; padding: 6px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: var(--ink); width: 100%; }
button { width: auto; background: var(--accent); color: var(--card); border-color: var(--accent); cursor: pointer; } button.plain { background: none; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } .warn { color: var(--warn); font-weight: 600; } .note { border-left: 4px solid var(--accent); padding: 6px 12px; background: var(--card); }
@media (min-width: 800px) { input, select, button { font-size: 14px; min-height: 36px; } }
`,
};
